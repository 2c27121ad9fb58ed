/**
 * How a person likes the app (columns of each list), kept on the server so that it follows them, and in the browser so
 * that the first paint knows it. Saved a moment after the last change, or when the page is left before that. What the
 * server has not confirmed is remembered over a reload, wins over what it sends, and is saved again.
 */
import { graphql } from "@/gql/gql.ts";
import { execute } from "./graphql.ts";
import type { Json } from "./json.ts";
import { readStored, writeStored } from "./stored.ts";
import { viewedClient } from "./viewing.ts";

const SAVE = graphql(`
  mutation PreferencesSave($input: PreferencesInput!) {
    preferencesSave(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const CACHE = "preferences";
const UNSAVED = "preferences.unsaved";
const QUIET = 800;

type Preferences = { [key: string]: Json };

let values: Preferences = readStored<Preferences>(CACHE, {});
/** Changes that the server has not confirmed. */
let unsaved: Preferences = readStored<Preferences>(UNSAVED, {});
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the server has, once per sign-in; what it does not have yet wins. */
export function receivePreferences(fromServer: Json | undefined): void {
  if (fromServer === null || typeof fromServer !== "object" || Array.isArray(fromServer)) return;
  keep({ ...fromServer, ...unsaved }, unsaved);
  if (Object.keys(unsaved).length > 0) saveSoon();
}

export function preference<T>(key: string, fallback: T): T {
  return key in values ? (values[key] as T) : fallback;
}

export function savePreference(key: string, value: Json): void {
  keep({ ...values, [key]: value }, { ...unsaved, [key]: value });
  saveSoon();
}

/** Nothing of one person is shown to the next. */
export function forgetPreferences(): void {
  stopTimer();
  keep({}, {});
}

/** Saves what is waiting while the page can still send. Answers with what ends that, for tests. */
export function installPreferences(): () => void {
  const leave = () => {
    if (timer !== undefined) save();
  };
  const hide = () => {
    if (document.visibilityState === "hidden") leave();
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", hide);
  return () => {
    window.removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", hide);
  };
}

function keep(all: Preferences, waiting: Preferences): void {
  values = all;
  unsaved = waiting;
  writeStored(CACHE, values);
  writeStored(UNSAVED, unsaved);
}

function stopTimer(): void {
  clearTimeout(timer);
  timer = undefined;
}

function saveSoon(): void {
  stopTimer();
  // Who views as a client changes nothing; it is saved once they are themselves again.
  if (viewedClient() !== null) return;
  timer = setTimeout(save, QUIET);
}

function save(): void {
  stopTimer();
  const sent = unsaved;
  // The request outlives the page that made it.
  execute(SAVE, { input: { preferences: values } }, undefined, { keepalive: true })
    .then(() => {
      const rest = Object.entries(unsaved).filter(([key, value]) => sent[key] !== value);
      keep(values, Object.fromEntries(rest));
    })
    .catch(() => {
      // The browser keeps it for the next time; nobody is interrupted for the width of a column.
    });
}

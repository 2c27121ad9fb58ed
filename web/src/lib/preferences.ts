/**
 * How a person likes the app (columns of each list), kept on the server so that it follows them, and in the browser so
 * that the first paint knows it. Saved a moment after the last change; a save that fails is made up for by the next one.
 */
import { graphql } from "@/gql/gql.ts";
import { execute } from "./graphql.ts";
import type { Json } from "./json.ts";
import { readStored, writeStored } from "./stored.ts";

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
const QUIET = 800;

type Preferences = { [key: string]: Json };

let values: Preferences = readStored<Preferences>(CACHE, {});
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the server has, once per sign-in; what is about to be saved wins. */
export function receivePreferences(fromServer: Json | undefined): void {
  if (timer !== undefined || fromServer === null || typeof fromServer !== "object" || Array.isArray(fromServer)) return;
  values = fromServer;
  writeStored(CACHE, values);
}

export function preference<T>(key: string, fallback: T): T {
  return key in values ? (values[key] as T) : fallback;
}

export function savePreference(key: string, value: Json): void {
  values = { ...values, [key]: value };
  writeStored(CACHE, values);
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    execute(SAVE, { input: { preferences: values } }).catch(() => {
      // The browser keeps it; nobody is interrupted for the width of a column.
    });
  }, QUIET);
}

/** Nothing of one person is shown to the next. */
export function forgetPreferences(): void {
  clearTimeout(timer);
  timer = undefined;
  values = {};
  writeStored(CACHE, values);
}

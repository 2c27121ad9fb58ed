/**
 * What was searched for and opened last, in this browser, until sign-out. Of records only the ids are kept: their names
 * come from the server each time, so that they are right, and nobody's name outlives an erasure here.
 */
import { useEffect, useSyncExternalStore } from "react";
import { forgetStored, readStored, writeStored } from "@/lib/stored.ts";
import type { SearchKind } from "./queries.ts";

const STORE = "recent";
const SEARCHES = 5;
const OPENED = 6;

export interface Recent {
  searches: readonly string[];
  opened: readonly { kind: SearchKind; id: string }[];
}

const NOTHING: Recent = { searches: [], opened: [] };
let recent: Recent = { ...NOTHING, ...readStored<Partial<Recent>>(STORE, {}) };
const listeners = new Set<() => void>();

function change(next: Recent): void {
  recent = next;
  if (next === NOTHING) forgetStored(STORE);
  else writeStored(STORE, next);
  for (const listener of listeners) listener();
}

export function useRecent(): Recent {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => recent,
  );
}

/** A search that led somewhere; what was typed on the way to it takes no place of its own. */
export function noteSearch(text: string): void {
  const words = text.trim();
  if (words === "") return;
  const others = recent.searches.filter((one) => !words.toLowerCase().startsWith(one.toLowerCase()));
  change({ ...recent, searches: [words, ...others].slice(0, SEARCHES) });
}

export function noteOpened(kind: SearchKind, id: string): void {
  if (recent.opened[0]?.id === id) return;
  const others = recent.opened.filter((one) => one.id !== id);
  change({ ...recent, opened: [{ kind, id }, ...others].slice(0, OPENED) });
}

/** For a record's page and drawer; `id` undefined until it is known to exist. */
export function useNoteOpened(kind: SearchKind, id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) noteOpened(kind, id);
  }, [kind, id]);
}

export function forgetSearches(): void {
  change({ ...recent, searches: [] });
}

/** Nothing of one person is shown to the next. */
export function forgetRecent(): void {
  change(NOTHING);
}

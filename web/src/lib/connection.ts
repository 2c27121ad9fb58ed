/**
 * Whether the server answers, as the last request found. While it does not, it is asked again by itself, so that nobody
 * has to press anything when it is back.
 */
import { useSyncExternalStore } from "react";
import { queryClient } from "./query-client.ts";

/** Between two tries, in milliseconds; the last one repeats. */
const PAUSES = [1000, 2000, 4000, 8000];

let away = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  if (away === next) return;
  away = next;
  for (const listener of listeners) listener();
}

/** A request got no answer. */
export function connectionLost(): void {
  if (away) return;
  become(true);
  tryAgain(0);
}

/** A request was answered, whatever the answer. */
export function connectionFound(): void {
  if (!away) return;
  clearTimeout(timer);
  become(false);
  // What failed meanwhile is read again, and what is shown may have changed.
  void queryClient.invalidateQueries();
}

export async function askNow(): Promise<boolean> {
  try {
    if ((await fetch("/ready", { cache: "no-store" })).ok) connectionFound();
  } catch {
    // Still away; the next try is on its way.
  }
  return !away;
}

function tryAgain(count: number): void {
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      void askNow().then((found) => {
        if (!found) tryAgain(count + 1);
      });
    },
    PAUSES[Math.min(count, PAUSES.length - 1)],
  );
}

export function useAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => away,
  );
}

// The browser knows of its own network before any request does.
window.addEventListener("offline", connectionLost);
window.addEventListener("online", () => void askNow());

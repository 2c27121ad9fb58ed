/**
 * What can be done here and now: pages register their actions while they are mounted. The palette lists them, the top
 * bar shows the one that creates (`primary`), and `c` runs it.
 */
import type { LucideIcon } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export interface Action {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  /** Palette heading: "Create", or "On this contact". */
  group: string;
  keys?: string;
  /** The page's own "New ..." in the top bar. */
  primary?: boolean;
  /** The page has a primary button of its own, so the one in the top bar is drawn as a secondary one. */
  secondary?: boolean;
  /** Not of what is open: works on every page. */
  everywhere?: boolean;
  /** Many of a kind: in the palette only once something was typed. */
  onlyFound?: boolean;
  run: () => void;
}

let actions: readonly Action[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Action[]): void {
  actions = next;
  for (const listener of listeners) listener();
}

export function usePageActions(list: readonly Action[]): void {
  const newest = useEffectEvent((id: string) => list.find((action) => action.id === id));
  // Compared as text, so that a new array with the same actions does not publish again.
  const shape = JSON.stringify(list);
  useEffect(() => {
    const mine = (JSON.parse(shape) as Omit<Action, "run" | "icon">[]).map((action) => ({
      ...action,
      icon: newest(action.id)?.icon,
      run: () => newest(action.id)?.run(),
    }));
    publish([...actions, ...mine]);
    return () => publish(actions.filter((action) => !mine.some((own) => own === action)));
  }, [shape]);
}

export function useActions(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => actions,
  );
}

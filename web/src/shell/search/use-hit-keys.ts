/** Walks the results by keys; with the drawer open, walking takes it along. Enter is the link's own. */
import { type RefObject, useRef } from "react";
import { useShortcuts } from "@/lib/keys.ts";

export function useHitKeys(
  /** In the order in which they are shown. */
  ids: readonly string[],
  openId: string | null,
  onOpen: (id: string) => void,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-hit]")?.dataset.hit;
    const from = ids.findIndex((id) => id === (openId ?? focused));
    const next = ids[from === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, from + by))];
    if (next === undefined) return;
    if (openId !== null) onOpen(next);
    list.current?.querySelector<HTMLElement>(`[data-hit="${next}"]`)?.focus();
  };
  const group = "Results";
  useShortcuts([
    { keys: "j", label: "Next result", group, run: () => step(1) },
    { keys: "k", label: "Previous result", group, run: () => step(-1) },
    { keys: "arrowdown", label: "Next result", group, hidden: true, run: () => step(1) },
    { keys: "arrowup", label: "Previous result", group, hidden: true, run: () => step(-1) },
  ]);
  return list;
}

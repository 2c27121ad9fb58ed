/** Selected rows by id; shift extends from the last one touched. */
import { useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** With `extend`, everything between the anchor and this row takes the row's new state. */
  toggle: (index: number, extend: boolean) => void;
  setMany: (ids: readonly string[], selected: boolean) => void;
  clear: () => void;
}

export function useSelection(idAt: (index: number) => string | undefined): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  const setMany = (list: readonly string[], selected: boolean) => {
    const next = new Set(ids);
    for (const id of list) {
      if (selected) next.add(id);
      else next.delete(id);
    }
    setIds(next);
  };
  return {
    ids,
    has: (id) => ids.has(id),
    setMany,
    toggle: (index, extend) => {
      const id = idAt(index);
      if (id === undefined) return;
      const from = extend && anchor !== null ? anchor : index;
      const range: string[] = [];
      for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
        const other = idAt(at);
        if (other !== undefined) range.push(other);
      }
      setMany(range, extend && from !== index ? true : !ids.has(id));
      setAnchor(index);
    },
    clear: () => {
      setIds(new Set());
      setAnchor(null);
    },
  };
}

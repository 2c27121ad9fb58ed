/** Selected rows by id, or everything that the list shows, loaded or not; shift extends from the last one touched. */
import { useState } from "react";

export interface Selection {
  /** By hand; empty while everything that matches is selected. */
  ids: ReadonlySet<string>;
  /** Everything that matches is selected, loaded or not. */
  matching: boolean;
  /** Of everything that matches, those let go of one by one. */
  except: ReadonlySet<string>;
  /** How many are selected; null while all that match are not counted yet. */
  count: number | null;
  /** How many match in all; null while they are being counted. */
  total: number | null;
  has: (id: string) => boolean;
  /** With `extend`, everything between the anchor and this row takes the row's new state. */
  toggle: (index: number, extend: boolean) => void;
  setMany: (ids: readonly string[], selected: boolean) => void;
  selectMatching: () => void;
  clear: () => void;
}

/** Most that can be let go of one by one: the server takes no more. */
export const EXCEPT_MAX = 10_000;

/** `what` says which list it is: with another filter, "all that match" would be others, and is let go of. */
export function useSelection(
  idAt: (index: number) => string | undefined,
  { what, total, loaded }: { what: string; total: number | null; loaded: readonly string[] },
): Selection {
  const [picked, setIds] = useState<ReadonlySet<string>>(NOTHING);
  const [matchingOf, setMatchingOf] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(NOTHING);
  const [anchor, setAnchor] = useState<number | null>(null);
  const matching = matchingOf === what;
  const ids = matching ? NOTHING : picked;
  const except = matching ? left : NOTHING;
  const has = (id: string) => (matching ? !except.has(id) : ids.has(id));
  const setMany = (list: readonly string[], selected: boolean) => {
    if (matching) {
      const next = new Set(except);
      for (const id of list) {
        if (selected) next.delete(id);
        else next.add(id);
      }
      // All rows in sight let go of at once is letting go of all; and so is more than can be named.
      const none = !selected && list.length > 1 && loaded.every((id) => next.has(id));
      if (none || next.size > EXCEPT_MAX || (total !== null && next.size >= total)) clear();
      else setLeft(next);
      return;
    }
    const next = new Set(ids);
    for (const id of list) {
      if (selected) next.add(id);
      else next.delete(id);
    }
    setIds(next);
  };
  const clear = () => {
    setIds(NOTHING);
    setLeft(NOTHING);
    setMatchingOf(null);
    setAnchor(null);
  };
  return {
    ids,
    matching,
    except,
    count: !matching ? ids.size : total === null ? null : Math.max(0, total - except.size),
    total,
    has,
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
      setMany(range, extend && from !== index ? true : !has(id));
      setAnchor(index);
    },
    selectMatching: () => {
      setLeft(NOTHING);
      setMatchingOf(what);
    },
    clear,
  };
}

/** The selected rows as the list's own arguments. */
export function filterOfSelection(selection: Selection, filter: object): object {
  if (!selection.matching) return { ids: [...selection.ids], archived: null };
  return selection.except.size === 0 ? filter : { ...filter, except: [...selection.except] };
}

const NOTHING: ReadonlySet<string> = new Set();

/** What the lists of contacts and of accounts are told to show the members of one list, below its head. */
import type { ReactNode } from "react";
import type { Audience } from "../bulk/bulk-draft.ts";

export interface WithinList {
  id: string;
  name: string;
  /** Who was in it at this moment, as an ISO time; null: who is in it now. */
  asOf: string | null;
  /** The head of its page; gets how many records the grid shows. */
  head: (count: number | null) => ReactNode;
  /** What only this list can do with selected members. `done` lets go of the selection. */
  acts: (audience: Audience, count: number | null, done: () => void) => ReactNode;
  /** In place of rows, when nothing else narrows the grid. */
  empty: ReactNode;
}

/** The part of the API's filter that this is. */
export function inList(within: WithinList | null): { inLists?: { any: string[]; asOf: string | null } } {
  return within === null ? {} : { inLists: { any: [within.id], asOf: within.asOf } };
}

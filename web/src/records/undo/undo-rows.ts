/** The records of an undo, whatever work it takes back: the same rows come of imports and of bulk changes. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ImportUndoList, UndoRowFragment } from "@/gql/graphql.ts";
import { namesOf } from "@/records/names.ts";
import type { Json } from "@/lib/json.ts";
import type { UndoChoice, UndoneRecord, UndoWords } from "./undo.ts";

graphql(`
  fragment UndoRow on ImportUndoRow {
    entity
    recordId
    name
    outcome
    changes {
      field
      label
      old
      new
    }
    conflicts {
      field
      label
      reason
      message
    }
  }
`);

/** Rows per request. */
export const UNDO_PAGE = 100;

export interface UndoPage {
  rows: UndoRowFragment[];
  endCursor?: string | null | undefined;
  hasNextPage: boolean;
}

type ReadPage = (after: string | null, signal: AbortSignal) => Promise<UndoPage>;

/** A piece of work that can be taken back: where its lists are read, and what is asked of it. */
export interface Undoable {
  id: string;
  words: UndoWords;
  /** First part of the query keys: "imports". */
  key: string;
  rows: (list: ImportUndoList) => ReadPage;
  /** What the last undo left. */
  left: ReadPage;
  /** Where the same lists are had as files. */
  files?: { conflicts: string; left: string };
  /** Looks at what an undo would do; nothing is written. */
  look: () => Promise<void>;
  undo: (choice: UndoChoice) => Promise<void>;
  /** Stops the undo, or the look. What was taken back until then stays so. */
  stop: () => Promise<void>;
}

const pages = (queryKey: readonly unknown[], read: ReadPage) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const page = await read(pageParam, signal);
      return { rows: page.rows.map(recordOf), next: page.hasNextPage ? (page.endCursor ?? null) : null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** A list of what a look found; `made` tells one look from the next. */
export const undoRowsQuery = (work: Undoable, list: ImportUndoList, made: string) =>
  pages([work.key, `undo-${list}`, work.id, made], work.rows(list));

/** What the last undo left, with what the records are called now. */
export const undoLeftQuery = (work: Undoable, made: string) =>
  pages([work.key, "undo-left", work.id, made], async (after, signal) => {
    const page = await work.left(after, signal);
    // What was left is remembered without names: a person may have been erased since.
    const names = await namesOf(
      page.rows.map(({ entity, recordId }) => ({ entity, id: recordId })),
      signal,
    );
    return { ...page, rows: page.rows.map((row) => ({ ...row, name: names.get(row.recordId) ?? null })) };
  });

function recordOf(row: UndoRowFragment): UndoneRecord {
  return {
    id: row.recordId,
    entity: row.entity,
    name: row.name ?? null,
    changes: row.changes.map(({ field, label, old, new: next }) => ({
      entity: row.entity,
      field,
      label,
      old: old as Json,
      new: next as Json,
      kept: false,
      rule: null,
    })),
    reasons: row.conflicts.map(({ label, message, reason }) => ({
      field: label ?? null,
      message,
      choosable: reason === "CHANGED_SINCE" || reason === "ACTIVITY_SINCE",
    })),
  };
}

import { infiniteQueryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, ImportUndoList, ImportUndoRowsQuery } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { Json } from "@/lib/json.ts";
import type { UndoChoice, UndoneRecord } from "./undo.ts";

const ROWS = graphql(`
  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
    importUndoRows(id: $id, list: $list, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);
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
const LEFT = graphql(`
  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {
    importUndoLeft(id: $id, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);
const NAMES = graphql(`
  query ImportUndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {
    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {
      edges {
        node {
          id
          fullName
          email
        }
      }
    }
    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
const LOOK = graphql(`
  mutation ImportUndoPreview($input: ImportActionInput!) {
    importUndoPreview(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);
const UNDO = graphql(`
  mutation ImportUndo($input: ImportUndoInput!) {
    importUndo(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation ImportUndoCancel($input: ImportActionInput!) {
    importUndoCancel(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const PAGE = 100;

type Page = ImportUndoRowsQuery["importUndoRows"];

function recordOf(row: Page["rows"][number]): UndoneRecord {
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

const pages = (
  key: string,
  id: string,
  made: string,
  read: (after: string | null, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey: ["imports", key, id, made],
    queryFn: async ({ pageParam, signal }) => {
      const page = await read(pageParam, signal);
      return { rows: page.rows.map(recordOf), next: page.hasNextPage ? (page.endCursor ?? null) : null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** A list of what a look found; `made` tells one look from the next. */
export const undoRowsQuery = (id: string, list: ImportUndoList, made: string) =>
  pages(
    `undo-${list}`,
    id,
    made,
    async (after, signal) => (await execute(ROWS, { id, list, first: PAGE, after }, signal)).importUndoRows,
  );

/** What the last undo left. */
export const undoLeftQuery = (id: string, made: string) =>
  pages("undo-left", id, made, async (after, signal) => {
    const page = (await execute(LEFT, { id, first: PAGE, after }, signal)).importUndoLeft;
    const names = await namesOf(page.rows, signal);
    return { ...page, rows: page.rows.map((row) => ({ ...row, name: names.get(row.recordId) ?? null })) };
  });

/** What was left is remembered without names: a person may have been erased since. */
async function namesOf(rows: Page["rows"], signal: AbortSignal): Promise<Map<string, string>> {
  const ids = (entity: Entity) => rows.filter((row) => row.entity === entity).map((row) => row.recordId);
  const [contacts, accounts] = [ids("CONTACT"), ids("ACCOUNT")];
  const asked = { contacts, accounts, ofContacts: contacts.length > 0, ofAccounts: accounts.length > 0 };
  const found = await execute(NAMES, asked, signal);
  const people = (found.contacts?.edges ?? []).map(({ node }) => [node.id, node.fullName ?? node.email] as const);
  const companies = (found.accounts?.edges ?? []).map(({ node }) => [node.id, node.name] as const);
  return new Map([...people, ...companies].flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

/** Looks at what an undo would do; nothing is written. */
export async function lookAtUndo(id: string): Promise<void> {
  accepted((await execute(LOOK, { input: { id } })).importUndoPreview);
}

export async function undoImport(id: string, choice: UndoChoice): Promise<void> {
  const include = choice.all ? [] : [...choice.ids];
  accepted((await execute(UNDO, { input: { id, include, includeAll: choice.all } })).importUndo);
}

/** What was taken back until then stays so. */
export async function cancelUndo(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).importUndoCancel);
}

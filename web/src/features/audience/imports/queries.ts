import { graphql } from "@/gql/gql.ts";
import type { ImportFullFragment, ImportListQuery } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import { rememberPosition } from "@/lib/position.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query ImportList($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
          fileName
          fileSize
          state
          createdAt
          createdBy
          startedAt
          finishedAt
          position
          rowCount
          error
          outcomes {
            read
            created
            updated
            unchanged
            mergedInFile
            matchesArchived
            rejected
            notRun
            warnings
          }
          progress {
            ...Progress
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const COUNT = graphql(`
  query ImportCount {
    imports(first: 1) {
      totalCount
    }
  }
`);

graphql(`
  fragment ImportUndoRun on ImportUndo {
    state
    startedAt
    finishedAt
    contacts {
      archived
      reverted
      partly
      kept
      nothing
      gone
    }
    accounts {
      archived
      reverted
      partly
      kept
      nothing
      gone
    }
    progress {
      ...Progress
    }
  }
`);

graphql(`
  fragment ImportFull on Import {
    id
    name
    fileName
    fileSize
    fileHash
    state
    createdAt
    createdBy
    encoding
    delimiter
    headerRow
    rowCount
    defaultCountry
    kind
    suppliedById
    suppliedByName
    sheet
    sheets {
      name
      rows
    }
    parentId
    fixedRows
    usedBefore {
      importId
      name
      at
      kind
      defaultCountry
    }
    undo {
      ...ImportUndoRun
    }
    undoPreview {
      ...ImportUndoRun
    }
    preview {
      state
      startedAt
      finishedAt
      expiresAt
      error
      accountsCreated
      accountsUpdated
      outcomes {
        read
        created
        updated
        unchanged
        mergedInFile
        matchesArchived
        rejected
        notRun
        warnings
      }
      progress {
        ...Progress
      }
    }
    accountsCreated
    accountsUpdated
    startedAt
    finishedAt
    position
    error
    rejectFileUrl
    filesRemovedAt
    columns {
      index
      header
      samples
      suggestedField
      suggestedEntity
      suggestedRule
      usedBefore
      guess {
        field
        entity
        confidence
      }
      confidence
    }
    mapping {
      column
      entity
      field
      rule
    }
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    problems {
      code
      message
      example
      rows
      rejected
    }
    progress {
      ...Progress
    }
  }
`);

const ONE = graphql(`
  query ImportRecord($id: UUID!) {
    import(id: $id) {
      ...ImportFull
    }
  }
`);

/** Contacts behind each outcome: several rows of a file may be one person. */
const CONTACTS = graphql(`
  query ImportContacts($id: UUID!) {
    import(id: $id) {
      contacts {
        created
        updated
        unchanged
        mergedInFile
        matchesArchived
      }
    }
  }
`);

const NAME = graphql(`
  query ImportName($id: UUID!) {
    import(id: $id) {
      name
    }
  }
`);

export type ImportRow = ImportListQuery["imports"]["edges"][number]["node"];
export type Import = ImportFullFragment;
export type Preview = NonNullable<Import["preview"]>;

export async function importPage(request: PageRequest<object, null>) {
  const { first, after, signal } = request;
  const { imports } = await execute(LIST, { first, after: after ?? null }, signal);
  for (const { node } of imports.edges) rememberPosition(node.position);
  return { ...imports, stale: false };
}

export async function importCount(_filter: object, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).imports.totalCount;
}

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "record", id],
    queryFn: async ({ signal }) => {
      const one = (await execute(ONE, { id }, signal)).import ?? null;
      // A list that is opened from its result shows all that it did.
      rememberPosition(one?.position);
      return one;
    },
    // Imports made of its rows, and undoings, change it while another page is open.
    refetchOnMount: "always",
  });

export const importContactsQuery = (id: string) =>
  queryOptions({
    // Under "contacts": erasing one changes it.
    queryKey: ["contacts", "of-import", id],
    queryFn: async ({ signal }) => (await execute(CONTACTS, { id }, signal)).import?.contacts ?? null,
  });

/** What another page needs to say which import it speaks of. */
export const importNameQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "name", id],
    queryFn: async ({ signal }) => (await execute(NAME, { id }, signal)).import?.name ?? null,
    staleTime: 5 * 60_000,
  });

/** The newest imports; those running are watched from every page. */
export const newestImportsQuery = queryOptions({
  queryKey: ["imports", "newest"],
  queryFn: async ({ signal }) =>
    (await importPage({ first: 10, filter: {}, sort: null, signal })).edges.map((edge) => edge.node),
});

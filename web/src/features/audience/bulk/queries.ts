import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { BulkFullFragment, BulkOutcome, BulkSelectionInput } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment BulkUndoRun on BulkUndo {
    state
    startedAt
    finishedAt
    counts {
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
  fragment BulkFull on Bulk {
    id
    entity
    state
    action {
      kind
      title
      asked
      fields {
        field
        label
      }
    }
    byIds
    filter
    expected
    counts {
      selected
      changed
      unchanged
      refused
      notRun
    }
    reasons {
      code
      message
      count
    }
    createdAt
    createdBy
    mine
    finishedAt
    error
    mayUndo
    whyNotUndo
    progress {
      ...Progress
    }
    undo {
      ...BulkUndoRun
    }
    undoPreview {
      ...BulkUndoRun
    }
  }
`);

const ONE = graphql(`
  query BulkChange($id: UUID!) {
    bulk(id: $id) {
      ...BulkFull
    }
  }
`);
const LIST = graphql(`
  query BulkList($first: Int!, $after: String) {
    bulks(first: $first, after: $after) {
      stale
      edges {
        cursor
        node {
          ...BulkFull
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
  query BulkCount {
    bulks(first: 1) {
      totalCount
    }
  }
`);
const PREVIEW = graphql(`
  query BulkPreview($selection: BulkSelectionInput!) {
    bulkPreview(selection: $selection) {
      matching
      outOfReach
      archived
    }
  }
`);
const RECORDS = graphql(`
  query BulkRecords($id: UUID!, $outcome: BulkOutcome, $first: Int!, $after: String) {
    bulkRecords(id: $id, outcome: $outcome, first: $first, after: $after) {
      edges {
        node {
          recordId
          name
          outcome
          code
          message
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const PROGRESS = graphql(`
  subscription BulkProgress($id: UUID!) {
    bulkProgress(id: $id) {
      ...BulkFull
    }
  }
`);

export type Bulk = BulkFullFragment;

export const bulkQuery = (id: string) =>
  queryOptions({
    queryKey: ["bulks", "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).bulk ?? null,
  });

export async function bulkPage(request: PageRequest<object, null>) {
  const { first, after, signal } = request;
  return (await execute(LIST, { first, after: after ?? null }, signal)).bulks;
}

export async function bulkCount(_filter: object, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).bulks.totalCount;
}

/** The newest bulk changes; one's own that run are watched from every page. */
export const newestBulksQuery = queryOptions({
  queryKey: ["bulks", "newest"],
  queryFn: async ({ signal }) =>
    (await bulkPage({ first: 10, filter: {}, sort: null, signal })).edges.map((edge) => edge.node),
});

/** How many records a selection means at this moment. Asked anew whenever a dialog opens. */
export const bulkPreviewQuery = (selection: BulkSelectionInput) =>
  queryOptions({
    queryKey: ["bulks", "preview", selection],
    queryFn: async ({ signal }) => (await execute(PREVIEW, { selection }, signal)).bulkPreview,
    staleTime: 0,
    gcTime: 0,
  });

const PAGE = 50;

/** What became of the records; `moved` tells one end from the next. */
export const bulkRecordsQuery = (id: string, outcome: BulkOutcome, moved: string) =>
  infiniteQueryOptions({
    queryKey: ["bulks", "records", id, outcome, moved],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { id, outcome, first: PAGE, after: pageParam };
      const { edges, pageInfo } = (await execute(RECORDS, asked, signal)).bulkRecords;
      return {
        rows: edges.map((edge) => edge.node),
        next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
      };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export function watchBulk(id: string, onData: (bulk: Bulk) => void): () => void {
  return subscribe(PROGRESS, { id }, (data) => onData(data.bulkProgress));
}

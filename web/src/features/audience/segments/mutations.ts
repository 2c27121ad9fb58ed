import { graphql } from "@/gql/gql.ts";
import type { SegmentChangedFragment, SegmentCreateInput, SegmentUpdateInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { Json } from "@/lib/json.ts";

graphql(`
  fragment SegmentChanged on SegmentPayload {
    position
    id
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation SegmentCreate($input: SegmentCreateInput!) {
    segmentCreate(input: $input) {
      ...SegmentChanged
    }
  }
`);
const UPDATE = graphql(`
  mutation SegmentUpdate($input: SegmentUpdateInput!) {
    segmentUpdate(input: $input) {
      ...SegmentChanged
    }
  }
`);
const DEFINE = graphql(`
  mutation SegmentDefine($id: UUID!, $filter: JSON!) {
    segmentDefine(id: $id, filter: $filter) {
      ...SegmentChanged
    }
  }
`);
const SWITCH = graphql(`
  mutation SegmentSwitch($id: UUID!, $active: Boolean!) {
    segmentSwitch(id: $id, active: $active) {
      ...SegmentChanged
    }
  }
`);
const REFRESH = graphql(`
  mutation SegmentRefresh($id: UUID!) {
    segmentRefresh(id: $id) {
      ...SegmentChanged
    }
  }
`);
const ARCHIVE = graphql(`
  mutation SegmentArchive($id: UUID!) {
    segmentArchive(id: $id) {
      ...SegmentChanged
    }
  }
`);
const RESTORE = graphql(`
  mutation SegmentRestore($id: UUID!) {
    segmentRestore(id: $id) {
      ...SegmentChanged
    }
  }
`);

/** Its id, also while the lists do not show it yet. */
function written(payload: SegmentChangedFragment): string | undefined {
  return accepted(payload).id ?? undefined;
}

export async function createSegment(input: SegmentCreateInput): Promise<string | undefined> {
  return written((await execute(CREATE, { input })).segmentCreate);
}

export async function updateSegment(input: SegmentUpdateInput): Promise<void> {
  written((await execute(UPDATE, { input })).segmentUpdate);
}

export async function defineSegment(id: string, filter: Json): Promise<void> {
  written((await execute(DEFINE, { id, filter: filter ?? {} })).segmentDefine);
}

export async function switchSegment(id: string, active: boolean): Promise<void> {
  written((await execute(SWITCH, { id, active })).segmentSwitch);
}

export async function refreshSegment(id: string): Promise<void> {
  written((await execute(REFRESH, { id })).segmentRefresh);
}

export async function archiveSegment(id: string): Promise<void> {
  written((await execute(ARCHIVE, { id })).segmentArchive);
}

export async function restoreSegment(id: string): Promise<void> {
  written((await execute(RESTORE, { id })).segmentRestore);
}

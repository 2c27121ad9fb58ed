import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  Entity,
  SegmentBreakdownQuery,
  SegmentDaysQuery,
  SegmentFilterInput,
  SegmentMemberPartsFragment,
  SegmentMove,
  SegmentPartsFragment,
  SegmentPreviewQuery,
  SegmentReachQuery,
  SegmentWhyQuery,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Json } from "@/lib/json.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment SegmentParts on Segment {
    id
    entity
    name
    description
    tags
    sharing
    teamId
    ownerId
    ownerName
    filter
    active
    archived
    members
    changedAt
    refreshedAt
    settled
    createdAt
    updatedAt
    mayEdit
    mayShare
  }
`);

const LIST = graphql(`
  query SegmentList($first: Int!, $after: String, $filter: SegmentFilterInput) {
    segments(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...SegmentParts
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      stale
    }
  }
`);

const COUNT = graphql(`
  query SegmentCount($filter: SegmentFilterInput) {
    segments(first: 0, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query Segment($id: UUID!) {
    segment(id: $id) {
      ...SegmentParts
      usedBy {
        id
        name
      }
    }
  }
`);

const PREVIEW = graphql(`
  query SegmentPreview($entity: Entity!, $filter: JSON!, $sample: Int!) {
    segmentPreview(entity: $entity, filter: $filter, sample: $sample) {
      count
      contacts {
        id
        fullName
        email
        erased
        jobTitle
        accountName
        country
      }
      accounts {
        id
        name
        domain
        industry
        hqCountry
      }
    }
  }
`);

const BREAKDOWN = graphql(`
  query SegmentBreakdown($entity: Entity!, $filter: JSON!) {
    segmentBreakdown(entity: $entity, filter: $filter) {
      count
      charts {
        field
        groups {
          value
          count
        }
        otherValues
        others
        none
      }
    }
  }
`);

const REACH = graphql(`
  query SegmentReach($filter: JSON!) {
    segmentReach(filter: $filter) {
      count
      channels {
        channel
        reachable
        reachableFilter
        excluded {
          reason
          count
          filter
        }
      }
    }
  }
`);

graphql(`
  fragment SegmentMemberParts on SegmentMember {
    recordId
    enteredAt
    leftAt
    contact {
      fullName
      email
      erased
      jobTitle
      accountName
    }
    account {
      name
      domain
      industry
      hqCountry
    }
  }
`);

const MEMBERS = graphql(`
  query SegmentMembers($id: UUID!, $at: DateTime, $first: Int!, $after: String) {
    segmentMembers(id: $id, at: $at, first: $first, after: $after) {
      edges {
        node {
          ...SegmentMemberParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const MEMBER_COUNT = graphql(`
  query SegmentMemberCount($id: UUID!, $at: DateTime) {
    segmentMembers(id: $id, at: $at, first: 0) {
      totalCount
    }
  }
`);

const MOVED = graphql(`
  query SegmentMoved($id: UUID!, $moved: SegmentMove!, $since: DateTime!, $first: Int!, $after: String) {
    segmentMoved(id: $id, moved: $moved, since: $since, first: $first, after: $after) {
      edges {
        node {
          ...SegmentMemberParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const MOVES = graphql(`
  query SegmentMoves($id: UUID!, $since: DateTime!) {
    segmentMoves(id: $id, since: $since) {
      entered
      left
    }
  }
`);

const DAYS = graphql(`
  query SegmentDays($id: UUID!, $from: NaiveDate!, $to: NaiveDate!) {
    segmentDays(id: $id, from: $from, to: $to) {
      day
      members
      entered
      left
    }
  }
`);

const WHY = graphql(`
  query SegmentWhy($id: UUID!, $recordId: UUID!) {
    segmentWhy(id: $id, recordId: $recordId) {
      member
      fulfils
      conditions {
        sentence
        holds
      }
      stays {
        enteredAt
        enteredBecause {
          ...SegmentReasonParts
        }
        leftAt
        leftBecause {
          ...SegmentReasonParts
        }
      }
    }
  }

  fragment SegmentReasonParts on SegmentReason {
    cause
    conditions {
      sentence
      holds
    }
  }
`);

export type Segment = SegmentPartsFragment;
export type SegmentDetail = NonNullable<Awaited<ReturnType<typeof oneSegment>>>;
export type SegmentMember = SegmentMemberPartsFragment;
export type SegmentDay = SegmentDaysQuery["segmentDays"][number];
export type SegmentPreview = SegmentPreviewQuery["segmentPreview"];
export type SegmentBreakdown = SegmentBreakdownQuery["segmentBreakdown"];
export type SegmentChart = SegmentBreakdown["charts"][number];
export type SegmentReach = SegmentReachQuery["segmentReach"];
export type ReachChannel = SegmentReach["channels"][number];
export type SegmentWhy = SegmentWhyQuery["segmentWhy"];
export type SegmentStay = SegmentWhy["stays"][number];
export type SegmentReason = SegmentStay["enteredBecause"];
export type SegmentCondition = SegmentWhy["conditions"][number];

/** First part of every key of segments; mutations invalidate by it. */
export const SEGMENTS = "segments";

/** Rows of a page of members. */
const MEMBERS_PAGE = 60;
/** How often it is looked whether a segment has settled, and who came and went after that. */
const SETTLING = 2000;
const LIVE = 15_000;

export async function segmentPage({
  first,
  after,
  filter,
  signal,
}: PageRequest<SegmentFilterInput, unknown>): Promise<Connection<Segment>> {
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).segments;
}

export async function segmentCount(filter: SegmentFilterInput, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).segments.totalCount;
}

async function oneSegment(id: string, signal?: AbortSignal) {
  return (await execute(ONE, { id }, signal)).segment ?? null;
}

/** An archived one too; null when there is none, or it may not be seen. Its members follow the data, so it is read again. */
export const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: [SEGMENTS, "one", id],
    queryFn: ({ signal }) => oneSegment(id, signal),
    refetchInterval: ({ state: { data } }) => (isSettling(data) ? SETTLING : LIVE),
  });

/** Its members are being found. */
export function isSettling(segment: Pick<Segment, "settled" | "active" | "archived"> | null | undefined): boolean {
  return segment !== null && segment !== undefined && !segment.settled && segment.active && !segment.archived;
}

/** Exactly how many a definition finds, and the newest of them. */
export const previewQuery = (entity: Entity, filter: Json, sample = 10) =>
  queryOptions({
    queryKey: [entity === "ACCOUNT" ? "accounts" : "contacts", "preview", filter, sample],
    queryFn: async ({ signal }) =>
      (await execute(PREVIEW, { entity, filter: filter ?? {}, sample }, signal)).segmentPreview,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** How those that a definition finds divide, and how they can be reached. Dearer than the count, so nobody asks before there is one. */
export const breakdownQuery = (entity: Entity, filter: Json, enabled: boolean) =>
  queryOptions({
    queryKey: [entity === "ACCOUNT" ? "accounts" : "contacts", "breakdown", filter],
    queryFn: async ({ signal }) =>
      (await execute(BREAKDOWN, { entity, filter: filter ?? {} }, signal)).segmentBreakdown,
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });

/** Of contacts. */
export const reachQuery = (filter: Json, enabled: boolean) =>
  queryOptions({
    queryKey: ["contacts", "reach", filter],
    queryFn: async ({ signal }) => (await execute(REACH, { filter: filter ?? {} }, signal)).segmentReach,
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });

/** As much of a segment as its members depend on: they are read anew when somebody came or went. */
type Of = Pick<Segment, "id" | "changedAt">;

/** Who is in it, or was at a moment. */
export const membersQuery = ({ id, changedAt }: Of, at: string | null) =>
  infiniteQueryOptions({
    queryKey: [SEGMENTS, "members", id, at, changedAt],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      rowsOf((await execute(MEMBERS, { id, at, first: MEMBERS_PAGE, after: pageParam }, signal)).segmentMembers),
    getNextPageParam: (last) => last.next,
  });

export const memberCountQuery = ({ id, changedAt }: Of, at: string | null) =>
  queryOptions({
    queryKey: [SEGMENTS, "member-count", id, at, changedAt],
    queryFn: async ({ signal }) => (await execute(MEMBER_COUNT, { id, at }, signal)).segmentMembers.totalCount,
  });

/** Who entered or left since a moment, the latest first. */
export const movedQuery = ({ id, changedAt }: Of, moved: SegmentMove, since: string) =>
  infiniteQueryOptions({
    queryKey: [SEGMENTS, "moved", id, moved, since, changedAt],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      rowsOf((await execute(MOVED, { id, moved, since, first: MEMBERS_PAGE, after: pageParam }, signal)).segmentMoved),
    getNextPageParam: (last) => last.next,
  });

export const movesQuery = ({ id, changedAt }: Of, since: string) =>
  queryOptions({
    queryKey: [SEGMENTS, "moves", id, since, changedAt],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await execute(MOVES, { id, since }, signal)).segmentMoves,
  });

/** Days of UTC, as "2026-03-31", both ends included. */
export const daysQuery = ({ id, changedAt }: Of, from: string, to: string) =>
  queryOptions({
    queryKey: [SEGMENTS, "days", id, from, to, changedAt],
    queryFn: async ({ signal }) => (await execute(DAYS, { id, from, to }, signal)).segmentDays,
    placeholderData: keepPreviousData,
  });

export const whyQuery = (id: string, recordId: string) =>
  queryOptions({
    queryKey: [SEGMENTS, "why", id, recordId],
    queryFn: async ({ signal }) => (await execute(WHY, { id, recordId }, signal)).segmentWhy,
  });

function rowsOf(connection: {
  edges: { node: SegmentMember }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}) {
  const { hasNextPage, endCursor } = connection.pageInfo;
  return { rows: connection.edges.map(({ node }) => node), next: hasNextPage ? (endCursor ?? null) : null };
}

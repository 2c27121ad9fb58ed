import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, SurvivorshipInput, SurvivorshipPreviewRowsQuery, SurvivorshipRulesQuery } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

graphql(`
  fragment SurvivorshipShown on Survivorship {
    entity
    isDefault
    changedAt
    everywhere
    sources {
      source
      label
    }
    fields {
      field
      label
      order
    }
    preview {
      id
      everywhere
      fields {
        field
        label
        order
      }
      startedAt
      running
      progress {
        ...Progress
      }
      records
      changed
      counts {
        field
        label
        count
      }
      expiresAt
      appliedBy
    }
  }
`);
const RULES = graphql(`
  query SurvivorshipRules($entity: Entity!) {
    survivorship(entity: $entity) {
      ...SurvivorshipShown
    }
  }
`);
const ROWS = graphql(`
  query SurvivorshipPreviewRows($entity: Entity!, $first: Int!, $after: String) {
    survivorshipPreviewRows(entity: $entity, first: $first, after: $after) {
      rows {
        recordId
        name
        fields {
          field
          label
          now
          nowSource
          nowAt
          then
          thenSource
          thenAt
        }
      }
      endCursor
      hasNextPage
    }
  }
`);
const CHANGE = graphql(`
  mutation SurvivorshipChange($input: SurvivorshipInput!, $expected: SurvivorshipInput) {
    survivorshipChange(input: $input, expected: $expected) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const PREVIEW = graphql(`
  mutation SurvivorshipPreview($input: SurvivorshipInput!) {
    survivorshipPreview(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation SurvivorshipCancelPreview($entity: Entity!) {
    survivorshipCancelPreview(entity: $entity) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const APPLY = graphql(`
  mutation SurvivorshipApply($entity: Entity!, $preview: UUID!) {
    survivorshipApply(entity: $entity, preview: $preview) {
      bulkId
      userErrors {
        ...Refusal
      }
    }
  }
`);

export type Survivorship = SurvivorshipRulesQuery["survivorship"];
export type RulesPreview = NonNullable<Survivorship["preview"]>;
export type PreviewedRecord = SurvivorshipPreviewRowsQuery["survivorshipPreviewRows"]["rows"][number];

/** Asked again while a preview is being made. */
export const rulesQuery = (entity: Entity) =>
  queryOptions({
    queryKey: ["survivorship", entity],
    queryFn: async ({ signal }) => (await execute(RULES, { entity }, signal)).survivorship,
    refetchInterval: (query) => (query.state.data?.preview?.running === true ? 1000 : false),
  });

/** Records that would hold other values; `preview` tells one list from the next. */
export const previewRowsQuery = (entity: Entity, preview: string) =>
  infiniteQueryOptions({
    queryKey: ["survivorship-rows", entity, preview],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(ROWS, { entity, first: 50, after: pageParam }, signal)).survivorshipPreviewRows,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.hasNextPage ? (page.endCursor ?? null) : null),
  });

export async function changeRules(input: SurvivorshipInput, expected: SurvivorshipInput): Promise<void> {
  accepted((await execute(CHANGE, { input, expected })).survivorshipChange);
}

export async function previewRules(input: SurvivorshipInput): Promise<void> {
  accepted((await execute(PREVIEW, { input })).survivorshipPreview);
}

export async function cancelPreview(entity: Entity): Promise<void> {
  accepted((await execute(CANCEL, { entity })).survivorshipCancelPreview);
}

/** Answers with the bulk change that makes it so. */
export async function applyPreview(entity: Entity, preview: string): Promise<string | null> {
  return accepted((await execute(APPLY, { entity, preview })).survivorshipApply).bulkId ?? null;
}

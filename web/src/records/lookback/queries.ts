import { graphql } from "@/gql/gql.ts";
import type { RecordThenQuery, RecordsComparedQuery } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { RecordKind } from "../record-kind.ts";
import { type Moment, momentArguments, momentText } from "./moment.ts";

const FACETS = graphql(`
  query TimelineFacets($entity: Entity!, $id: UUID!) {
    timelineFacets(entity: $entity, id: $id) {
      kinds {
        key
        label
        count
      }
      actors {
        id
        name
        count
      }
      moments {
        position
        at
        eventType
      }
    }
  }
`);

/** The record then, and what differs from now: one question. */
const THEN = graphql(`
  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {
    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {
      existed
      archived
      at
      fields {
        field
        label
        value
        text
        derived
      }
    }
    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {
      fields {
        field
        label
        to
        toText
        changed
      }
    }
  }
`);

const COMPARED = graphql(`
  query RecordsCompared(
    $entity: Entity!
    $id: UUID!
    $from: DateTime
    $fromPosition: Int
    $to: DateTime
    $toPosition: Int
  ) {
    recordCompare(
      entity: $entity
      id: $id
      from: $from
      fromPosition: $fromPosition
      to: $to
      toPosition: $toPosition
    ) {
      from {
        existed
        archived
        at
      }
      to {
        existed
        archived
        at
      }
      fields {
        field
        label
        from
        fromText
        to
        toText
        changed
      }
    }
  }
`);

export type RecordThen = NonNullable<RecordThenQuery["recordAsOf"]>;
export type ThenField = RecordThen["fields"][number];
export type NowField = NonNullable<RecordThenQuery["recordCompare"]>["fields"][number];
export type ComparedField = NonNullable<RecordsComparedQuery["recordCompare"]>["fields"][number];

/** What the timeline can be filtered by, and the stops of the slider. */
export const facetsQuery = (kind: RecordKind, id: string) =>
  queryOptions({
    queryKey: [kind.key, "history", id, "facets"],
    queryFn: async ({ signal }) => (await execute(FACETS, { entity: kind.entity, id }, signal)).timelineFacets,
  });

export const thenQuery = (kind: RecordKind, id: string, moment: Moment) =>
  queryOptions({
    queryKey: [kind.key, "history", id, "then", momentText(moment)],
    queryFn: ({ signal }) => execute(THEN, { entity: kind.entity, id, ...momentArguments(moment) }, signal),
  });

export const comparedQuery = (kind: RecordKind, id: string, from: Moment, to: Moment | null) => {
  const [start, end] = [momentArguments(from), momentArguments(to)];
  return queryOptions({
    queryKey: [kind.key, "history", id, "compared", momentText(from), to === null ? "now" : momentText(to)],
    queryFn: async ({ signal }) =>
      (
        await execute(
          COMPARED,
          {
            entity: kind.entity,
            id,
            from: start.at,
            fromPosition: start.position,
            to: end.at,
            toPosition: end.position,
          },
          signal,
        )
      ).recordCompare ?? null,
  });
};

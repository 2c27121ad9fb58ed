/** Rules of retention, their changes, what dry runs found and what runs deleted. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { RetentionDryRunQuery, RetentionJobQuery, RetentionQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const RETENTION = graphql(`
  query Retention {
    retentionRules {
      kind
      label
      deletes
      keep {
        count
        unit
        label
      }
      mayBeForever
      onHold
      changedAt
      changedBy
      note
    }
    retentionRuleChanges {
      position
      kind
      label
      keep {
        label
      }
      previous {
        label
      }
      note
      at
      actorName
    }
    retentionRuns {
      id
      endedAt
      askedBy
      cancelled
      deleted
      held
      kinds {
        kind
        label
        deleted
        held
        left
        more
        onHold
      }
    }
  }
`);

const DRY_RUN = graphql(`
  query RetentionDryRun($id: UUID!) {
    retentionDryRun(id: $id) {
      id
      dueNow
      dueIn30Days
      dueIn90Days
      held
      items {
        id
        name
        since
      }
      heldItems {
        id
        name
        since
      }
    }
  }
`);

const JOB = graphql(`
  query RetentionJob($id: UUID!) {
    job(id: $id) {
      id
      state
      error
      progress {
        done
        phase
      }
    }
  }
`);

export type RetentionRule = RetentionQuery["retentionRules"][number];
export type RetentionRuleChange = RetentionQuery["retentionRuleChanges"][number];
export type RetentionRun = RetentionQuery["retentionRuns"][number];
export type RetentionDryRun = NonNullable<RetentionDryRunQuery["retentionDryRun"]>;
export type RetentionJob = NonNullable<RetentionJobQuery["job"]>;

/** How often work under way is looked at, in milliseconds. */
const LOOK_EVERY = 1_000;

export const retentionQuery = queryOptions({
  queryKey: ["retention", "rules"],
  queryFn: ({ signal }) => execute(RETENTION, {}, signal),
});

/** Null while it runs. */
export const dryRunQuery = (id: string) =>
  queryOptions({
    queryKey: ["retention", "dry-run", id],
    queryFn: async ({ signal }) => (await execute(DRY_RUN, { id }, signal)).retentionDryRun,
    refetchInterval: ({ state }) => (state.data ? false : LOOK_EVERY),
  });

/** Whether nothing will become of it any more. */
export function isOver(job: RetentionJob | null | undefined): boolean {
  return job === null || (job !== undefined && job.state !== "QUEUED" && job.state !== "RUNNING");
}

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["retention", "job", id],
    queryFn: async ({ signal }) => (await execute(JOB, { id }, signal)).job,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : LOOK_EVERY),
  });

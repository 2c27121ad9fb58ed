import { graphql } from "@/gql/gql.ts";
import type { JobListQuery, JobState, LogStatusQuery, ProjectionListQuery, RoutineJobsQuery } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

const PROJECTIONS = graphql(`
  query ProjectionList {
    projections {
      ...ProjectionLine
    }
  }
`);

graphql(`
  fragment ProjectionLine on Projection {
    name
    version
    state
    position
    headPosition
    lagEvents
    lagSeconds
    error
    failedPosition
    failedEventType
    parkedEvents
    updatedAt
    rebuild {
      ...Progress
    }
  }
`);

const LOG = graphql(`
  query LogStatus {
    logStatus {
      headPosition
      events
      facts
      epoch
      sealedTo
      bus
      relayPosition
      relayLag
    }
  }
`);

graphql(`
  fragment JobLine on Job {
    id
    kind
    title
    state
    attempts
    maxAttempts
    error
    runAt
    createdAt
    startedAt
    finishedAt
    createdBy
    cancellable
    link
    progress {
      ...Progress
    }
  }
`);

const JOBS = graphql(`
  query JobList($first: Int!, $after: String, $state: JobState) {
    jobs(first: $first, after: $after, state: $state, routine: false) {
      edges {
        cursor
        node {
          ...JobLine
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

const JOB_COUNT = graphql(`
  query JobCount($state: JobState) {
    jobs(first: 1, state: $state, routine: false) {
      totalCount
    }
  }
`);

const ROUTINE = graphql(`
  query RoutineJobs {
    routineJobs {
      kind
      label
      waiting
      running
      done
      parked
      lastFinishedAt
    }
  }
`);

const PROJECTIONS_CHANGED = graphql(`
  subscription ProjectionsChanged {
    projectionsChanged {
      ...ProjectionLine
    }
  }
`);

const JOBS_CHANGED = graphql(`
  subscription JobsChanged {
    jobsChanged {
      id
      state
    }
  }
`);

export type Projection = ProjectionListQuery["projections"][number];
export type LogStatus = LogStatusQuery["logStatus"];
export type Job = JobListQuery["jobs"]["edges"][number]["node"];
export type RoutineJobs = RoutineJobsQuery["routineJobs"][number];
export interface JobFilter {
  state: JobState | null;
}

export const projectionsQuery = queryOptions({
  queryKey: ["projections"],
  queryFn: async ({ signal }) => (await execute(PROJECTIONS, {}, signal)).projections,
  // Beside the subscription, for a network that lets none through.
  refetchInterval: 5000,
});

export const routineQuery = queryOptions({
  // Under "jobs": whatever happens to a job counts again.
  queryKey: ["jobs", "routine"],
  queryFn: async ({ signal }) => (await execute(ROUTINE, {}, signal)).routineJobs,
  refetchInterval: 10_000,
});

export const logStatusQuery = queryOptions({
  queryKey: ["log-status"],
  queryFn: async ({ signal }) => (await execute(LOG, {}, signal)).logStatus,
  refetchInterval: 3000,
});

export async function jobPage(request: PageRequest<JobFilter, null>) {
  const { first, after, filter, signal } = request;
  const { jobs } = await execute(JOBS, { first, after: after ?? null, state: filter.state }, signal);
  return { ...jobs, stale: false };
}

export async function jobCount(filter: JobFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(JOB_COUNT, { state: filter.state }, signal)).jobs.totalCount;
}

export const watchProjections = (onData: (projections: Projection[]) => void) =>
  subscribe(PROJECTIONS_CHANGED, {}, (data) => onData(data.projectionsChanged));

export const watchJobs = (onChange: () => void) => subscribe(JOBS_CHANGED, {}, onChange);

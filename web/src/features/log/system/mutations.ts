import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const RETRY = graphql(`
  mutation ProjectionRetry($input: ProjectionActionInput!) {
    projectionRetry(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const PARK = graphql(`
  mutation ProjectionPark($input: ProjectionActionInput!) {
    projectionPark(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REBUILD = graphql(`
  mutation ProjectionRebuild($input: ProjectionActionInput!) {
    projectionRebuild(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const JOB_CANCEL = graphql(`
  mutation JobCancel($input: JobActionInput!) {
    jobCancel(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const JOB_RETRY = graphql(`
  mutation JobRetry($input: JobActionInput!) {
    jobRetry(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const projectionCommands = {
  retry: async (name: string) => accepted((await execute(RETRY, { input: { name } })).projectionRetry),
  /** Skips the event that stops it; it is kept aside and can be looked at. */
  park: async (name: string) => accepted((await execute(PARK, { input: { name } })).projectionPark),
  rebuild: async (name: string) => accepted((await execute(REBUILD, { input: { name } })).projectionRebuild),
};

export const jobCommands = {
  cancel: async (id: string) => accepted((await execute(JOB_CANCEL, { input: { id } })).jobCancel),
  retry: async (id: string) => accepted((await execute(JOB_RETRY, { input: { id } })).jobRetry),
};

import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { RetentionKeepInput, RetentionKind, RetentionRuleSetInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const DRY_RUN = graphql(`
  mutation RetentionDryRunStart($kind: RetentionKind!, $keep: RetentionKeepInput!) {
    retentionDryRunStart(kind: $kind, keep: $keep) {
      jobId
      userErrors {
        ...Refusal
      }
    }
  }
`);
const SET = graphql(`
  mutation RetentionRuleSet($input: RetentionRuleSetInput!) {
    retentionRuleSet(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RUN = graphql(`
  mutation RetentionRunNow {
    retentionRunNow {
      jobId
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation RetentionCancel($input: JobActionInput!) {
    jobCancel(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the dry run, which is under way. */
export async function startDryRun(kind: RetentionKind, keep: RetentionKeepInput): Promise<string> {
  return started(accepted((await execute(DRY_RUN, { kind, keep })).retentionDryRunStart).jobId);
}

export async function setRetentionRule(input: RetentionRuleSetInput): Promise<void> {
  accepted((await execute(SET, { input })).retentionRuleSet);
}

/** Answers with the job. */
export async function runRetention(): Promise<string> {
  return started(accepted((await execute(RUN, {})).retentionRunNow).jobId);
}

export async function cancelRetention(jobId: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id: jobId } })).jobCancel);
}

export async function refreshRetention(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ["retention", "rules"] });
}

function started(jobId: string | null): string {
  if (jobId === null) throw new Error("The work was accepted and has no job.");
  return jobId;
}

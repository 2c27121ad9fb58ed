import { graphql } from "@/gql/gql.ts";
import type { DuplicatesJudgeInput, DuplicatesMergeInput, Entity } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const FIND = graphql(`
  mutation DuplicatesFind($input: DuplicatesFindInput!) {
    duplicatesFind(input: $input) {
      jobId
      userErrors {
        ...Refusal
      }
    }
  }
`);

const JUDGE = graphql(`
  mutation DuplicatesJudge($input: DuplicatesJudgeInput!) {
    duplicatesJudge(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const MERGE_MANY = graphql(`
  mutation DuplicatesMerge($input: DuplicatesMergeInput!) {
    duplicatesMerge(input: $input) {
      position
      bulk {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function findDuplicates(entity: Entity, whole: boolean): Promise<void> {
  accepted((await execute(FIND, { input: { entity, whole } })).duplicatesFind);
}

export async function judge(input: DuplicatesJudgeInput): Promise<void> {
  accepted((await execute(JUDGE, { input })).duplicatesJudge);
}

/** The bulk change under which it is undone; null where the list is behind. */
export async function mergeMany(input: DuplicatesMergeInput): Promise<string | null> {
  return accepted((await execute(MERGE_MANY, { input })).duplicatesMerge).bulk?.id ?? null;
}

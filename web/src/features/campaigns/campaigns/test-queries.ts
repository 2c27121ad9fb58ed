/** How the variants of a campaign's test stand, and the word of a person on it. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { CampaignTestStandingQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { CAMPAIGNS } from "./queries.ts";

const STANDING = graphql(`
  query CampaignTestStanding($id: UUID!) {
    campaignTest(id: $id) {
      metric
      endsAt
      winner
      variants {
        key
        reached
        successes
        percent
        lowPercent
        highPercent
        p
      }
      beingJudged
      minimum
      enough
      test
      words
    }
  }
`);

export type TestResult = NonNullable<CampaignTestStandingQuery["campaignTest"]>;
export type TestVariant = TestResult["variants"][number];

/** Null: it tests nothing. `live`: it is being sent. */
export const testQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "test", id],
    queryFn: async ({ signal }) => (await execute(STANDING, { id }, signal)).campaignTest ?? null,
    refetchInterval: live ? 5_000 : 30_000,
  });

/** What came of a campaign by mail, as it was counted when it is asked for. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  EmailFiguresShownFragment,
  EmailReportBy,
  EmailReportOfQuery,
  EmailReportsComparedQuery,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

graphql(`
  fragment EmailFiguresShown on EmailFigures {
    sent
    accepted
    delivered
    reached
    bouncedHard
    bouncedSoft
    dropped
    complained
    unsubscribed
    replied
    autoReplied
    opened
    clicked
    opens
    clicks
    machineOpened
    machineClicked
    machineOpens
    machineClicks
    unjudged
  }
`);

const REPORT = graphql(`
  query EmailReportOf($id: UUID!, $by: EmailReportBy!) {
    emailReport(campaignId: $id, by: $by) {
      total {
        ...EmailFiguresShown
      }
      rows {
        variant
        hour
        domain
        link
        name
        figures {
          ...EmailFiguresShown
        }
      }
      rest {
        ...EmailFiguresShown
      }
      stale
    }
  }
`);

const COMPARED = graphql(`
  query EmailReportsCompared($ids: [UUID!]!) {
    emailReports(campaignIds: $ids) {
      campaignId
      name
      launchedAt
      ledger {
        audience
        excluded
        failed
        unknown
        pending
      }
      total {
        ...EmailFiguresShown
      }
    }
  }
`);

export type Figures = EmailFiguresShownFragment;
export type Report = NonNullable<EmailReportOfQuery["emailReport"]>;
export type Compared = EmailReportsComparedQuery["emailReports"][number];
export type ReportRow = Report["rows"][number];

/** How often it is asked for anew, in milliseconds: what it sends comes back within minutes, and opens for days. */
const LIVE = 5_000;
const AFTER = 30_000;

export const reportQuery = (campaignId: string, by: EmailReportBy, live: boolean) =>
  queryOptions({
    queryKey: ["email-reports", campaignId, by],
    queryFn: async ({ signal }) => (await execute(REPORT, { id: campaignId, by }, signal)).emailReport,
    // Domains are counted over all of its mails each time.
    refetchInterval: live && by !== "DOMAIN" ? LIVE : AFTER,
  });

/** So many stand beside one another at most. */
export const COMPARED_MOST = 5;

/** Two to five campaigns, in this order; those that may not be seen are not among them. */
export const comparedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["email-reports", "compared", ids],
    queryFn: async ({ signal }) => (await execute(COMPARED, { ids: [...ids] }, signal)).emailReports,
    enabled: ids.length >= 2,
    placeholderData: keepPreviousData,
    refetchInterval: AFTER,
  });

/** Where figures are as files. */
import type { EmailReportBy } from "@/gql/graphql.ts";

export type FileFormat = "csv" | "xlsx";

export const reportFile = (campaignId: string, by: EmailReportBy, format: FileFormat): string =>
  `/api/v1/reports/email/campaigns/${campaignId}/file?${new URLSearchParams({ by: by.toLowerCase(), format })}`;

export const comparedFile = (campaignIds: readonly string[], format: FileFormat): string =>
  `/api/v1/reports/email/compare/file?${new URLSearchParams({ campaigns: campaignIds.join(","), format })}`;

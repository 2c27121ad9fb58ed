import type { EmailRecipientsFilter } from "@/gql/graphql.ts";

/** Where the recipients that a list shows are as a file. */
export function recipientsFile(campaignId: string, filter: EmailRecipientsFilter, format: "csv" | "xlsx"): string {
  const asked = new URLSearchParams({ format });
  const states = filter.states ?? [];
  const reasons = filter.reasons ?? [];
  if (states.length > 0) asked.set("state", states.join(",").toLowerCase());
  if (reasons.length > 0) asked.set("reason", reasons.join(","));
  if (filter.variant) asked.set("variant", filter.variant);
  if (filter.version) asked.set("version", String(filter.version));
  if (filter.domain) asked.set("domain", filter.domain);
  if (filter.response) asked.set("response", filter.response.toLowerCase());
  return `/api/v1/campaigns/${campaignId}/recipients/file?${asked}`;
}

/** What legal holds say of themselves. Pure. */
import type { LegalHoldData, LegalHoldScope } from "@/gql/graphql.ts";
import { formatDay } from "@/lib/format.ts";
import type { LegalHold } from "./queries.ts";

export const SCOPES: Record<LegalHoldScope, string> = {
  CONTACT: "A contact",
  ACCOUNT: "An account",
  DATA: "Everything of a kind",
};

export const DATA: Record<LegalHoldData, string> = {
  CONTACTS: "All contacts",
  REPLIES: "All replies",
  IMPORT_FILES: "All import files",
  EXPORT_FILES: "All export files",
  TEST_MAILBOX: "The whole test mailbox",
  SIGN_INS: "All sign-ins",
  FINISHED_JOBS: "All finished jobs",
};

/** Where what is held is seen; null for what is no record, or is gone. */
export function recordPath({ scope, recordId, erased }: LegalHold): string | null {
  if (recordId === null || erased) return null;
  return scope === "ACCOUNT" ? `/accounts/${recordId}` : `/contacts/${recordId}`;
}

/** "Case 2026/114, since 5 Jan 2026": of several the first, and how many more. */
export function standingWords(standing: readonly LegalHold[]): string {
  const [first, ...more] = standing;
  if (first === undefined) return "";
  const own = [first.reference ?? first.reason, `since ${formatDay(first.since)}`].filter(Boolean).join(", ");
  return more.length === 0 ? own : `${own}, and ${more.length} more`;
}

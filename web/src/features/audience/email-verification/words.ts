/** How outcomes of a verification are worded and coloured. No React. */
import type { OutcomePart } from "@/components/outcome-bar.tsx";
import type { EmailVerificationOutcome } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { contactsOf, partsOf as partsOfRun, type RunOutcome } from "@/records/contact-runs/run.ts";
import type { EmailVerification } from "./queries.ts";

type Counts = EmailVerification["counts"];

export type Outcome = RunOutcome<
  EmailVerificationOutcome,
  Exclude<keyof Counts, "known" | "changed" | "done" | "__typename">
>;

/** In the order they are shown. They add up to the contacts of the run, always. */
export const OUTCOMES: readonly Outcome[] = [
  { id: "VALID", field: "valid", label: "Valid", tone: "success", meaning: "The mail server takes mail for them." },
  {
    id: "CATCH_ALL",
    field: "catchAll",
    label: "Catch-all",
    tone: "info",
    meaning: "The mail server takes mail for anybody, so nobody can tell.",
  },
  { id: "RISKY", field: "risky", label: "Risky", tone: "warning", meaning: "The mailbox is full." },
  { id: "INVALID", field: "invalid", label: "Invalid", tone: "danger", meaning: "Mail cannot reach them." },
  {
    id: "DISPOSABLE",
    field: "disposable",
    label: "Disposable",
    tone: "danger",
    meaning: "Addresses that are used once.",
  },
  {
    id: "UNKNOWN",
    field: "unknown",
    label: "Unknown",
    tone: "neutral",
    meaning: "Nobody told. What was known of them stays.",
  },
  { id: "NO_EMAIL", field: "noEmail", label: "No email", tone: "neutral", meaning: "There is nothing to verify." },
  {
    id: "REFUSED",
    field: "refused",
    label: "Refused",
    tone: "violet",
    meaning: "Archived, erased or gone, or not yours to change.",
  },
  { id: "NOT_RUN", field: "notRun", label: "Not run", tone: "info", meaning: "It ended before these." },
];

export const partsOf = (counts: Counts): OutcomePart[] => partsOfRun(OUTCOMES, counts);

/** "1,204 contacts", "What an import brought". */
export function titleOf(one: EmailVerification): string {
  const count = contactsOf(one);
  const of = one.importId ? " of an import" : "";
  return count === undefined ? `Emails${of} verified` : `${countOf(count, "email", "emails")}${of} verified`;
}

/** What it came to, in a few words. */
export function cameTo({ state, counts }: EmailVerification): string {
  if (state === "FAILED" && counts.done === 0) return "Nothing was verified";
  const bad = counts.invalid + counts.disposable;
  return `${countOf(counts.valid, "valid", "valid")}, ${countOf(bad, "invalid", "invalid")}, ${countOf(counts.unknown + counts.catchAll + counts.risky, "uncertain", "uncertain")}`;
}

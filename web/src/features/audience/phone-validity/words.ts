/** How outcomes of a look-up are worded and coloured. No React. */
import type { OutcomePart } from "@/components/outcome-bar.tsx";
import type { LookedUpPhone, PhoneLookupOutcome, PhoneLookupProvider } from "@/gql/graphql.ts";
import { countOf, sentence } from "@/lib/format.ts";
import { contactsOf, partsOf as partsOfRun, type RunOutcome } from "@/records/contact-runs/run.ts";
import type { PhoneLookup } from "./queries.ts";

type Counts = PhoneLookup["counts"];

export type Outcome = RunOutcome<
  PhoneLookupOutcome,
  Exclude<keyof Counts, "known" | "changed" | "done" | "__typename">
>;

/** In the order they are shown. They add up to the contacts, or accounts, of the run, always. */
export const OUTCOMES: readonly Outcome[] = [
  { id: "MOBILE", field: "mobile", label: "Mobile", tone: "success", meaning: "A mobile line." },
  { id: "FIXED_LINE", field: "fixedLine", label: "Fixed line", tone: "info", meaning: "A fixed line." },
  { id: "VOIP", field: "voip", label: "VoIP", tone: "info", meaning: "A line over the internet." },
  {
    id: "OTHER",
    field: "other",
    label: "Other",
    tone: "warning",
    meaning: "Toll free, premium rate and the like, or a line that the look-up could not tell.",
  },
  {
    id: "NOT_FOUND",
    field: "notFound",
    label: "Not found",
    tone: "danger",
    meaning: "The carriers know of no such number.",
  },
  {
    id: "NOT_VALID",
    field: "notValid",
    label: "Not valid",
    tone: "danger",
    meaning: "No numbering plan has the number, so nobody was asked.",
  },
  { id: "NO_PHONE", field: "noPhone", label: "No phone", tone: "neutral", meaning: "There is nothing to look up." },
  {
    id: "REFUSED",
    field: "refused",
    label: "Refused",
    tone: "violet",
    meaning: "Archived, erased or gone, or not yours to change.",
  },
  { id: "NOT_RUN", field: "notRun", label: "Not run", tone: "neutral", meaning: "It ended before these." },
];

/** Which number, in the middle of a sentence. */
export const WHICH: Record<LookedUpPhone, string> = {
  MOBILE_PHONE: "mobile phone",
  DIRECT_PHONE: "direct phone",
  MAIN_PHONE: "main phone",
};

export const PROVIDERS: Record<PhoneLookupProvider, string> = {
  OFF: "Nobody",
  TEST: "Test look-up: its answers are made up",
  TELNYX: "Telnyx Number Lookup",
};

export const partsOf = (counts: Counts): OutcomePart[] => partsOfRun(OUTCOMES, counts);

/** "1,204 mobile phones of an import looked up". */
export function titleOf(one: PhoneLookup): string {
  const count = contactsOf(one);
  const of = one.importId ? " of an import" : "";
  const noun = WHICH[one.which];
  return count === undefined
    ? `${sentence(noun)}s${of} looked up`
    : `${countOf(count, noun, `${noun}s`)}${of} looked up`;
}

/** What it came to, in a few words. */
export function cameTo({ state, counts }: PhoneLookup): string {
  if (state === "FAILED" && counts.done === 0) return "Nothing was looked up";
  const parts: [number, string, string][] = [
    [counts.mobile, "mobile", "mobile"],
    [counts.fixedLine, "fixed line", "fixed lines"],
    [counts.voip + counts.other, "other", "other"],
    [counts.notFound, "not found", "not found"],
  ];
  const found = parts.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many));
  if (found.length > 0) return found.join(", ");
  if (counts.noPhone > 0 && counts.noPhone === counts.done) return "None of them has a number to look up";
  return counts.notValid > 0 ? "No number could be looked up: none of them is valid" : "No number was looked up";
}

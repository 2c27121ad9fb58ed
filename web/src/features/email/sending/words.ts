/** What is said of one recipient. */
import { formatMoment, sentence } from "@/lib/format.ts";
import { LEDGER } from "@/records/email-sending/ledger-words.ts";
import { RESPONSES, responseWords } from "@/records/email-sending/response-words.ts";
import type { Recipient, RecipientStep } from "./queries.ts";

/** By name, by address, or that they may not be seen. */
export function recipientName({ contact }: Pick<Recipient, "contact">): string {
  if (contact === null || contact === undefined) return "Erased, or not yours to see";
  return contact.erased ? "Erased contact" : contact.fullName || contact.email || "Unnamed contact";
}

const STEPS: Record<string, string> = {
  queue: "found when the audience was taken",
  mark: "found right before it would have left",
  send: "the provider’s answer",
  settle: "found out afterwards",
  stop: "the campaign was stopped",
  sweep: "found while it waited",
  person: "said by a person",
};

/** Which step told of it, in words. */
export function stepWords(settledBy: string | null | undefined): string | null {
  return settledBy === null || settledBy === undefined ? null : (STEPS[settledBy] ?? null);
}

export interface Step {
  /** Empty: it is not known when. */
  at: string;
  title: string;
  detail: string;
}

/** What happened to somebody in a campaign, the latest first. */
export function stepsOf(one: Recipient): Step[] {
  const steps: Step[] = [{ at: "", title: `Taken into audience version ${one.version}`, detail: "" }];
  const known = [one.reasonLabel, stepWords(one.settledBy)].filter((part) => part !== null && part !== undefined);
  if (typeof one.sentAt === "string" && one.state !== "FAILED") {
    steps.push({
      at: one.sentAt,
      title: one.state === "UNKNOWN" ? "Handed over, and no answer that says what became of it" : "Handed over",
      detail: one.attempts > 1 ? `At the ${ordinal(one.attempts)} try` : "",
    });
  }
  if (one.state === "SENT") return steps.toReversed();
  if (one.state === "PENDING") {
    const tries = one.attempts === 0 ? "" : `Tried ${one.attempts === 1 ? "once" : `${one.attempts} times`} so far`;
    return [{ at: one.at, title: "Waits for its turn", detail: tries }, ...steps.toReversed()];
  }
  return [{ at: one.at, title: LEDGER[one.state].label, detail: known.join("; ") }, ...steps.toReversed()];
}

/** What was told of somebody's email, the latest first: who or what did it, where it led, and why it came back. */
export function toldSteps(told: readonly RecipientStep[]): Step[] {
  return told.map(({ kind, at, code, link, linkName, byProgram }) => {
    const hit = kind === "OPENED" || kind === "CLICKED";
    const where = typeof link === "number" ? (linkName ?? `Link ${link}`) : "";
    const judged = hit && typeof byProgram !== "boolean" ? "Being judged, and taken for a person’s until then" : "";
    const why = code ? sentence(code.replaceAll("_", " ")) : "";
    return {
      at,
      title: hit && byProgram === true ? `${RESPONSES[kind]} by a program` : RESPONSES[kind],
      detail: [where, why, judged].filter((part) => part !== "").join(". "),
    };
  });
}

/** "1st", "2nd", "11th". */
function ordinal(number: number): string {
  const ending = /1[1-3]$/.test(String(number)) ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

/** For a phone's second line. */
export function outcomeWords(one: Recipient): string {
  return [LEDGER[one.state].label, one.reasonLabel ?? responseWords(one.responses)].filter(Boolean).join(": ");
}

/** When it left, or since when it is as it is. */
export const momentWords = (one: Recipient): string => formatMoment(one.sentAt ?? one.at);

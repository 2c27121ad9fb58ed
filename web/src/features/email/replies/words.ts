import type { Tone } from "@/components/badge.tsx";
import type { EmailReplyKind, EmailReplyMatch } from "@/gql/graphql.ts";
import { formatGivenDay } from "@/lib/format.ts";
import type { Reply } from "./queries.ts";

/** Who wrote it. */
export const KINDS: Record<EmailReplyKind, { label: string; tone: Tone | "hollow" }> = {
  PERSON: { label: "A person", tone: "primary" },
  ASKS_TO_STOP: { label: "Asks to stop", tone: "warning" },
  AUTOMATIC: { label: "Automatic", tone: "hollow" },
};

export const STATES = { OPEN: "To do", DONE: "Done" };

/** How it is known which email of ours it answers. */
export const MATCHES: Record<EmailReplyMatch, string> = {
  THREAD: "It quotes our email",
  TOKEN: "It came to an address that names our email",
  ADDRESS: "Its sender was written to lately, so probably that",
  NONE: "Not known",
};

type Sender = Pick<Reply, "name" | "address" | "forgotten">;

export function senderOf({ name, address, forgotten }: Sender): string {
  if (forgotten) return "Forgotten";
  return name || address;
}

export function subjectOf({ subject, forgotten }: Pick<Reply, "subject" | "forgotten">): string {
  if (subject !== "") return subject;
  return forgotten ? "Its words are gone" : "Without a subject";
}

/** Of a list's line: what it is, and what a program said of its person's return. */
export function kindWords({ kind, awayUntil }: Pick<Reply, "kind" | "awayUntil">): string {
  return awayUntil ? `Away until ${formatGivenDay(awayUntil)}` : KINDS[kind].label;
}

/**
 * Opens the answer in the reader's own mail program. The address is a stranger's: nothing of it may become a field of the
 * mail.
 */
export function answerHref({ address, subject }: Pick<Reply, "address" | "subject">): string {
  const to = encodeURIComponent(address).replace("%40", "@");
  const again = /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
  return `mailto:${to}?subject=${encodeURIComponent(again.trim())}`;
}

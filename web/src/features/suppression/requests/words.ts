/** What requests say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type {
  PrivacyRequestCameBy,
  PrivacyRequestKind,
  PrivacyRequestState,
  PrivacyRequestUrgency,
} from "@/gql/graphql.ts";
import { countOf, formatDay } from "@/lib/format.ts";
import type { Holdings, PrivacyRequest } from "./queries.ts";

export const KINDS: Record<PrivacyRequestKind, { label: string; hint: string }> = {
  ACCESS: { label: "Access", hint: "A copy of everything that is held about them" },
  ERASURE: { label: "Erasure", hint: "To be forgotten, for good" },
};

export const CAME_BY: Record<PrivacyRequestCameBy, string> = {
  EMAIL: "Email",
  PHONE: "Phone",
  LETTER: "Letter",
  FORM: "Form",
  OTHER: "Other",
};

export const STATES: Record<PrivacyRequestState, { label: string; tone: Tone }> = {
  OPEN: { label: "Open", tone: "info" },
  IN_PROGRESS: { label: "In progress", tone: "primary" },
  ANSWERED: { label: "Answered", tone: "success" },
  REFUSED: { label: "Refused", tone: "neutral" },
};

export const URGENCIES: Record<PrivacyRequestUrgency, { label: string; tone: Tone }> = {
  OVERDUE: { label: "Overdue", tone: "danger" },
  SOON: { label: "Due within 7 days", tone: "warning" },
  IN_TIME: { label: "In time", tone: "neutral" },
  SETTLED: { label: "Settled", tone: "neutral" },
};

const DAY = 86_400_000;

/** "due in 6 days", "3 days overdue", "answered 3 Mar" */
export function dueWords(
  { dueAt, settledAt, state }: Pick<PrivacyRequest, "dueAt" | "settledAt" | "state">,
  now: Date = new Date(),
): string {
  if (settledAt) return `${STATES[state].label.toLowerCase()} ${formatDay(settledAt, now)}`;
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) {
    const late = Math.floor(-left / DAY);
    return late === 0 ? "overdue since today" : `${countOf(late, "day", "days")} overdue`;
  }
  const days = Math.floor(left / DAY);
  return days === 0 ? "due within a day" : `due in ${countOf(days, "day", "days")}`;
}

/** "Request for erasure, due in 6 days", "2 requests are open, the first due in 6 days" */
export function openWords(
  open: readonly Pick<PrivacyRequest, "kind" | "dueAt" | "settledAt" | "state">[],
  now: Date = new Date(),
): string {
  const [first] = open;
  if (first === undefined) return "";
  const due = dueWords(first, now);
  return open.length === 1
    ? `Request for ${KINDS[first.kind].label.toLowerCase()}, ${due}`
    : `${countOf(open.length, "request", "requests")} are open, the first ${due}`;
}

/** "It waits: the import July is still reading its file." Without a cause, what is always so. */
export function waitWords(waits: readonly string[]): string {
  if (waits.length === 0) return "Files that hold the person are waited for.";
  return `It waits for as long as it takes: ${waits.map((one) => one.replace(/\.$/, "")).join("; ")}.`;
}

/** One and many of each place, in the order in which they are told. */
const PLACES: [keyof Holdings, string, string][] = [
  ["contacts", "contact", "contacts"],
  ["consents", "consent", "consents"],
  ["suppressions", "suppression", "suppressions"],
  ["tasks", "task", "tasks"],
  ["notes", "note", "notes"],
  ["imports", "import", "imports"],
  ["exports", "export file that may hold them", "export files that may hold them"],
  ["importRows", "row of an uploaded file", "rows of uploaded files"],
  ["events", "event", "events"],
];

/** "3 contacts, 2 consents, 14 events"; null where nothing is held. */
export function holdingWords(holdings: Holdings): string | null {
  const parts = PLACES.filter(([place]) => holdings[place] > 0).map(([place, one, many]) =>
    countOf(holdings[place], one, many),
  );
  return parts.length === 0 ? null : parts.join(", ");
}

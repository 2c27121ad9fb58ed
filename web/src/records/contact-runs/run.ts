/** What runs over contacts have in common: email verification, carrier look-ups. Each has its own words and outcomes. No React. */
import type { Tone } from "@/components/badge.tsx";
import type { OutcomePart } from "@/components/outcome-bar.tsx";

export type RunState = "ASKED" | "RUNNING" | "COMPLETED" | "CANCELLED" | "FAILED";

/** Counts that every run has, whatever its outcomes are. */
export interface RunCounts {
  done: number;
  notRun: number;
  known: number;
  changed: number;
}

export interface ContactRun {
  id: string;
  state: RunState;
  byIds: boolean;
  expected?: number | null;
  importId?: string | null;
  again: boolean;
  /** Of phones: which number. */
  which?: string;
  createdAt: string;
  createdBy?: string | null;
  finishedAt?: string | null;
  error?: string | null;
  progress?: {
    done: number;
    total?: number | null;
    rate?: number | null;
    etaSeconds?: number | null;
    phase?: string | null;
  } | null;
  counts: RunCounts;
}

/** One of the outcomes of a sort of run. They add up to the contacts of the run, always. */
export interface RunOutcome<Id extends string, Field extends string> {
  id: Id | "NOT_RUN";
  field: Field;
  label: string;
  tone: Tone;
  /** What it means, in one sentence. */
  meaning: string;
}

export const STATES: Record<RunState, { label: string; tone: Tone | "hollow" }> = {
  ASKED: { label: "Starting", tone: "hollow" },
  RUNNING: { label: "Running", tone: "primary" },
  COMPLETED: { label: "Completed", tone: "success" },
  CANCELLED: { label: "Cancelled", tone: "warning" },
  FAILED: { label: "Failed", tone: "danger" },
};

export const isAtWork = ({ state }: Pick<ContactRun, "state">) => state === "ASKED" || state === "RUNNING";

export const totalOf = (counts: Pick<RunCounts, "done" | "notRun">): number => counts.done + counts.notRun;

/** What it is over, as a list of them is called. */
export type RunOver = "contacts" | "accounts";

export const overOf = ({ which }: Pick<ContactRun, "which">): RunOver =>
  which === "MAIN_PHONE" ? "accounts" : "contacts";

/** How many contacts, or accounts, it is about; undefined while nobody has counted them. */
export function contactsOf(one: ContactRun): number | undefined {
  return (isAtWork(one) ? (one.progress?.total ?? one.expected) : totalOf(one.counts)) ?? undefined;
}

/** Which of them, in a few words. */
export const audienceOf = (one: Pick<ContactRun, "importId" | "byIds">) =>
  one.importId ? "What an import brought" : one.byIds ? "Picked one by one" : "All that matched a filter";

export function partsOf<Field extends string>(
  outcomes: readonly RunOutcome<string, Field>[],
  counts: Record<Field, number>,
): OutcomePart[] {
  return outcomes.map(({ field, label, tone }) => ({ label, tone, value: counts[field] }));
}

/** How states and outcomes of a bulk change are worded and coloured, for its list, its page and the notice elsewhere. */
import type { Tone } from "@/components/badge.tsx";
import type { OutcomePart } from "@/components/outcome-bar.tsx";
import type { BulkKind, BulkOutcome, BulkState, Entity } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { Bulk } from "./queries.ts";

export const STATES: Record<BulkState, { label: string; tone: Tone | "hollow" }> = {
  ASKED: { label: "Starting", tone: "hollow" },
  RUNNING: { label: "Running", tone: "primary" },
  COMPLETED: { label: "Completed", tone: "success" },
  CANCELLED: { label: "Cancelled", tone: "warning" },
  FAILED: { label: "Failed", tone: "danger" },
  UNDONE: { label: "Undone", tone: "neutral" },
};

export const isAtWork = ({ state }: Pick<Bulk, "state">) => state === "ASKED" || state === "RUNNING";

type Counts = Bulk["counts"];

export interface Outcome {
  id: BulkOutcome | "NOT_RUN";
  field: Exclude<keyof Counts, "selected" | "__typename">;
  label: string;
  tone: Tone;
  /** What it means, in one sentence. */
  meaning: string;
}

/** In the order they are shown. The four add up to the records selected, always. */
export const OUTCOMES: readonly Outcome[] = [
  { id: "CHANGED", field: "changed", label: "Changed", tone: "success", meaning: "As they were asked to be." },
  {
    id: "UNCHANGED",
    field: "unchanged",
    label: "Unchanged",
    tone: "neutral",
    meaning: "They were so already.",
  },
  {
    id: "REFUSED",
    field: "refused",
    label: "Refused",
    tone: "danger",
    meaning: "They lost nothing; why stands below.",
  },
  { id: "NOT_RUN", field: "notRun", label: "Not run", tone: "info", meaning: "It ended before these." },
];

export const partsOf = (counts: Counts): OutcomePart[] =>
  OUTCOMES.map(({ field, label, tone }) => ({ label, tone, value: counts[field] }));

export const nounsOf = (entity: Entity): [string, string] =>
  entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];

const DONE: Record<BulkKind, string> = {
  SET_FIELDS: "changed",
  ADD_TAGS: "tagged",
  REMOVE_TAGS: "untagged",
  ASSIGN: "assigned",
  ARCHIVE: "archived",
  RESTORE: "restored",
  WEIGH: "given the values that the rules prefer",
  MERGE: "merged",
  ACCEPT_INDUSTRY: "given their suggested industry",
  REJECT_INDUSTRY: "whose suggested industry was rejected",
  RECORD_CONSENT: "whose basis was recorded",
  ADD_TO_LIST: "added to the list",
  REMOVE_FROM_LIST: "removed from the list",
};

/** What it came to, in one line: one that found everything as wished is no failure, and says so. */
export function cameTo({
  action,
  counts,
  entity,
  state,
}: Pick<Bulk, "action" | "counts" | "entity" | "state">): string {
  const nouns = nounsOf(entity);
  const { selected, changed, unchanged, refused } = counts;
  if (changed > 0) {
    const done = `${countOf(changed, ...nouns)} ${DONE[action.kind]}`;
    return state === "CANCELLED" ? `Stopped: ${done}` : done;
  }
  if (state === "CANCELLED") return "Stopped before anything was changed";
  if (state === "FAILED") return "Ended early. Nothing was changed";
  if (selected === 0) return `No ${nouns[0]} matched any more`;
  const all = selected === 1 ? `the one ${nouns[0]}` : `all ${formatCount(selected)} ${nouns[1]}`;
  if (unchanged === selected) return `Nothing to change: ${all} ${selected === 1 ? "was" : "were"} so already`;
  if (refused === selected) return `Nothing changed: ${all} ${selected === 1 ? "was" : "were"} refused`;
  return "Nothing was changed";
}

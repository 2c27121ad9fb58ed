/** Somebody else saved the same field first: what each of the two wanted, and who is asked to choose. */
import { create } from "zustand";
import type { FieldValues, Json } from "@/lib/json.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { toRaw } from "../raw-value.ts";
import type { RecordBase, RecordKind } from "../record-kind.ts";

/** The code of the refusal. */
export const MEANWHILE = "CHANGED_MEANWHILE";

/** One field both wrote. */
export interface Collision {
  field: string;
  /** When the edit began. */
  original: Json;
  mine: Json;
  /** As somebody else left it. */
  current: Json;
}

export type Side = "mine" | "current" | "original";

/** Which side stands, by field; null: nothing was chosen, and the edit goes on. */
export type Resolution = Record<string, Side> | null;

/** What the ids among the values are called, where that is known. */
export type NamedSides = Partial<Record<Side, string>>;

interface Question {
  kind: RecordKind;
  record: RecordBase;
  collisions: Collision[];
  /** By field. */
  names: Record<string, NamedSides>;
  answer: (resolution: Resolution) => void;
}

/** One question at a time: only one edit can have the focus. */
export const useConflict = create<{ asked: Question | null }>(() => ({ asked: null }));

export function isCollision(error: unknown): error is RefusedError {
  return error instanceof RefusedError && error.userErrors.some((one) => one.code === MEANWHILE);
}

/** The fields that collided; the others of the same save merge by themselves. */
export function collisionsOf(
  error: RefusedError,
  before: FieldValues,
  mine: FieldValues,
  now: FieldValues,
): Collision[] {
  const fields = error.userErrors.flatMap((one) => (one.code === MEANWHILE && one.field ? [one.field] : []));
  return [...new Set(fields)].map((field) => ({
    field,
    original: before[field] ?? null,
    mine: mine[field] ?? null,
    current: now[field] ?? null,
  }));
}

/** What is left to be saved once it was chosen. Empty: what is there stands. */
export function resolved(
  mine: FieldValues,
  collisions: readonly Collision[],
  choice: Record<string, Side>,
): FieldValues {
  const next = { ...mine };
  for (const { field, original, current } of collisions) {
    if (choice[field] === "current") delete next[field];
    else if (choice[field] === "original") {
      if (toRaw(original) === toRaw(current)) delete next[field];
      else next[field] = original;
    }
  }
  return next;
}

/** Milliseconds. */
const FOCUS_BACK = 50;

export function askConflict(question: Omit<Question, "answer">): Promise<Resolution> {
  return new Promise((done) => {
    useConflict.setState({
      asked: {
        ...question,
        answer: (resolution) => {
          useConflict.setState({ asked: null });
          // The dialog gives the focus back to the editor, which passes it on when it closes in its turn.
          setTimeout(() => done(resolution), FOCUS_BACK);
        },
      },
    });
  });
}

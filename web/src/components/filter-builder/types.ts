/** What the builder is told about fields. The same as the API's, so that a served catalogue can be handed in as it is. */
import type { Json } from "@/lib/json.ts";

export type ValueType =
  | "TEXT"
  | "CHOICE"
  | "COUNTRY"
  | "NUMBER"
  | "MONEY"
  | "DATE"
  | "DATE_TIME"
  | "BOOL"
  | "LIST"
  | "USER"
  | "REFERENCE"
  | "REFERENCES"
  | "CUSTOM";

export type Takes = "NOTHING" | "ONE" | "MANY" | "RANGE" | "DAYS";

export interface Operator {
  name: string;
  label: string;
  takes: Takes;
}

export interface FilterField {
  key: string;
  label: string;
  group: string;
  type: ValueType;
  /** Finer than the type: email, phone, domain. */
  kind: string;
  operators: readonly Operator[];
  options: readonly string[];
  /** What the organisation calls its own options. */
  choices?: readonly { value: string; label: string; retired: boolean }[];
  suggestions: boolean;
}

export interface Suggestion {
  value: string;
  label: string;
  /** How many records were seen to have it; a hint. */
  seen?: number | null;
}

/** What is wrong with one condition or group. */
export interface Mistake {
  /** `any[1].all[0]`, as the API says it; empty: the filter as a whole. */
  path: string;
  message: string;
}

export interface FilterCheck {
  valid: boolean;
  sentence?: string | null;
  errors: readonly Mistake[];
}

export type FilterValue = Json | undefined;

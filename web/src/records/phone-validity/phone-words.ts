/** What a number says by itself, and what a carrier said, in words. No React. */
import type { Tone } from "@/components/badge.tsx";
import { sentence } from "@/lib/format.ts";

/** As the server words them (`LineType::label`). */
const LINES: Record<string, string> = {
  mobile: "Mobile",
  fixed_line: "Fixed line",
  fixed_line_or_mobile: "Fixed line or mobile",
  voip: "VoIP",
  toll_free: "Toll free",
  premium_rate: "Premium rate",
  shared_cost: "Shared cost",
  personal_number: "Personal number",
  pager: "Pager",
  uan: "Company-wide number",
  voicemail: "Voicemail",
};

export const lineWords = (line: string): string => LINES[line] ?? sentence(line);

const VALIDITIES: Record<string, { label: string; tone: Tone; meaning: string }> = {
  valid: { label: "Valid", tone: "success", meaning: "In a range that its numbering plan gives out." },
  possible: {
    label: "Possible",
    tone: "warning",
    meaning: "As long as a number of its country is, and in no range that is known.",
  },
  invalid: { label: "Invalid", tone: "danger", meaning: "No number that can be dialled from anywhere." },
};

export const validityLook = (validity: string) =>
  VALIDITIES[validity] ?? { label: sentence(validity), tone: "neutral" as const, meaning: "" };

export interface Said {
  validity: string;
  /** None where the plan does not tell. */
  line: string | null;
  carrier: string | null;
  /** What the carrier says it is, or that there is no such number. */
  carrierLine: string | null;
  lookedUpAt: string | null;
}

/** A contact's two numbers, and an account's own. */
export type Numbered = "mobile_phone" | "direct_phone" | "main_phone";

/** Of one of a record's numbers; null where it has none. */
export function saidOf(fields: Record<string, unknown>, phone: Numbered): Said | null {
  const text = (key: string) => {
    const value = fields[`${phone}_${key}`];
    return typeof value === "string" ? value : null;
  };
  const validity = text("validity");
  if (validity === null) return null;
  const line = text("line");
  return {
    validity,
    line: line === "unknown" ? null : line,
    carrier: text("carrier"),
    carrierLine: text("carrier_line"),
    lookedUpAt: text("looked_up_at"),
  };
}

/** "Germany, Berlin time": where a number belongs, as far as its prefix says it; empty where it does not. */
export function placeOf(said: { countryName?: string | null; timeZone?: string | null } | undefined): string {
  const city = said?.timeZone?.split("/").at(-1)?.replaceAll("_", " ");
  return [said?.countryName, city === undefined ? null : `${city} time`].filter(Boolean).join(", ");
}

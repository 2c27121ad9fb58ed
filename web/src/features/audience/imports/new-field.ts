/** A custom field made out of a column: what its values look like decides what is offered. No React. */
import type { CustomFieldType } from "@/gql/graphql.ts";

export const TYPES: readonly { value: CustomFieldType; label: string }[] = [
  { value: "TEXT", label: "Text" },
  { value: "NUMBER", label: "Number" },
  { value: "MONEY", label: "Money" },
  { value: "DATE", label: "Date" },
  { value: "DATE_TIME", label: "Date and time" },
  { value: "BOOL", label: "Yes or no" },
  { value: "CHOICE", label: "One of some choices" },
  { value: "MULTI", label: "Several of some choices" },
  { value: "URL", label: "Web address" },
  { value: "EMAIL", label: "Email" },
  { value: "PHONE", label: "Phone" },
];

export const hasOptions = (type: CustomFieldType) => type === "CHOICE" || type === "MULTI";

const LOOKS: readonly [CustomFieldType, RegExp][] = [
  ["BOOL", /^(yes|no|true|false|y|n|ja|nein|oui|non|x)$/i],
  ["DATE_TIME", /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ["DATE", /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/],
  ["EMAIL", /^\S+@\S+\.\S+$/],
  ["URL", /^(https?:\/\/|www\.)\S+$/i],
  ["PHONE", /^\+\d[\d ().-]{6,}$/],
  ["MONEY", /^([$€£¥]|[A-Z]{3}) ?-?[\d.,' ]*\d$|^-?\d[\d.,' ]* ?([$€£¥]|[A-Z]{3})$/],
  ["NUMBER", /^-?\d[\d.,' ]*$/],
];

/** The one type that every value at hand fits; text fits all. Never a choice: five rows do not show all options. */
export function guessType(samples: readonly string[]): CustomFieldType {
  const values = samples.map((value) => value.trim()).filter((value) => value !== "");
  if (values.length === 0) return "TEXT";
  return LOOKS.find(([, look]) => values.every((value) => look.test(value)))?.[0] ?? "TEXT";
}

/** One option a line, or as a list; the same one twice counts once. */
export function readOptions(text: string): string[] {
  const options = text
    .split(/[\n;|]+/)
    .map((option) => option.trim())
    .filter((option) => option !== "");
  return [...new Map(options.map((option) => [option.toLowerCase(), option])).values()];
}

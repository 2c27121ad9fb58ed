/** What types of custom fields are called, and what an option list says. Pure. */
import type { CustomFieldType } from "@/gql/graphql.ts";

export const TYPES: readonly { value: CustomFieldType; label: string; hint: string }[] = [
  { value: "TEXT", label: "Text", hint: "Anything, up to 10,000 characters." },
  { value: "NUMBER", label: "Number", hint: "Whole or with a fraction. Filters compare it." },
  { value: "MONEY", label: "Money", hint: "An amount with its currency." },
  { value: "DATE", label: "Date", hint: "A day. Filters know today and the last days." },
  { value: "DATE_TIME", label: "Date and time", hint: "A moment." },
  { value: "BOOL", label: "Yes or no", hint: "Empty is neither." },
  { value: "CHOICE", label: "Choice", hint: "One of the options below." },
  { value: "MULTI", label: "Multiple choice", hint: "Several of the options below." },
  { value: "URL", label: "Web address", hint: "Shown as a link." },
  { value: "EMAIL", label: "Email", hint: "An address that can exist. It is not written to." },
  { value: "PHONE", label: "Phone", hint: "Kept in its international form." },
];

export const typeLabel = (type: CustomFieldType): string => TYPES.find(({ value }) => value === type)?.label ?? type;

export const hasOptions = (type: CustomFieldType): boolean => type === "CHOICE" || type === "MULTI";

/** Values that can tell one record from all others. */
export const canBeUnique = (type: CustomFieldType): boolean => !["MONEY", "BOOL", "CHOICE", "MULTI"].includes(type);

/** A default as a form would be filled in. */
export function defaultText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "object") {
    const { amount, currency } = value as { amount?: string; currency?: string };
    return [amount, currency].filter(Boolean).join(" ");
  }
  return String(value as string | number);
}

export interface DraftOption {
  id: number;
  /** Of an option that records may hold already. */
  value: string | null;
  label: string;
  retired: boolean;
}

/** "Gold, Silver and 3 more"; retired ones are not counted. */
export function optionWords(options: readonly { label: string; retired: boolean }[]): string {
  const offered = options.filter((option) => !option.retired).map((option) => option.label);
  return offered.length <= 3 ? offered.join(", ") : `${offered.slice(0, 2).join(", ")} and ${offered.length - 2} more`;
}

/** Lines of a pasted column as labels: trimmed, without empty ones and repeats. */
export function pastedLabels(text: string, taken: readonly string[]): string[] {
  const seen = new Set(taken.map((label) => label.trim().toLowerCase()));
  const labels: string[] = [];
  for (const line of text.split(/[\r\n\t;]+/)) {
    const label = line.trim();
    if (label === "" || seen.has(label.toLowerCase())) continue;
    seen.add(label.toLowerCase());
    labels.push(label);
  }
  return labels;
}

/** What keeps a list of options from being saved; undefined: nothing. */
export function optionsProblem(options: readonly DraftOption[]): string | undefined {
  const given = options.filter((option) => option.label.trim() !== "");
  if (given.every((option) => option.retired)) return "A choice needs at least one option that is offered.";
  const seen = new Set<string>();
  for (const { label } of given) {
    const name = label.trim().toLowerCase();
    if (seen.has(name)) return `“${label.trim()}” is there twice.`;
    seen.add(name);
  }
  return undefined;
}

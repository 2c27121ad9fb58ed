/** Between a field's value and the text a person types. The API parses what is typed; we only write it back as text. */
import type { Json } from "@/lib/json.ts";

export function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What an editor starts with. */
export function toRaw(value: Json | undefined): string {
  if (isEmpty(value)) return "";
  if (Array.isArray(value)) return value.map((item) => toRaw(item)).join("; ");
  if (typeof value === "object" && value !== null) {
    const { amount, currency } = value;
    return amount === undefined ? JSON.stringify(value) : [toRaw(currency), toRaw(amount)].filter(Boolean).join(" ");
  }
  return String(value);
}

/** What is sent: the trimmed text, or null to clear the field. */
export function fromRaw(raw: string): string | null {
  const text = raw.trim();
  return text === "" ? null : text;
}

import { fieldValues, type Json } from "@/lib/json.ts";

/** Whether a contact's address can be written to, as a sign beside it says. Whoever is suppressed is not told as sendable. */
export function emailStatusOf(contact: { emailStatus: string; fields?: Json }): string {
  const { suppressed, suppression_reasons: reasons } = fieldValues(contact.fields);
  if (!holds(suppressed, "email")) return contact.emailStatus;
  return holds(reasons, "unsubscribed") ? "unsubscribed" : "suppressed";
}

const holds = (list: Json | undefined, item: string): boolean => Array.isArray(list) && list.includes(item);

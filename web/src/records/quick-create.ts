/** What a record says already about another one that is made from it. No React. */
import type { FieldValues } from "@/lib/json.ts";
import { toRaw } from "./raw-value.ts";

/** Where people have their mail, not where they work. The server knows more of them and links none by them. */
const FREE_MAIL =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|mail|proton|protonmail|zoho)\./;

/** The company of a contact, as far as the contact tells: its email's domain, and where it is. */
export function accountFrom(contact: FieldValues): Record<string, string> {
  const domain = toRaw(contact["email"]).split("@")[1]?.toLowerCase() ?? "";
  const known = domain === "" || FREE_MAIL.test(domain) ? "" : domain;
  const [first = ""] = known.split(".");
  return Object.fromEntries(
    Object.entries({
      name: first.charAt(0).toUpperCase() + first.slice(1),
      domain: known,
      hq_country: toRaw(contact["country"]),
    }).filter(([, value]) => value !== ""),
  );
}

/** Fields that hold an id, a code or half of a value, as a person reads them. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { FieldValues, Json } from "@/lib/json.ts";
import { isEmpty, toRaw } from "./raw-value.ts";
import type { RecordBase } from "./record-kind.ts";
import { CLIENT_RESTRICTION } from "./restriction.ts";

/** Of a phone only the number as it is written is shown; its other forms stand behind it. */
const PHONES = [
  { key: "direct_phone", machine: "direct_phone_e164", extension: "phone_extension" },
  { key: "main_phone", machine: "main_phone_e164", extension: "main_phone_extension" },
];

/** Said by another field: the machine's form of a phone, its extension, the import behind "Source". */
export function isSaidElsewhere(key: string, values: FieldValues): boolean {
  if (key === "import") return true;
  return PHONES.some((phone) => phone.machine === key || (phone.extension === key && !isEmpty(values[phone.key])));
}

/** A machine's form of a value that stands beside it: nothing that anybody did. */
export function isMachineForm(key: string): boolean {
  return PHONES.some((phone) => phone.machine === key);
}

/** The value that is shown and edited; a phone comes with its extension, as it would be typed. */
export function wholeValue(key: string, record: RecordBase, values: FieldValues): Json | undefined {
  const value = values[key];
  const phone = PHONES.find((other) => other.key === key);
  if (phone !== undefined && !isEmpty(value) && !isEmpty(values[phone.extension])) {
    const number = toRaw(value);
    const extension = toRaw(values[phone.extension]);
    // Some numbers are stored as they were typed, extension and all.
    return /\bext\b|\bx\s*\d+$/i.test(number) ? number : `${number} ext. ${extension}`;
  }
  if (key === "owner" && isReference(value)) return record.ownerName ?? value;
  if (key === "team" && isReference(value)) return record.teamName ?? value;
  if (key === CLIENT_RESTRICTION && isReference(value)) return record.clientRestrictionName ?? value;
  return value;
}

const LINKED: Record<string, string> = { auto: "Email domain", manual: "A person", import: "An import" };

/** How a contact came to its account. */
export function linkedBy(how: string): string {
  return LINKED[how.toLowerCase()] ?? how;
}

/** What stands in place of a value that says nothing by itself; undefined: the value speaks for itself. */
export function namedValue(
  key: string,
  value: Json | undefined,
  record: RecordBase,
  mayOpenImports: boolean,
): ReactNode | undefined {
  switch (key) {
    case "account":
      return record.accountId && record.accountName ? (
        <Link className="link" to={`/accounts/${record.accountId}`}>
          {record.accountName}
        </Link>
      ) : undefined;
    case "parent":
      return record.parent ? (
        <Link className="link" to={`/accounts/${record.parent.id}`}>
          {record.parent.name ?? "Unnamed account"}
        </Link>
      ) : undefined;
    case "account_link":
      return typeof value === "string" ? linkedBy(value) : undefined;
    case "source":
      return record.sourceLabel === undefined ? undefined : record.importId && mayOpenImports ? (
        <Link className="link" to={`/contacts/imports/${record.importId}`}>
          {record.sourceLabel}
        </Link>
      ) : (
        record.sourceLabel
      );
    default:
      return undefined;
  }
}

/** An id alone tells a person nothing. */
export function isReference(value: Json | undefined): boolean {
  return typeof value === "string" && /^(\w+:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(#\d+)?$/.test(value);
}

import { User } from "lucide-react";
import type { RecordKind } from "../record-kind.ts";
import { contactCommands } from "@/features/audience/contacts/mutations.ts";

export const contactKind: RecordKind = {
  entity: "CONTACT",
  key: "contacts",
  noun: "contact",
  nouns: "contacts",
  path: "/contacts",
  icon: User,
  permissions: { view: "CONTACTS_VIEW", edit: "CONTACTS_EDIT", archive: "CONTACTS_ARCHIVE", export: "CONTACTS_EXPORT" },
  createFields: ["first_name", "last_name", "email", "job_title", "direct_phone", "country"],
  nameOf: (fields) => {
    const name = fields.full_name ?? [fields.first_name, fields.last_name].filter(Boolean).join(" ");
    return String(name || fields.email || "Unnamed contact");
  },
  commands: contactCommands,
};

/** The name a row shows; erased people have none. */
export function contactName(row: { fullName?: string | null; email?: string | null; erased?: boolean }): string {
  if (row.erased) return "Erased contact";
  return row.fullName || row.email || "Unnamed contact";
}

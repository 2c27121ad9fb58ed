import { Building2 } from "lucide-react";
import type { RecordKind } from "../record-kind.ts";
import { accountCommands } from "@/features/audience/accounts/mutations.ts";

export const accountKind: RecordKind = {
  entity: "ACCOUNT",
  key: "accounts",
  noun: "account",
  nouns: "accounts",
  path: "/accounts",
  icon: Building2,
  permissions: { view: "ACCOUNTS_VIEW", edit: "ACCOUNTS_EDIT", archive: "ACCOUNTS_ARCHIVE", export: "ACCOUNTS_EXPORT" },
  createFields: ["name", "domain", "industry", "employees_size_range", "hq_country"],
  nameOf: (fields) => String(fields.name || fields.domain || "Unnamed account"),
  commands: accountCommands,
};

export function accountName(row: { name?: string | null; domain?: string | null }): string {
  return row.name || row.domain || "Unnamed account";
}

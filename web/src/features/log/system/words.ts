/** What the parts of the system are called for the people who use it. */
import { sentence } from "@/lib/format.ts";

const PARTS: Record<string, string> = {
  contacts: "Lists of contacts",
  accounts: "Lists of accounts",
  history: "Histories of records",
  imports: "Imports and their results",
  users: "Users",
  teams: "Teams",
  clients: "Clients",
};

/** A read model by what people see of it. */
export function partName(name: string): string {
  return PARTS[name] ?? sentence(name);
}

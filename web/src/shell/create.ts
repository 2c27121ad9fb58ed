/** What can be made from anywhere: each opens its list with the dialog in the URL (`?new=1`). */
import {
  Briefcase,
  Building2,
  Filter,
  ListChecks,
  ListPlus,
  type LucideIcon,
  ShieldQuestion,
  Upload,
  User,
} from "lucide-react";
import { useNavigate } from "react-router";
import { useGrants } from "@/features/identity/me/queries.ts";
import { may } from "@/lib/permissions.ts";

interface Creatable {
  noun: string;
  icon: LucideIcon;
  to: string;
  permission: string;
}

const CREATABLE: Creatable[] = [
  { noun: "Contact", icon: User, to: "/contacts?new=1", permission: "CONTACTS_EDIT" },
  { noun: "Import", icon: Upload, to: "/contacts/imports/new", permission: "IMPORTS_RUN" },
  { noun: "Account", icon: Building2, to: "/accounts?new=1", permission: "ACCOUNTS_EDIT" },
  { noun: "Segment", icon: Filter, to: "/contacts/audience", permission: "SEGMENTS_EDIT" },
  { noun: "Client", icon: Briefcase, to: "/clients?new=1", permission: "CLIENTS_MANAGE" },
  { noun: "List of contacts", icon: ListPlus, to: "/contacts/lists?new=1", permission: "SEGMENTS_EDIT" },
  { noun: "List of accounts", icon: ListPlus, to: "/accounts/lists?new=1", permission: "SEGMENTS_EDIT" },
  { noun: "Privacy request", icon: ShieldQuestion, to: "/compliance/requests?new=1", permission: "PRIVACY_REQUESTS" },
  { noun: "Task", icon: ListChecks, to: "/tasks?new=1", permission: "TASKS_EDIT" },
];

export function useGlobalCreate(): (Creatable & { run: () => void })[] {
  const grants = useGrants();
  const navigate = useNavigate();
  return CREATABLE.filter((item) => may(grants, item.permission)).map((item) => ({
    ...item,
    run: () => void navigate(item.to),
  }));
}

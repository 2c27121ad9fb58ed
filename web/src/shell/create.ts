/** What can be made from anywhere: each opens its list with the dialog in the URL (`?new=1`). */
import {
  Briefcase,
  Building2,
  Filter,
  Globe,
  LayoutTemplate,
  ListChecks,
  ListPlus,
  type LucideIcon,
  Megaphone,
  ShieldQuestion,
  Upload,
  User,
} from "lucide-react";
import { useNavigate } from "react-router";
import { useGrants } from "@/features/identity/me/queries.ts";
import { may, mayAll } from "@/lib/permissions.ts";

interface Creatable {
  noun: string;
  icon: LucideIcon;
  to: string;
  permission: string;
  /** Not for whom the permission covers only what is their own. */
  whole?: boolean;
}

const CREATABLE: Creatable[] = [
  { noun: "Contact", icon: User, to: "/contacts?new=1", permission: "CONTACTS_EDIT" },
  { noun: "Import", icon: Upload, to: "/contacts/imports/new", permission: "IMPORTS_RUN" },
  { noun: "Account", icon: Building2, to: "/accounts?new=1", permission: "ACCOUNTS_EDIT" },
  { noun: "Segment", icon: Filter, to: "/contacts/audience", permission: "SEGMENTS_EDIT" },
  { noun: "Domain set", icon: Globe, to: "/domain-sets/new", permission: "DOMAIN_SETS_EDIT", whole: true },
  { noun: "Email campaign", icon: Megaphone, to: "/campaigns?new=1", permission: "CAMPAIGNS_EDIT" },
  { noun: "Email template", icon: LayoutTemplate, to: "/campaigns/templates?new=1", permission: "TEMPLATES_EDIT" },
  { noun: "Client", icon: Briefcase, to: "/clients?new=1", permission: "CLIENTS_MANAGE" },
  { noun: "List of contacts", icon: ListPlus, to: "/contacts/lists?new=1", permission: "SEGMENTS_EDIT" },
  { noun: "List of accounts", icon: ListPlus, to: "/accounts/lists?new=1", permission: "SEGMENTS_EDIT" },
  { noun: "Privacy request", icon: ShieldQuestion, to: "/compliance/requests?new=1", permission: "PRIVACY_REQUESTS" },
  { noun: "Task", icon: ListChecks, to: "/tasks?new=1", permission: "TASKS_EDIT" },
];

export function useGlobalCreate(): (Creatable & { run: () => void })[] {
  const grants = useGrants();
  const navigate = useNavigate();
  const offered = CREATABLE.filter(({ permission, whole }) =>
    whole ? mayAll(grants, permission) : may(grants, permission),
  );
  return offered.map((item) => ({
    ...item,
    run: () => void navigate(item.to),
  }));
}

/**
 * The map of the app: sidebar, breadcrumbs, `g` shortcuts and the palette's "Go to" all read this list. An entry joins it
 * in the commit that builds its page; nothing that does not exist appears.
 */
import {
  Building2,
  House,
  ListChecks,
  type LucideIcon,
  Megaphone,
  SlidersHorizontal,
  Users,
  Briefcase,
  UsersRound,
} from "lucide-react";
import type { Grants } from "@/lib/permissions.ts";
import { may, mayAll } from "@/lib/permissions.ts";

export interface NavItem {
  /** Test id: `nav-sub-{id}`, or `nav-{id}` for a group. */
  id: string;
  label: string;
  to: string;
  /** Second key after `g`. */
  goKey?: string;
  /** Hidden without it. */
  permission?: string;
  /** Hidden, too, for whom the permission covers only what is their own: the page has nothing for them. */
  whole?: boolean;
  /** Further addresses that belong to it. */
  also?: string[];
}

export interface NavGroup extends Omit<NavItem, "to"> {
  icon: LucideIcon;
  /** A group without children is a page itself. */
  to?: string;
  children?: NavItem[];
  /** Only these roles, for what is a matter of audience and not of permission. */
  audience?: "staff" | "client";
}

export const NAV: NavGroup[] = [
  { id: "dashboard", label: "Dashboard", icon: House, to: "/", goKey: "d" },
  {
    id: "tasks",
    label: "My tasks",
    icon: ListChecks,
    to: "/tasks",
    goKey: "t",
    permission: "TASKS_VIEW",
    audience: "staff",
  },
  {
    id: "accounts",
    label: "Accounts",
    icon: Building2,
    audience: "staff",
    children: [
      { id: "all-accounts", label: "All accounts", to: "/accounts", goKey: "a", permission: "ACCOUNTS_VIEW" },
      {
        id: "account-segments",
        label: "Segments & lists",
        to: "/accounts/segments",
        also: ["/accounts/lists", "/accounts/audience"],
        permission: "SEGMENTS_VIEW",
      },
      {
        id: "domain-sets",
        label: "Domain sets",
        to: "/domain-sets",
        goKey: "o",
        permission: "DOMAIN_SETS_VIEW",
        whole: true,
      },
      { id: "account-duplicates", label: "Duplicates", to: "/accounts/duplicates", permission: "RECORDS_MERGE" },
      {
        id: "industry-suggestions",
        label: "Industry suggestions",
        to: "/accounts/industry-suggestions",
        permission: "ACCOUNTS_VIEW",
        whole: true,
      },
    ],
  },
  {
    id: "contacts",
    label: "Contacts",
    icon: Users,
    audience: "staff",
    children: [
      { id: "all-contacts", label: "All contacts", to: "/contacts", goKey: "c", permission: "CONTACTS_VIEW" },
      {
        id: "contact-segments",
        label: "Segments & lists",
        to: "/contacts/segments",
        also: ["/contacts/lists", "/contacts/audience"],
        goKey: "m",
        permission: "SEGMENTS_VIEW",
      },
      { id: "bulk-import", label: "Bulk import", to: "/contacts/imports", goKey: "i", permission: "IMPORTS_VIEW" },
      { id: "bulk-changes", label: "Bulk changes", to: "/bulk", goKey: "b", permission: "RECORDS_BULK" },
      {
        id: "email-verification",
        label: "Email verification",
        to: "/contacts/email-verifications",
        permission: "EMAILS_VERIFY",
      },
      { id: "phone-lookups", label: "Phone look-ups", to: "/contacts/phone-lookups", permission: "PHONES_LOOK_UP" },
      { id: "contact-duplicates", label: "Duplicates", to: "/contacts/duplicates", permission: "RECORDS_MERGE" },
      { id: "exports", label: "Exports", to: "/exports", goKey: "e", permission: "EXPORTS_VIEW" },
    ],
  },
  {
    id: "campaigns",
    label: "Campaigns",
    icon: Megaphone,
    audience: "staff",
    children: [
      {
        id: "all-campaigns",
        label: "All campaigns",
        to: "/campaigns",
        goKey: "p",
        permission: "CAMPAIGNS_VIEW",
        whole: true,
      },
      {
        id: "email-campaigns",
        label: "Email",
        to: "/campaigns/email",
        permission: "CAMPAIGNS_VIEW",
        whole: true,
      },
      {
        id: "templates-senders",
        label: "Templates & senders",
        to: "/campaigns/templates",
        also: ["/campaigns/senders", "/campaigns/snippets"],
        permission: "TEMPLATES_VIEW",
      },
      { id: "campaign-replies", label: "Replies", to: "/campaigns/replies", permission: "REPLIES_VIEW" },
      {
        id: "campaign-configuration",
        label: "Configuration",
        to: "/campaigns/configuration",
        permission: "CAMPAIGNS_VIEW",
        whole: true,
      },
    ],
  },
  {
    id: "projects",
    label: "Projects Management",
    icon: Briefcase,
    audience: "staff",
    children: [{ id: "clients", label: "Clients", to: "/clients", goKey: "l", permission: "CLIENTS_VIEW" }],
  },
  { id: "team", label: "Team", icon: UsersRound, to: "/team", goKey: "t", audience: "client" },
  {
    id: "settings",
    label: "Organization Settings",
    icon: SlidersHorizontal,
    audience: "staff",
    children: [
      { id: "users", label: "Users & roles", to: "/users", goKey: "u", permission: "USERS_VIEW" },
      {
        id: "suppressions",
        label: "Suppression Management",
        to: "/suppressions",
        permission: "SUPPRESSIONS_VIEW",
      },
      {
        id: "compliance",
        label: "Compliance Center",
        to: "/compliance",
        permission: "CONSENTS_VIEW",
        whole: true,
      },
      {
        id: "custom-fields",
        label: "Custom fields",
        to: "/custom-fields",
        goKey: "f",
        permission: "SETTINGS_MANAGE",
      },
      {
        id: "survivorship",
        label: "Survivorship rules",
        to: "/survivorship",
        goKey: "r",
        permission: "SETTINGS_MANAGE",
      },
      { id: "integrations", label: "Integrations & APIs", to: "/integrations", permission: "API_KEYS_MANAGE" },
      { id: "mailbox", label: "Mail", to: "/mailbox", permission: "SETTINGS_MANAGE" },
      { id: "system", label: "System", to: "/system", goKey: "s", permission: "JOBS_VIEW", whole: true },
    ],
  },
];

/** What this person sees. A group whose children are all hidden goes with them. */
export function visibleNav(grants: Grants, role: string, nav: NavGroup[] = NAV): NavGroup[] {
  const audience = role === "CLIENT_USER" ? "client" : "staff";
  return nav
    .filter((group) => group.audience === undefined || group.audience === audience)
    .filter((group) => may(grants, group.permission))
    .map((group) =>
      group.children === undefined
        ? group
        : { ...group, children: group.children.filter((item) => isFor(grants, item)) },
    )
    .filter((group) => group.children === undefined || group.children.length > 0);
}

function isFor(grants: Grants, { permission, whole }: NavItem): boolean {
  if (permission === undefined) return true;
  return whole === true ? mayAll(grants, permission) : may(grants, permission);
}

/** The group and item a path belongs to; record pages belong to their list. */
export function placeOf(path: string, nav: NavGroup[] = NAV): { group: NavGroup; item: NavItem | null } | null {
  const inside = (to: string) => (to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`));
  let best: { group: NavGroup; item: NavItem | null; length: number } | null = null;
  for (const group of nav) {
    if (group.to !== undefined && inside(group.to) && group.to.length > (best?.length ?? -1)) {
      best = { group, item: null, length: group.to.length };
    }
    for (const item of group.children ?? []) {
      for (const to of [item.to, ...(item.also ?? [])]) {
        if (inside(to) && to.length > (best?.length ?? -1)) best = { group, item, length: to.length };
      }
    }
  }
  return best;
}

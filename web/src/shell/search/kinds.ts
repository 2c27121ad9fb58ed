/** What universal search finds: one entry per kind, in the order in which its hits are shown. */
import { Building2, type LucideIcon, User } from "lucide-react";
import { useGrants } from "@/features/identity/me/queries.ts";
import { mayAll } from "@/lib/permissions.ts";
import type { SearchKind } from "./queries.ts";

interface KindOfHit {
  kind: SearchKind;
  one: string;
  many: string;
  /** Heading and tab. */
  label: string;
  icon: LucideIcon;
  /** Its list; a record is one step below. */
  path: string;
  permission: string;
  /** Drawn as an organisation. */
  square: boolean;
}

const KINDS: readonly KindOfHit[] = [
  {
    kind: "CONTACT",
    one: "contact",
    many: "contacts",
    label: "Contacts",
    icon: User,
    path: "/contacts",
    permission: "CONTACTS_VIEW",
    square: false,
  },
  {
    kind: "ACCOUNT",
    one: "account",
    many: "accounts",
    label: "Accounts",
    icon: Building2,
    path: "/accounts",
    permission: "ACCOUNTS_VIEW",
    square: true,
  },
];

/** As far as lists reach, search reaches: a permission for one's own alone finds nothing, so it is not offered. */
export function useSearchKinds(): readonly KindOfHit[] {
  const grants = useGrants();
  return KINDS.filter(({ permission }) => mayAll(grants, permission));
}

export function kindOfHit(kind: SearchKind): KindOfHit {
  const known = KINDS.find((other) => other.kind === kind);
  if (known === undefined) throw new Error(`search finds ${kind}, which has no entry in KINDS`);
  return known;
}

/** The record's own page. */
export function pathOf({ kind, id }: { kind: SearchKind; id: string }): string {
  return `${kindOfHit(kind).path}/${id}`;
}

/** "contacts and accounts" */
export function namesOf(kinds: readonly KindOfHit[]): string {
  return kinds.map(({ many }) => many).join(" and ");
}

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
/** What is found beside records, by the permission that it takes. */
const BESIDE: readonly [permission: string, names: readonly string[]][] = [
  ["SEGMENTS_VIEW", ["segments", "lists"]],
  ["DOMAIN_SETS_VIEW", ["domain sets"]],
];

/** "contacts, accounts, segments, lists and domain sets", of which only what the viewer may find; clients where they are found, too. */
export function useSearchNames(clients = false): string {
  const grants = useGrants();
  const records = useSearchKinds().map(({ many }) => many);
  const beside = BESIDE.filter(([permission]) => mayAll(grants, permission)).flatMap(([, names]) => names);
  const names = [...records, ...beside, ...(clients && mayAll(grants, "CLIENTS_VIEW") ? ["clients"] : [])];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

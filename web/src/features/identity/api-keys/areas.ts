/** Scopes by what they are about, so that nobody reads forty in a row. Pure. */
import type { ApiKeyScope } from "./queries.ts";

interface Area {
  label: string;
  scopes: readonly ApiKeyScope[];
}

/** The first that fits takes it; what fits nowhere stands under "Other". */
const AREAS: readonly [string, RegExp][] = [
  ["Contacts and accounts", /^(ACCOUNTS|CONTACTS|RECORDS|SEGMENT|SEGMENTS|DOMAIN_SETS|CUSTOM_FIELDS)_/],
  ["Imports, exports and data quality", /^(IMPORTS|EXPORTS|EMAILS|PHONES|INDUSTR|ENRICH|ORDER_FILES)/],
  ["Compliance", /^(SUPPRESSIONS|CONSENT|CONSENTS|PRIVACY|ERASURE|RETENTION|LEGAL)/],
  ["Campaigns and calls", /^(CAMPAIGN|TEMPLATE|SCRIPT|CALL|AUTOMATION|SEND)/],
  ["Leads and orders", /^(LEAD|LEADS|ORDER|ORDERS|DELIVER|RETURN|QA)_?/],
  ["Work and reports", /^(TASKS|NOTES|REPORTS|DASHBOARD)/],
  ["People, clients and settings", /^(USERS|COLLEAGUES|CLIENTS|SETTINGS|API_KEYS|NOTIFICATION)/],
  ["Log and system", /^(AUDIT|LOG|JOBS|PROJECTIONS|HISTORY|SYSTEM)/],
];
const OTHER = "Other";

/** In one order; an area without a scope is left out. */
export function areasOf(scopes: readonly ApiKeyScope[]): Area[] {
  const labelOf = ({ permission }: ApiKeyScope) => AREAS.find(([, fits]) => fits.test(permission))?.[0] ?? OTHER;
  return [...AREAS.map(([label]) => label), OTHER]
    .map((label) => ({ label, scopes: scopes.filter((scope) => labelOf(scope) === label) }))
    .filter((area) => area.scopes.length > 0);
}

/** Whether it only looks. */
export const onlyReads = ({ permission }: ApiKeyScope): boolean => permission.endsWith("_VIEW");

/** Scopes whose words, or whose area's name, hold every word that is typed. */
export function foundIn(areas: readonly Area[], typed: string): Area[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return areas
    .map(({ label, scopes }) => ({
      label,
      scopes: scopes.filter(({ act, permission }) => fits(`${label} ${act} ${permission}`)),
    }))
    .filter((area) => area.scopes.length > 0);
}

export type Extent = "none" | "read" | "all" | "some";

/** How much of an area is chosen. */
export function extentOf({ scopes }: Area, chosen: readonly string[]): Extent {
  const on = scopes.filter(({ permission }) => chosen.includes(permission));
  if (on.length === 0) return "none";
  if (on.length === scopes.length) return "all";
  const reads = scopes.filter(onlyReads);
  return on.length === reads.length && on.every(onlyReads) ? "read" : "some";
}

/** What is chosen once an area is taken to this extent; the others stay as they are. */
export function withExtent({ scopes }: Area, extent: "none" | "read" | "all", chosen: readonly string[]): string[] {
  const own = new Set(scopes.map(({ permission }) => permission));
  const wanted = extent === "none" ? [] : extent === "read" ? scopes.filter(onlyReads) : scopes;
  return [...chosen.filter((one) => !own.has(one)), ...wanted.map(({ permission }) => permission)];
}

/** What domain sets say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { OutcomePart } from "@/components/outcome-bar.tsx";
import type {
  DomainSetContactFilter,
  DomainSetItemStatus,
  DomainSetState,
  DomainSetVia,
  ProgressFragment,
} from "@/gql/graphql.ts";
import { formatFilter } from "@/lib/filter-json.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { paceWords } from "@/records/pace.ts";
import type { DomainSet, DomainSetItem, Report } from "./queries.ts";

export const STATES: Record<DomainSetState, { label: string; tone: Tone | "hollow" }> = {
  READING: { label: "Reading", tone: "primary" },
  MATCHING: { label: "Matching", tone: "primary" },
  READY: { label: "Ready", tone: "success" },
  FAILED: { label: "Failed", tone: "danger" },
};

export const STATUSES: Record<DomainSetItemStatus, { label: string; tone: Tone | "hollow" }> = {
  MATCHED: { label: "Matched", tone: "success" },
  FUZZY: { label: "To review", tone: "warning" },
  UNKNOWN: { label: "Unknown", tone: "neutral" },
  PENDING: { label: "Waiting", tone: "hollow" },
};

export const WAYS: Record<DomainSetVia, { label: string; meaning: string }> = {
  DOMAIN: { label: "By domain", meaning: "It is the account's domain." },
  ALTERNATE: { label: "By alternate domain", meaning: "It is one of the account's other domains." },
  FUZZY: { label: "Fuzzy", meaning: "Domain or name of the company are a slip apart." },
  MANUAL: { label: "By hand", meaning: "Somebody chose the account." },
};

export const isAtWork = ({ state }: Pick<DomainSet, "state">): boolean => state === "READING" || state === "MATCHING";

export function standingOf(set: Pick<DomainSet, "state" | "archived">): { label: string; tone: Tone | "hollow" } {
  return set.archived ? { label: "Archived", tone: "hollow" } : STATES[set.state];
}

/** "72 %". Never 100 or 0 where that is not so. */
export function rateWords(rate: number): string {
  if (rate > 0 && rate < 0.01) return "< 1 %";
  if (rate > 0.99 && rate < 1) return "> 99 %";
  return `${Math.round(rate * 100)} %`;
}

/** "0.93", as the API counts: 0 to 1. */
export const confidenceWords = (confidence: number): string => confidence.toFixed(2);

/** How an item came to its account: "By domain", "Fuzzy by name, confirmed". */
export function wayWords({ via, likeness, judgedAt }: Pick<DomainSetItem, "via" | "likeness" | "judgedAt">): string {
  if (via === null || via === undefined) return "";
  if (via !== "FUZZY") return WAYS[via].label;
  const words = likeness === "name" ? "Fuzzy by name" : "Fuzzy by domain";
  return judgedAt ? `${words}, confirmed` : words;
}

/** Why somebody should look twice at a domain. */
export function resemblesWords(resembles: string | null | undefined): string | null {
  if (resembles === "mixed_scripts") return "Mixes letters of several alphabets, so that it looks like another domain.";
  if (resembles === "other_script")
    return "All its letters are of another alphabet, and look like Latin ones: another domain than it seems.";
  return null;
}

/** Of the report: how what is matched was matched, then what is not. They add up to the domains. */
export interface ReportPart extends OutcomePart {
  id: string;
  meaning: string;
  status: DomainSetItemStatus;
  via?: DomainSetVia;
}

export interface Ways {
  domain: number;
  alternate: number;
  fuzzy: number;
  manual: number;
}

/** `ways`: undefined until they are counted; what is matched is two numbers then. */
export function reportParts(report: Report, ways: Ways | undefined): ReportPart[] {
  // Counted a moment apart, while a matching runs: what does not add up is not shown in parts.
  const whole =
    ways !== undefined &&
    ways.domain + ways.alternate === report.exact &&
    ways.fuzzy + ways.manual === report.confirmed;
  const matched: ReportPart[] = whole
    ? [
        part("domain", "By domain", "success", ways.domain, WAYS.DOMAIN.meaning, "MATCHED", "DOMAIN"),
        part("alternate", "By alternate", "info", ways.alternate, WAYS.ALTERNATE.meaning, "MATCHED", "ALTERNATE"),
        part(
          "fuzzy",
          "Fuzzy, confirmed",
          "primary",
          ways.fuzzy,
          "A slip apart, and somebody said that it is the account.",
          "MATCHED",
          "FUZZY",
        ),
        part("manual", "By hand", "violet", ways.manual, WAYS.MANUAL.meaning, "MATCHED", "MANUAL"),
      ]
    : [
        part("exact", "By domain", "success", report.exact, "The account has the domain.", "MATCHED"),
        part("confirmed", "By somebody", "primary", report.confirmed, "Somebody said which account it is.", "MATCHED"),
      ];
  return [
    ...matched,
    part(
      "review",
      "To review",
      "warning",
      report.fuzzy,
      "A slip apart from an account. They do not count until somebody says so.",
      "FUZZY",
    ),
    part("unknown", "Unknown", "neutral", report.unknown, "No account has the domain, nor one like it.", "UNKNOWN"),
    ...(report.pending > 0
      ? [part("pending", "Waiting", "neutral", report.pending, "Not looked at yet.", "PENDING")]
      : []),
  ];
}

function part(
  id: string,
  label: string,
  tone: Tone,
  value: number,
  meaning: string,
  status: DomainSetItemStatus,
  via?: DomainSetVia,
): ReportPart {
  return { id, label, tone, value, meaning, status, ...(via === undefined ? {} : { via }) };
}

/** "72 % of 12,345 domains are accounts you know". */
export function reportHeadline(report: Report): string {
  if (report.items === 0) return "No domain was found in it";
  const domains = countOf(report.items, "domain", "domains");
  const matched = report.exact + report.confirmed;
  if (matched === 0) return `None of ${domains} is an account you know`;
  return `${rateWords(report.matchRate)} of ${domains} ${matched === 1 && report.items === 1 ? "is an account" : "are accounts"} you know`;
}

/** "812 accounts, 4,031 contacts". */
export function reachWords(report: Report, contacts: number): string {
  return `${countOf(report.accounts, "account", "accounts")}, ${countOf(contacts, "contact", "contacts")}`;
}

const UNITS: Record<string, [string, string]> = {
  "Reading lines": ["line", "lines"],
  "Comparing with accounts": ["account", "accounts"],
};

/** What a job counts in the phase it is in. */
export function unitOf(phase: string | null | undefined): [string, string] {
  return UNITS[phase ?? ""] ?? ["domain", "domains"];
}

/** "12,000 of 200,000 accounts, 41,000 accounts a second, 5 s left" */
export function progressWords(progress: ProgressFragment): string {
  const [one, many] = unitOf(progress.phase);
  const { done, total } = progress;
  const counted = total === null || total === undefined;
  const far = counted ? countOf(done, one, many) : `${formatCount(done)} of ${countOf(total, one, many)}`;
  return [far, paceWords(progress, many)].filter(Boolean).join(", ");
}

/** Lines of a pasted text that hold something. */
export function pastedLines(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").length;
}

/** The list of contacts, narrowed as the people of a set are. */
export function contactsHref(id: string, { title, seniority, department, withEmail }: DomainSetContactFilter): string {
  const wanted: Json[] = [
    { field: "domain_sets", op: "any_of", value: [id] },
    ...(title ? [{ field: "job_title", op: "contains", value: title }] : []),
    ...(seniority?.length ? [{ field: "seniority_level", op: "in", value: seniority }] : []),
    ...(department?.length ? [{ field: "department", op: "in", value: department }] : []),
    ...(withEmail ? [{ field: "email", op: "has_value" }] : []),
  ];
  return `/contacts?filter=${encodeURIComponent(formatFilter({ v: 1, all: wanted }) ?? "")}`;
}

/** The accounts that were made for a set and still wait to be named. */
export function stubsHref(id: string): string {
  const wanted: Json[] = [
    { field: "domain_sets", op: "any_of", value: [id] },
    { field: "status", op: "in", value: ["stub"] },
  ];
  return `/accounts?filter=${encodeURIComponent(formatFilter({ v: 1, all: wanted }) ?? "")}`;
}

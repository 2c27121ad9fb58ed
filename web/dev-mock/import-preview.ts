/** Lists of a mock's preview: the file's own first rows, with changes as a run would make them. */
export interface RowsArgs {
  id: string;
  list: string;
  first: number;
  after?: string | null;
}

interface Previewed {
  rows: number;
  samples: string[][];
}

const SHARES: Record<string, number> = {
  CREATED: 0.7,
  UPDATED: 0.2,
  UNCHANGED: 0.04,
  MERGED_IN_FILE: 0.03,
  MATCHES_ARCHIVED: 0.004,
  REJECTED: 0.018,
  WARNINGS: 0.05,
  ACCOUNTS_CREATED: 0.07,
  ACCOUNTS_UPDATED: 0.01,
};

const NAMES = ["Annika Vester", "Jeroen van Dalfsen", "Tomasz Wilczek", "Klara Novotná", "Callum Reyes-Hart"];
const TITLES = ["VP Operations", "Head of Supply Chain", "Director, Fleet", "Head of Transport"];
const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T;
const change = (field: string, label: string, old: unknown, next: unknown, kept = false) => ({
  field,
  label,
  old,
  new: next,
  kept,
  rule: kept ? "newer" : null,
  derived: false,
});

function changesOf(list: string, index: number) {
  if (list === "ACCOUNTS_CREATED") return [change("name", "Name", null, `Norhavn Freight ${index}`)];
  if (list === "ACCOUNTS_UPDATED") return [change("staff_count", "Employees", null, 1240 + index)];
  if (list === "CREATED") return [change("job_title", "Job title", null, pick(TITLES, index))];
  if (list !== "UPDATED" && list !== "MERGED_IN_FILE") return [];
  return [
    change("job_title", "Job title", index % 4 === 0 ? null : "Planner", pick(TITLES, index)),
    ...(index % 2 === 0 ? [change("direct_phone", "Direct phone", null, "+45 32 55 01 44")] : []),
    ...(index % 5 === 0 ? [change("city", "City", "Aarhus", "Copenhagen", true)] : []),
  ];
}

function reasonsOf(list: string) {
  const reason = (code: string, field: string, message: string, rejected: boolean) => [
    { code, field, message, rejected },
  ];
  if (list === "REJECTED") return reason("email_syntax", "email", "Email: not a valid address.", true);
  if (list === "WARNINGS") return reason("country_unknown", "country", "Country: not recognised.", false);
  return [];
}

export function previewRows(one: Previewed | undefined, list: string, first: number, after?: string | null) {
  const total = Math.floor((one?.rows ?? 0) * (SHARES[list] ?? 0));
  const from = after ? Number(after) : 0;
  const to = Math.min(total, from + first);
  const ofAccounts = list.startsWith("ACCOUNTS_");
  return {
    rows: Array.from({ length: to - from }, (_, at) => {
      const index = from + at;
      return {
        row: 2 + index * 3,
        entity: ofAccounts ? "ACCOUNT" : "CONTACT",
        recordId: null,
        name: ofAccounts ? `Norhavn Freight ${index}` : pick(NAMES, index),
        intoRow: list === "MERGED_IN_FILE" ? 2 + index : null,
        changes: changesOf(list, index),
        reasons: reasonsOf(list),
      };
    }),
    endCursor: to < total ? String(to) : null,
    hasNextPage: to < total,
  };
}

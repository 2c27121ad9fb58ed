/** A list in words and as an address, from the arguments it was asked with: what an export holds, what a bulk change took. */
import { formatFilter } from "@/lib/filter-json.ts";
import { formatCount } from "@/lib/format.ts";
import { fieldValues, type Json } from "@/lib/json.ts";

const NAMES: Record<string, string> = {
  q: "search",
  accountId: "one account",
  importId: "one import",
  importOutcome: "import outcome",
  country: "country",
  seniorityLevel: "seniority",
  department: "department",
  industry: "industry",
  status: "status",
  jobTitleContains: "title",
  createdFrom: "created since",
  createdTo: "created before",
  where: "a filter",
  inLists: "members of lists",
  inSegment: "members of a segment",
  inDomainSet: "of a domain set",
};

/** What of the list it was: "search “ada”, country DE, FR". */
export function whichOf(filter: Json | null | undefined): string {
  if (filter === null || filter === undefined) return "A filter that named an erased person";
  if (typeof filter !== "object" || Array.isArray(filter)) return "All";
  const ids = filter["ids"];
  if (Array.isArray(ids)) return `${formatCount(ids.length)} selected`;
  const said = Object.entries(filter).flatMap(([key, value]) => {
    const name = NAMES[key];
    if (name === undefined) return [];
    if (Array.isArray(value)) return [`${name} ${value.join(", ")}`];
    return [typeof value === "string" && !key.endsWith("Id") ? `${name} “${value}”` : name];
  });
  const archived = filter["archived"] === true ? ["archived"] : filter["archived"] === false ? [] : ["archived too"];
  const except = filter["except"];
  const left = Array.isArray(except) && except.length > 0 ? [`${formatCount(except.length)} left out`] : [];
  const words = [...said, ...archived, ...left].join(", ");
  return words === "" ? "All" : words.replace(/^./, (first) => first.toUpperCase());
}

/** The list as it stands now. Null when nothing of its arguments is kept, or it has no address. */
export function listHref(path: string, filter: Json | null | undefined): string | null {
  if (filter === null || filter === undefined || typeof filter !== "object" || Array.isArray(filter)) return null;
  const params = new URLSearchParams();
  // The members of one list are its page; several lists at once have no address.
  const lists = fieldValues(filter["inLists"]);
  const named = ["any", "all", "none"].flatMap((key) => lists[key] ?? []);
  const [list] = Array.isArray(lists["any"]) ? lists["any"] : [];
  if (named.length > 1 || (named.length === 1 && typeof list !== "string")) return null;
  const of = typeof list === "string" ? `/lists/${list}` : path;
  if (typeof lists["asOf"] === "string") params.set("asOf", lists["asOf"]);
  const text = (name: string, key: string) => {
    const value = filter[key];
    if (typeof value === "string" && value !== "") params.set(name, value);
  };
  text("q", "q");
  text("account", "accountId");
  text("import", "importId");
  text("outcome", "importOutcome");
  const where = formatFilter(filter["where"] ?? null);
  if (where !== null) params.set("filter", where);
  if (filter["archived"] !== false) params.set("archived", filter["archived"] === true ? "only" : "both");
  const words = params.toString();
  return words === "" ? of : `${of}?${words}`;
}

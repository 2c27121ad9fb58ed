/** What a record belongs to, in words. No React. */
import { WAYS } from "@/features/audience/domain-sets/words.ts";
import { causeWords } from "@/features/audience/segments/words.ts";
import type { Entity } from "@/gql/graphql.ts";
import { formatDay } from "@/lib/format.ts";
import { SOURCES } from "../lists/words.ts";
import type { InDomainSet, InList, InSegment } from "./queries.ts";

type Reason = InSegment["enteredBecause"];

/** Why it entered a segment, or left it: what the conditions came to where one change did it, else what made it be looked at. */
export function reasonWords(reason: Reason, way: "in" | "out"): string {
  const said = reason.conditions.filter(({ holds }) => holds === (way === "in"));
  if (said.length === 0) return causeWords(reason, way);
  const words = said.map(({ sentence }) => sentence).join("; ");
  return way === "in" ? words : `No longer: ${words}`;
}

const HOW: Record<Exclude<InList["how"], "FILLED">, string> = {
  ADDED: "Added",
  BULK: "Added in bulk",
  MERGE: "Came with a merged record",
  UNMERGE: "Came back when a merge was undone",
  UNDONE: "Came back when its removal was undone",
};

/** How it came into a list, and by whom. */
export function howWords({ how, source, byName }: Pick<InList, "how" | "source" | "byName">): string {
  const words = how === "FILLED" ? `In it from the start: ${SOURCES[source].toLowerCase()}` : HOW[how];
  return byName ? `${words}, by ${byName}` : words;
}

/** What puts it into a domain set. */
export function viaWords(entity: Entity, { byAccount, domain, via }: InDomainSet): string {
  if (!byAccount) return `Its email is at ${domain}`;
  const way = via ? `, ${WAYS[via].label.toLowerCase()}` : "";
  return entity === "ACCOUNT" ? `${domain}${way}` : `Its account is ${domain}${way}`;
}

/** Since when a domain set holds it: an account itself, a contact by its account. Null: it is in it by its email. */
export function sinceWords(entity: Entity, { since }: Pick<InDomainSet, "since">): string | null {
  if (!since) return null;
  return entity === "ACCOUNT" ? `since ${formatDay(since)}` : `account in it since ${formatDay(since)}`;
}

/** "since 3 Mar", "3 Mar to 20 Apr". */
export function stayWords({ enteredAt, leftAt }: { enteredAt: string; leftAt?: string | null }): string {
  return leftAt ? `${formatDay(enteredAt)} to ${formatDay(leftAt)}` : `since ${formatDay(enteredAt)}`;
}

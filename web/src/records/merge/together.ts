/** Records side by side: which fields are shown, which are chosen together, whose value a field gets. No React. */
import type { Entity } from "@/gql/graphql.ts";

/** As the server keeps them together: half of one address and half of another is no address. The first stands for all. */
const TOGETHER: Record<Entity, string[][]> = {
  CONTACT: [
    ["full_name", "first_name", "middle_name", "last_name", "salutation"],
    ["email", "email_verification_status", "email_verification_reason", "email_verified_at", "email_kind"],
    [
      "direct_phone",
      "direct_phone_e164",
      "phone_extension",
      "direct_phone_carrier",
      "direct_phone_carrier_line",
      "direct_phone_looked_up_at",
    ],
    ["mobile_phone", "mobile_phone_carrier", "mobile_phone_carrier_line", "mobile_phone_looked_up_at"],
    ["address_street", "city", "state", "postal_code", "country"],
    ["consent_basis", "consent_source", "consent_at", "consent_text"],
  ],
  ACCOUNT: [
    [
      "main_phone",
      "main_phone_e164",
      "main_phone_extension",
      "main_phone_carrier",
      "main_phone_carrier_line",
      "main_phone_looked_up_at",
    ],
    ["hq_street", "hq_city", "hq_state", "hq_postal_code", "hq_country"],
  ],
};

/** The field under which a choice for this one is kept. */
export function leaderOf(entity: Entity, key: string): string {
  return TOGETHER[entity].find((keys) => keys.includes(key))?.[0] ?? key;
}

type Values = Record<string, unknown>;

/** Keys that any record has a value in, in the order of the catalogue. */
export function rowsOf(sides: readonly Values[], order: readonly string[]): string[] {
  return order.filter((key) => sides.some((fields) => isThere(fields[key])));
}

export function differs(sides: readonly Values[], key: string): boolean {
  return new Set(sides.map((fields) => JSON.stringify(fields[key] ?? null))).size > 1;
}

/** Who gives this field's value where nobody chose: the one that stays, or else the first of the others that has one. */
export function giverOf<TSide extends { id: string; fields: Values }>(
  sides: readonly TSide[],
  survivor: string,
  key: string,
): string {
  const inTurn = [...sides.filter(({ id }) => id === survivor), ...sides.filter(({ id }) => id !== survivor)];
  return inTurn.find(({ fields }) => fields[key] !== undefined && fields[key] !== null)?.id ?? survivor;
}

/** The one that knows most stays unless somebody chooses otherwise. */
export function fullest<TSide extends { id: string; fields: Values }>(sides: readonly TSide[]): string | null {
  let best: { id: string; known: number } | null = null;
  for (const { id, fields } of sides) {
    const known = Object.values(fields).filter((value) => value !== null && value !== "").length;
    if (best === null || known > best.known) best = { id, known };
  }
  return best?.id ?? null;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Records that can become one at once, as the server takes them. */
export const MERGE_MOST = 50;

/** Why the selection cannot be held side by side; undefined where it can. `matching`: all that match, not picked one by one. */
export function whyNotMerge(
  nouns: string,
  { matching, count, archived }: { matching: boolean; count: number | null; archived: boolean },
): string | undefined {
  if (matching || (count !== null && count > MERGE_MOST)) {
    return `Up to ${MERGE_MOST} ${nouns} can be merged side by side: pick those that are one. Many pairs at once are merged under Duplicates.`;
  }
  if (count === null || count < 2) return `Select two or more ${nouns} that are one`;
  return archived ? `Archived ${nouns} cannot be merged. Restore them first.` : undefined;
}

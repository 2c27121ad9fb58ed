/** Records that a client supplied may be used for that client only: how that is said. No React. */
import type { Json } from "@/lib/json.ts";
import { countOf } from "@/lib/format.ts";
import type { RecordBase } from "./record-kind.ts";

/** Key of the field, of contacts and of accounts. */
export const CLIENT_RESTRICTION = "client_restriction";

type Restricted = Pick<RecordBase, "clientRestrictionId" | "clientRestrictionName">;

/** What the record shows at once when somebody chose a client, or none. */
export function restrictedTo(client: { value: string; label: string } | null): Restricted {
  return { clientRestrictionId: client?.value ?? null, clientRestrictionName: client?.label ?? null };
}

/** The client, or that there is one whom the viewer may not see; empty where the record is for everybody. */
export function restrictionText({ clientRestrictionId: id, clientRestrictionName: name }: Restricted): string {
  return id === null || id === undefined ? "" : (name ?? "A client");
}

/** "Supplied by Norhavn, for their use only". Empty where the record is for everybody. */
export function restrictionWords(record: Restricted): string {
  const client = restrictionText(record);
  return client === "" ? "" : `Supplied by ${client === "A client" ? "a client" : client}, for their use only`;
}

/** What becomes of whom records are for when they are merged into the survivor: why it is refused, or what to know of it. */
export function mergedRestriction(
  survivor: string | null,
  others: readonly (string | null)[],
): { refused: string | null; told: string | null } {
  const wider = others.find((other) => other !== null && other !== survivor);
  if (wider === undefined) {
    const narrows = survivor !== null && others.includes(null);
    return {
      refused: null,
      told: narrows
        ? "The record that stays was supplied by a client for their use only. So it stays, with all that is merged into it."
        : null,
    };
  }
  return {
    refused:
      survivor === null
        ? "A client supplied one of these for their use only, and the record that would stay is used for everybody. Keep the client’s record, or lift its restriction first."
        : "Different clients supplied these, each for their own use only. Leave one out, or lift a restriction first.",
    told: null,
  };
}

/** The same list, and of it those that a client supplied. */
export function ofRestricted(filter: object): object {
  const condition: Json = { field: CLIENT_RESTRICTION, op: "has_value" };
  const where = "where" in filter ? (filter.where as Json) : null;
  return { ...filter, where: where === null || where === undefined ? condition : { all: [where, condition] } };
}

/** "12 contacts of this list were supplied by clients for their own use only." */
export function restrictedWords(count: number, { noun, nouns }: { noun: string; nouns: string }): string {
  const were = count === 1 ? "was supplied by a client for its" : "were supplied by clients for their";
  return `${countOf(count, noun, nouns)} of this list ${were} own use only.`;
}

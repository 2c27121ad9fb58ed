/** Who of a selection withdrew what is about to be recorded, and what becomes of them. The server decides each; no React. */
import { channelsOf } from "@/records/consent-words.ts";
import type { BulkPreviewQuery, BulkSelectionInput } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import type { ConsentDraft, foreseen } from "./bulk-draft.ts";

/** The same selection, and of it those who withdrew for one of the channels. */
export function withdrawnOf(selection: BulkSelectionInput, channel: ConsentDraft["channel"]): BulkSelectionInput {
  const { ids, contacts, ...others } = selection;
  const said = channelsOf(channel).map((one) => ({
    field: one === "EMAIL" ? "email_consent" : "phone_consent",
    op: "equals",
    value: "withdrawn",
  }));
  const withdrew: Json = said.length === 1 ? said[0]! : { any: said };
  const filter = ids ? { ids, archived: null } : (contacts ?? {});
  const where = ("where" in filter ? filter.where : null) as Json | undefined;
  return {
    ...others,
    contacts: { ...filter, where: where === null || where === undefined ? withdrew : { all: [where, withdrew] } },
  };
}

type Preview = Omit<BulkPreviewQuery["bulkPreview"], "__typename">;

/**
 * What is foreseen, with those who withdrew. A legitimate interest never stands against a withdrawal. What they gave themselves does where it
 * was given later: without a day that is now, with one it depends on when each of them withdrew.
 */
export function withWithdrawn(
  counted: ReturnType<typeof foreseen>,
  { basis, day }: Pick<ConsentDraft, "basis" | "day">,
  { matching, outOfReach, archived }: Preview,
  [noun, nouns]: [string, string],
): ReturnType<typeof foreseen> {
  const count = matching - outOfReach - archived;
  if (count === 0) return counted;
  const many = countOf(count, noun, nouns);
  const told = (why: string) => [...counted.left, { count, why: `${many} withdrew. ${why}` }];
  if (basis === "LEGITIMATE_INTEREST") {
    const left = told(`${count === 1 ? "This one is" : "They are"} left alone: only what they give themselves counts.`);
    return { worked: Math.max(0, counted.worked - count), left };
  }
  return {
    worked: counted.worked,
    left: told(
      day === ""
        ? "It is recorded as given today, after that, so it counts for them again."
        : "Whoever did so after the day it was given on is left alone.",
    ),
  };
}

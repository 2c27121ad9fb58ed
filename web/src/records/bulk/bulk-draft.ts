/** What somebody is about to do to many records: what was filled in, what of it is sent, and how it is said. No React. */
import { type ChannelChoice, channelsOf, momentOf } from "@/records/consent-words.ts";
import type { BulkActionInput, BulkPreviewQuery, BulkSelectionInput, ConsentBasis, Entity } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { FieldValues } from "@/lib/json.ts";
import { type FieldDefinition, kindOf } from "../catalogue.ts";
import { fromRaw } from "../raw-value.ts";
import type { RecordKind } from "../record-kind.ts";
import { joined } from "./tags.ts";

export type BulkAct = "fields" | "tags" | "assign" | "archive" | "restore" | "consent";

export interface FieldDraft {
  /** Empty until a field is chosen. */
  key: string;
  clear: boolean;
  value: string;
}

/** Empty: whoever has it keeps it. */
export type Assignee = "" | "nobody" | (string & {});

/** Why each may be contacted. */
export interface ConsentDraft {
  channel: ChannelChoice;
  basis: ConsentBasis;
  /** As a date field has it; empty: today. */
  day: string;
  origin: string;
  wording: string;
  reference: string;
  url: string;
}

export interface Draft {
  fields: readonly FieldDraft[];
  tags: readonly string[];
  /** Typed, and not ended by Enter: meant all the same. */
  tagText: string;
  /** Tags are taken off instead. */
  untag: boolean;
  owner: Assignee;
  team: Assignee;
  reason: string;
  consent: ConsentDraft;
}

export const NEW_FIELD: FieldDraft = { key: "", clear: false, value: "" };
export const NEW_DRAFT: Draft = {
  fields: [NEW_FIELD],
  tags: [],
  tagText: "",
  untag: false,
  owner: "",
  team: "",
  reason: "",
  consent: { channel: "EMAIL", basis: "CONSENT", day: "", origin: "", wording: "", reference: "", url: "" },
};

/** Which records: picked one by one, or all that the list shows but for some. */
export interface Audience {
  ids: readonly string[] | null;
  except: readonly string[];
  /** The list's own arguments. */
  filter: object;
}

export function selectionOf(entity: Entity, { ids, except, filter }: Audience): BulkSelectionInput {
  if (ids !== null) return { entity, ids: [...ids] };
  const list = entity === "ACCOUNT" ? { entity, accounts: filter } : { entity, contacts: filter };
  return except.length === 0 ? list : { ...list, except: [...except] };
}

/** They say which record is which: the same for many would make them one. The server refuses them; here they are not offered. */
const IDENTITY: Record<Entity, readonly string[]> = {
  CONTACT: ["email", "secondary_emails", "linkedin_url", "full_name", "first_name", "middle_name", "last_name"],
  ACCOUNT: ["name", "domain"],
};
/** They have a dialog of their own. */
const APART = ["tags", "owner", "team"];

/** Fields of which many records can hold the same value. */
export function settable(entity: Entity, catalogue: readonly FieldDefinition[]): FieldDefinition[] {
  return catalogue.filter(
    (field) =>
      field.writable &&
      !field.unique &&
      !IDENTITY[entity].includes(field.key) &&
      !APART.includes(field.key) &&
      // Of what points elsewhere, only the parent account can be found by name here.
      (kindOf(field) !== "ref" || (entity === "ACCOUNT" && field.key === "parent")),
  );
}

/** What is sent, or what is missing: one sentence by field key, or for "tags" and "assign" as a whole. */
export type Checked = { action: BulkActionInput } | { missing: Record<string, string> };

export function checked(act: BulkAct, draft: Draft): Checked {
  switch (act) {
    case "fields": {
      const missing: Record<string, string> = {};
      const fields: FieldValues = {};
      for (const { key, clear, value } of draft.fields) {
        if (key === "") continue;
        const raw = clear ? null : fromRaw(value);
        if (!clear && raw === null) missing[key] = "Enter a value, or choose to clear the field.";
        fields[key] = raw;
      }
      if (Object.keys(missing).length > 0) return { missing };
      if (Object.keys(fields).length === 0) return { missing: { "": "Choose a field to change." } };
      return { action: { kind: "SET_FIELDS", fields } };
    }
    case "tags": {
      const tags = joined(draft.tags, draft.tagText);
      return tags.length === 0
        ? { missing: { tags: "Name at least one tag." } }
        : { action: { kind: draft.untag ? "REMOVE_TAGS" : "ADD_TAGS", tags } };
    }
    case "assign":
      return draft.owner === "" && draft.team === ""
        ? { missing: { owner: "Choose an owner or a team." } }
        : { action: { kind: "ASSIGN", ...assigned("owner", draft.owner), ...assigned("team", draft.team) } };
    case "archive": {
      const reason = fromRaw(draft.reason);
      return { action: { kind: "ARCHIVE", ...(reason === null ? {} : { reason }) } };
    }
    case "restore":
      return { action: { kind: "RESTORE" } };
    case "consent":
      return consented(draft.consent);
  }
}

/** As the server asks it: a source always, and a proof of what is called consent. */
function consented({ channel, basis, day, origin, wording, reference, url }: ConsentDraft): Checked {
  const proof = { wording: fromText(wording), reference: fromText(reference), url: fromText(url) };
  const missing: Record<string, string> = {};
  if (origin.trim() === "") missing["origin"] = "Say where it comes from: a form, a trade show, a call.";
  if (basis === "CONSENT" && Object.values(proof).every((text) => text === null))
    missing["wording"] = "Consent must be provable. Give the text that was shown, a reference or a link.";
  if (Object.keys(missing).length > 0) return { missing };
  const consent = { channels: channelsOf(channel), basis, at: momentOf(day), origin: origin.trim(), ...proof };
  return { action: { kind: "RECORD_CONSENT", consent } };
}

const fromText = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function assigned(what: "owner" | "team", to: Assignee): BulkActionInput | object {
  if (to === "") return {};
  if (to === "nobody") return what === "owner" ? { clearOwner: true } : { clearTeam: true };
  return { [what]: to };
}

type Preview = Omit<BulkPreviewQuery["bulkPreview"], "__typename">;

/** How many of the selection are worked on, and the others with why not. All of it adds up to what matches. */
export function foreseen(
  act: BulkAct,
  { matching, outOfReach, archived }: Preview,
  [noun, nouns]: [string, string],
): { worked: number; left: { count: number; why: string }[] } {
  const active = matching - outOfReach - archived;
  const many = (count: number) => countOf(count, noun, nouns);
  const left: { count: number; why: string }[] = [];
  if (act === "restore") {
    if (active > 0)
      left.push({
        count: active,
        why: `${active === 1 ? "is" : "are"} not in the archive, left as ${active === 1 ? "it is" : "they are"}`,
      });
  } else if (archived > 0) {
    left.push({
      count: archived,
      why:
        act === "archive"
          ? `${archived === 1 ? "is" : "are"} in the archive already`
          : `${archived === 1 ? "is" : "are"} archived and would be refused. Restore ${archived === 1 ? "it" : "them"} first`,
    });
  }
  if (outOfReach > 0) {
    left.push({
      count: outOfReach,
      why: `${outOfReach === 1 ? "is" : "are"} not yours or your team's and would be refused`,
    });
  }
  return {
    worked: act === "restore" ? archived : active,
    left: left.map(({ count, why }) => ({ count, why: `${many(count)} ${why}.` })),
  };
}

const VERBS: Record<BulkAct, string> = {
  fields: "Change",
  tags: "Tag",
  assign: "Assign",
  archive: "Archive",
  restore: "Restore",
  consent: "Record for",
};

/** "Change 1,284 contacts": the button names the act and the amount. */
export function submitWords(act: BulkAct, draft: Draft, worked: number | null, kind: RecordKind): string {
  const verb = act === "tags" && draft.untag ? "Untag" : VERBS[act];
  return worked === null ? `${verb} ${kind.nouns}` : `${verb} ${countOf(worked, kind.noun, kind.nouns)}`;
}

export const titleWords = (act: BulkAct, nouns: string): string =>
  ({
    fields: `Edit fields of ${nouns}`,
    tags: `Tags of ${nouns}`,
    assign: `Assign ${nouns}`,
    archive: `Archive ${nouns}`,
    restore: `Restore ${nouns}`,
    consent: `Record consent of ${nouns}`,
  })[act];

/** "The 5 contacts you selected", "All 1,284 contacts of the list as it stands". */
export function audienceWords({ ids, except }: Audience, matching: number | null, kind: RecordKind): string {
  if (ids !== null) {
    return ids.length === 1
      ? `The one ${kind.noun} you selected.`
      : `The ${formatCount(ids.length)} ${kind.nouns} you selected.`;
  }
  const but = except.length === 0 ? "" : ` but the ${formatCount(except.length)} you left out`;
  return matching === null || but !== ""
    ? `All ${kind.nouns} of the list as it stands${but}, on the screen or not.`
    : `All ${countOf(matching, kind.noun, kind.nouns)} of the list as it stands, on the screen or not.`;
}

/** Merge tags: `{{contact.first_name|there}}`, a field of the recipient and what stands there when the field is empty. */
import type { FieldDefinition } from "@/records/catalogue.ts";

export interface MergeTag {
  /** "contact.first_name" */
  path: string;
  label: string;
  group: string;
  /** Every email has it, so no words have to stand in for it. */
  sure: boolean;
}

/** Where a press leads to stop the emails. */
export const UNSUBSCRIBE_URL = "unsubscribe_url";
/** Where the sender is to be found by post: asked for by law in every mailing. */
export const SENDER_ADDRESS = "sender.address";

/** What is not of the recipient. */
const OURS: readonly [path: string, label: string, group: string][] = [
  ["sender.name", "Sender's name", "Sender"],
  ["sender.email", "Sender's email", "Sender"],
  ["sender.company", "Sender's company", "Sender"],
  [SENDER_ADDRESS, "Sender's postal address", "Sender"],
  ["sender.phone", "Sender's phone", "Sender"],
  [UNSUBSCRIBE_URL, "Link to unsubscribe", "Links"],
  ["preferences_url", "Link to the preferences", "Links"],
  ["view_url", "Link to view the mail in a browser", "Links"],
];

/** They hold ids, which say nothing to whoever reads an email. */
const POINTS_AT = new Set(["user", "ref"]);

export function mergeTags(contact: readonly FieldDefinition[], account: readonly FieldDefinition[]): MergeTag[] {
  const of = (entity: string, group: string, fields: readonly FieldDefinition[]): MergeTag[] =>
    fields
      .filter(({ kind }) => !POINTS_AT.has(kind.toLowerCase()))
      .map(({ key, label }) => ({ path: `${entity}.${key}`, label, group, sure: false }));
  const ours = OURS.map(([path, label, group]) => ({ path, label, group, sure: true }));
  return [...of("contact", "Contact", contact), ...of("account", "Account", account), ...ours];
}

/** As it stands in the text. What a fallback cannot hold is left out of it; an empty one says that nothing shall stand there. */
export function mergeTag({ path, sure }: Pick<MergeTag, "path" | "sure">, fallback: string): string {
  return sure ? `{{${path}}}` : `{{${path}|${fallback.replaceAll(/[{}<>"\n\r\t]/g, "").trim()}}}`;
}

/** Merge tags: `{{contact.first_name|there}}`, a field of the recipient and what stands there when the field is empty. */
import type { MergeTag } from "./queries.ts";

export const TAG_GROUPS: Record<MergeTag["group"], string> = {
  CONTACT: "Contact",
  ACCOUNT: "Account",
  SENDER: "Sender",
  LINKS: "Links",
};

/** Every email has it, so no words have to stand in for it. */
export const isSure = ({ group }: Pick<MergeTag, "group">): boolean => group === "LINKS" || group === "SENDER";

/** As it stands in the text. What a fallback cannot hold is left out of it; an empty one says that nothing shall stand there. */
export function mergeTag(tag: Pick<MergeTag, "path" | "group">, fallback: string): string {
  if (isSure(tag)) return `{{${tag.path}}}`;
  return `{{${tag.path}|${fallback.replaceAll(/[{}<>"\n\r\t]/g, "").trim()}}}`;
}

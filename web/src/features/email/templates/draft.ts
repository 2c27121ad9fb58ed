/** What somebody is writing: the content of a template as the page holds it. */
import type { Json } from "@/lib/json.ts";
import { type BlockDocument, fromJson, toJson } from "./blocks.ts";

/** As the API keeps it. With blocks the MJML is made of them. */
export interface Content {
  subject: string;
  preheader: string;
  mjml: string;
  blocks: Json;
  /** Null: made of the HTML. */
  text: string | null;
}

export type Body = { kind: "blocks"; document: BlockDocument } | { kind: "source"; mjml: string };

export interface Draft {
  subject: string;
  preheader: string;
  /** Of its own; empty: made of the HTML. */
  text: string;
  body: Body;
}

export function draftOf({ subject, preheader, mjml, blocks, text }: Content): Draft {
  const document = fromJson(blocks);
  const body: Body = document === null ? { kind: "source", mjml } : { kind: "blocks", document };
  return { subject, preheader, text: text ?? "", body };
}

/** As it is sent: either of the two bodies. */
export function contentInput({ subject, preheader, text, body }: Draft) {
  return {
    subject,
    preheader,
    text: text.trim() === "" ? null : text,
    ...(body.kind === "blocks" ? { blocks: toJson(body.document) } : { mjml: body.mjml }),
  };
}

/** Whether there is something to save. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(contentInput(one)) === JSON.stringify(contentInput(other));
}

import { expect, it } from "vitest";
import { newBlock, PLAIN_STYLE } from "./blocks.ts";
import { contentInput, type Draft, draftOf, sameDraft } from "./draft.ts";

const CONTENT = { subject: "Hello", preheader: "", mjml: "<mjml></mjml>", blocks: null, text: null };

it("is written in blocks where there are blocks, in MJML where there are none", () => {
  expect(draftOf(CONTENT).body).toEqual({ kind: "source", mjml: "<mjml></mjml>" });
  const body = draftOf({ ...CONTENT, blocks: { blocks: [{ type: "divider" }] } }).body;
  expect(body).toMatchObject({ kind: "blocks", document: { blocks: [{ type: "divider" }] } });
});

it("is sent with one body only, and without a plain text of nothing but spaces", () => {
  const draft = draftOf({ ...CONTENT, text: "  " });
  expect(contentInput(draft)).toEqual({ subject: "Hello", preheader: "", text: null, mjml: "<mjml></mjml>" });
  const body: Draft["body"] = { kind: "blocks", document: { style: PLAIN_STYLE, blocks: [newBlock("divider")] } };
  const sent = contentInput({ ...draft, body });
  expect(sent).toMatchObject({ blocks: { blocks: [{ type: "divider" }] } });
  expect(sent).not.toHaveProperty("mjml");
});

it("has nothing to save after it was read again", () => {
  const content = { ...CONTENT, blocks: { blocks: [{ type: "text", text: "a" }] } };
  expect(sameDraft(draftOf(content), draftOf(content))).toBe(true);
  expect(sameDraft(draftOf(content), { ...draftOf(content), subject: "Other" })).toBe(false);
});

import { expect, it } from "vitest";
import { mergeTag } from "./merge-tags.ts";

it("is written with its fallback, without what a fallback cannot hold", () => {
  const field = { path: "contact.first_name", group: "CONTACT" } as const;
  expect(mergeTag(field, " there ")).toBe("{{contact.first_name|there}}");
  expect(mergeTag(field, 'a{b}<c>"d"')).toBe("{{contact.first_name|abcd}}");
  expect(mergeTag(field, "")).toBe("{{contact.first_name|}}");
});

it("needs no fallback where every email has it", () => {
  expect(mergeTag({ path: "view_url", group: "LINKS" }, "never")).toBe("{{view_url}}");
  expect(mergeTag({ path: "sender.address", group: "SENDER" }, "never")).toBe("{{sender.address}}");
});

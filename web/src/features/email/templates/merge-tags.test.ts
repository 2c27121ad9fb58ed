import { expect, it } from "vitest";
import type { FieldDefinition } from "@/records/catalogue.ts";
import { mergeTag, mergeTags } from "./merge-tags.ts";

const field = (key: string, kind: string) => ({ key, kind, label: key }) as FieldDefinition;

it("offers fields that can be read, and what is ours", () => {
  const tags = mergeTags([field("first_name", "TEXT"), field("owner", "USER")], [field("name", "TEXT")]);
  const paths = tags.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["contact.first_name", "account.name", "unsubscribe_url"]));
  expect(paths).not.toContain("contact.owner");
});

it("is written with its fallback, without what a fallback cannot hold", () => {
  const field = { path: "contact.first_name", sure: false };
  expect(mergeTag(field, " there ")).toBe("{{contact.first_name|there}}");
  expect(mergeTag(field, 'a{b}<c>"d"')).toBe("{{contact.first_name|abcd}}");
  expect(mergeTag(field, "")).toBe("{{contact.first_name|}}");
  expect(mergeTag({ path: "view_url", sure: true }, "never")).toBe("{{view_url}}");
});

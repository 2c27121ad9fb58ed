import { expect, it } from "vitest";
import {
  changeVariant,
  type ContentDraft,
  contentInput,
  contentOf,
  firstMistake,
  firstUtm,
  mistakesIn,
  NEW_TEST,
  NO_CONTENT,
  shareWords,
  withName,
  withoutVariant,
  withVariant,
} from "./content.ts";

const filled: ContentDraft = {
  ...NO_CONTENT,
  senderId: "s",
  variants: [{ templateId: "t", version: 2, subject: "", weight: "1" }],
};
const mistake = (draft: ContentDraft) => firstMistake(mistakesIn(draft));

it("says what is missing, the first thing first", () => {
  expect(mistake(NO_CONTENT)).toBe("Choose who it comes from.");
  expect(mistake({ ...NO_CONTENT, senderId: "s" })).toMatch(/^Choose a template/);
  expect(mistake(changeVariant(filled, 0, { version: null }))).toMatch(/^Choose a template/);
  expect(mistake(filled)).toBeNull();
});

it("takes only what the server takes", () => {
  expect(mistake(changeVariant(filled, 0, { subject: "a".repeat(300) }))).toBeNull();
  expect(mistake(changeVariant(filled, 0, { subject: "a".repeat(301) }))).toMatch(/at most 300/);
  for (const weight of ["", "0", "1001", "1.5", "-1"]) {
    expect(mistake(changeVariant(filled, 0, { weight }))).toMatch(/1 to 1,000/);
  }
  for (const share of ["", "4", "101", "20.5"]) {
    expect(mistake({ ...filled, test: { ...NEW_TEST, share } })).toMatch(/5 to 100/);
  }
  expect(mistake({ ...filled, test: NEW_TEST })).toBeNull();
  expect(mistake({ ...filled, utm: { ...firstUtm("x"), term: "t".repeat(201) } })).toMatch(/Shorten term/);
});

it("is no test any more with one variant", () => {
  const two = { ...withVariant(filled), test: NEW_TEST };
  expect(two.variants).toHaveLength(2);
  expect(withoutVariant(two, 0)).toMatchObject({ test: null, variants: [{ templateId: "" }] });
  expect(withoutVariant(withVariant(two), 0).test).toEqual(NEW_TEST);
});

it("says which share each variant has", () => {
  const weights = (...all: string[]) => shareWords(all.map((weight) => ({ weight })));
  expect(weights("1", "1")).toBe("A 50%, B 50%");
  expect(weights("2", "1", "1")).toBe("A 50%, B 25%, C 25%");
  expect(weights("")).toBe("");
});

it("begins with a tag of the campaign's name", () => {
  expect(firstUtm(" Fleet telematics, Nordics! ").campaign).toBe("fleet-telematics-nordics");
});

it("comes back from the server as it was sent", () => {
  const draft: ContentDraft = {
    ...withVariant(changeVariant(filled, 0, { subject: "Hello", weight: "3" })),
    test: NEW_TEST,
    utm: firstUtm("Fleet"),
    trackOpens: false,
    names: [{ n: 2, name: "Price list" }],
  };
  const whole = changeVariant(draft, 1, { templateId: "u", version: 1 });
  const { variants, namedLinks, ...rest } = contentInput(whole);
  expect(variants.map(({ key, subject }) => [key, subject])).toEqual([
    ["A", "Hello"],
    ["B", null],
  ]);
  const kept = {
    ...rest,
    digest: "d",
    senderName: null,
    trackOpens: false,
    trackLinks: true,
    variants: variants.map((one) => ({ ...one, weight: one.weight ?? 1, templateName: null })),
    namedLinks: namedLinks ?? [],
  };
  expect(contentOf(kept as unknown as Parameters<typeof contentOf>[0])).toEqual(whole);
});

it("names links, and calls them by their address again", () => {
  const named = withName(withName(filled, 3, "Terms"), 1, "Price list");
  expect(named.names).toEqual([
    { n: 1, name: "Price list" },
    { n: 3, name: "Terms" },
  ]);
  expect(withName(named, 3, "").names).toHaveLength(1);
  expect(contentInput(withName(filled, 1, "  ")).namedLinks).toEqual([]);
});

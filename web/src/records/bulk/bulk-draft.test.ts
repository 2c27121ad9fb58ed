import { describe, expect, it } from "vitest";
import type { FieldDefinition } from "../catalogue.ts";
import { checked, foreseen, NEW_DRAFT, selectionOf, settable } from "./bulk-draft.ts";

const field = (key: string, patch: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label: key,
  kind: "text",
  group: "General",
  personal: false,
  writable: true,
  unique: false,
  required: false,
  sortable: true,
  custom: false,
  options: [],
  choices: [],
  ...patch,
});

describe("a bulk change that is filled in", () => {
  it("sends what is set, and null for what is cleared", () => {
    const draft = {
      ...NEW_DRAFT,
      fields: [
        { key: "country", clear: false, value: " DK " },
        { key: "city", clear: true, value: "Aarhus" },
        { key: "", clear: false, value: "" },
      ],
    };
    expect(checked("fields", draft)).toEqual({
      action: { kind: "SET_FIELDS", fields: { country: "DK", city: null } },
    });
  });

  it("says what is missing before anything is sent", () => {
    expect(checked("fields", NEW_DRAFT)).toEqual({ missing: { "": "Choose a field to change." } });
    const empty = { ...NEW_DRAFT, fields: [{ key: "city", clear: false, value: " " }] };
    expect(checked("fields", empty)).toHaveProperty("missing.city");
    expect(checked("tags", NEW_DRAFT)).toHaveProperty("missing.tags");
    expect(checked("assign", NEW_DRAFT)).toHaveProperty("missing.owner");
  });

  it("takes a tag that no Enter ended", () => {
    expect(checked("tags", { ...NEW_DRAFT, tags: ["vip"], tagText: " Fleet; VIP" })).toEqual({
      action: { kind: "ADD_TAGS", tags: ["vip", "Fleet"] },
    });
  });

  it("assigns to somebody, to nobody, or leaves it", () => {
    expect(checked("assign", { ...NEW_DRAFT, owner: "u1" })).toEqual({ action: { kind: "ASSIGN", owner: "u1" } });
    expect(checked("assign", { ...NEW_DRAFT, owner: "nobody", team: "t1" })).toEqual({
      action: { kind: "ASSIGN", clearOwner: true, team: "t1" },
    });
  });

  it("records a basis with its source, and consent only with a proof", () => {
    const consent = { ...NEW_DRAFT.consent, channel: "BOTH", origin: " fair " } as const;
    expect(checked("consent", NEW_DRAFT)).toHaveProperty("missing.origin");
    expect(checked("consent", { ...NEW_DRAFT, consent })).toHaveProperty("missing.wording");
    expect(checked("consent", { ...NEW_DRAFT, consent: { ...consent, basis: "CONTRACT" } })).toEqual({
      action: {
        kind: "RECORD_CONSENT",
        consent: {
          channels: ["EMAIL", "PHONE"],
          basis: "CONTRACT",
          at: null,
          origin: "fair",
          wording: null,
          reference: null,
          url: null,
        },
      },
    });
  });

  it("offers no field that says which record is which", () => {
    const fields = ["email", "city", "owner", "tags", "linkedin_url"].map((key) => field(key));
    const more = [
      field("score", { writable: false }),
      field("code", { unique: true }),
      field("account", { kind: "ref" }),
    ];
    expect(settable("CONTACT", [...fields, ...more]).map(({ key }) => key)).toEqual(["city"]);
    expect(settable("ACCOUNT", [field("parent", { kind: "ref" }), field("name")]).map(({ key }) => key)).toEqual([
      "parent",
    ]);
  });
});

describe("what a bulk change would come to", () => {
  const nouns: [string, string] = ["contact", "contacts"];
  const preview = { matching: 100, outOfReach: 10, archived: 5 };

  it("adds up to what matches, and says why the others are left", () => {
    for (const act of ["fields", "tags", "assign", "archive", "restore", "consent"] as const) {
      const { worked, left } = foreseen(act, preview, nouns);
      expect(worked + left.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    }
    expect(foreseen("fields", preview, nouns).worked).toBe(85);
    expect(foreseen("restore", preview, nouns).worked).toBe(5);
    expect(foreseen("archive", { ...preview, archived: 1 }, nouns).left[0]?.why).toBe(
      "1 contact is in the archive already.",
    );
  });
});

it("takes ids, or else the list of the kind", () => {
  expect(selectionOf("CONTACT", { ids: ["a"], except: [], filter: {} })).toEqual({ entity: "CONTACT", ids: ["a"] });
  expect(selectionOf("ACCOUNT", { ids: null, except: [], filter: { q: "x" } })).toEqual({
    entity: "ACCOUNT",
    accounts: { q: "x" },
  });
  expect(selectionOf("CONTACT", { ids: null, except: ["b"], filter: {} })).toEqual({
    entity: "CONTACT",
    contacts: {},
    except: ["b"],
  });
});

import { describe, expect, it } from "vitest";
import {
  blockedReason,
  choicesLike,
  type Choice,
  customKey,
  guessed,
  initialChoices,
  isMatchKey,
  matchWords,
  ofKind,
  takenBy,
  toInput,
} from "./mapping.ts";

const column = (index: number, suggestedField: string | null, confidence = 0.9) => ({
  index,
  header: `Column ${index}`,
  samples: [],
  suggestedField,
  suggestedEntity: suggestedField === null ? null : ("CONTACT" as const),
  suggestedRule: null,
  usedBefore: false,
  guess: null,
  confidence,
});

const choice = (column: number, entity: "CONTACT" | "ACCOUNT", field: string): Choice => ({
  column,
  target: { entity, field },
  rule: "BY_SOURCE",
});

describe("initialChoices", () => {
  it("gives a field suggested twice to the surer column", () => {
    const choices = initialChoices({ columns: [column(0, "email", 0.6), column(1, "email", 0.9)], mapping: [] });
    expect(choices.map((one) => one.target?.field ?? null)).toEqual([null, "email"]);
  });

  it("takes what was mapped before over what is suggested, and leaves out what was left out", () => {
    const choices = initialChoices({
      columns: [column(0, "email"), column(1, "city")],
      mapping: [{ column: 0, entity: "CONTACT", field: "secondary_emails", rule: "OVERWRITE" }],
    });
    expect(toInput(choices)).toEqual([{ column: 0, entity: "CONTACT", field: "secondary_emails", rule: "OVERWRITE" }]);
  });
});

describe("the settings of another import", () => {
  const before = {
    columns: [column(0, "email"), column(1, null), column(2, "city")],
    mapping: [
      { column: 0, entity: "CONTACT" as const, field: "secondary_emails", rule: "OVERWRITE" as const },
      { column: 1, entity: "CONTACT" as const, field: "job_title", rule: "FILL_EMPTY" as const },
    ],
  };

  it("are taken by the names of the columns, wherever these stand now", () => {
    const now = [
      { ...column(0, null), header: "column 1 " },
      { ...column(1, "email"), header: "Column 0" },
    ];
    expect(choicesLike({ columns: now, mapping: [] }, before)).toEqual([
      { column: 0, target: { entity: "CONTACT", field: "job_title" }, rule: "FILL_EMPTY" },
      { column: 1, target: { entity: "CONTACT", field: "secondary_emails" }, rule: "OVERWRITE" },
    ]);
  });

  it("leave out what was left out, and new columns go where they seem to belong", () => {
    const now = [{ ...column(0, "city"), header: "Column 2" }, column(7, "country")];
    expect(choicesLike({ columns: now, mapping: [] }, before).map((one) => one.target?.field ?? null)).toEqual([
      null,
      "country",
    ]);
  });
});

describe("what identifies a contact", () => {
  it("is email or LinkedIn, or a name together with the account", () => {
    expect(matchWords([choice(0, "CONTACT", "last_name")])).toEqual([]);
    expect(matchWords([choice(0, "CONTACT", "last_name"), choice(1, "ACCOUNT", "domain")])).toEqual([
      "name with account",
    ]);
    expect(blockedReason([choice(0, "CONTACT", "email")])).toBeUndefined();
    expect(blockedReason([choice(0, "CONTACT", "city")])).toMatch(/identifies a contact/);
  });

  it("an account's name is its key only while no column has its domain", () => {
    const name = choice(0, "ACCOUNT", "name");
    expect(isMatchKey([name], { entity: "ACCOUNT", field: "name" })).toBe(true);
    expect(isMatchKey([name, choice(1, "ACCOUNT", "domain")], { entity: "ACCOUNT", field: "name" })).toBe(false);
  });
});

describe("the kind of an import", () => {
  const choices = [choice(0, "CONTACT", "email"), choice(1, "ACCOUNT", "domain"), choice(2, "ACCOUNT", "industry")];

  it("leaves out columns it does not take", () => {
    const taken = (kind: "CONTACTS" | "ACCOUNTS") => ofKind(kind, choices).map((one) => one.target?.field ?? null);
    // The account of a contact is found, not written.
    expect(taken("CONTACTS")).toEqual(["email", "domain", null]);
    expect(taken("ACCOUNTS")).toEqual([null, "domain", "industry"]);
  });

  it("says by what its records are found again", () => {
    expect(matchWords(ofKind("ACCOUNTS", choices), "ACCOUNTS")).toEqual(["domain"]);
    expect(blockedReason([choice(0, "ACCOUNT", "industry")], "ACCOUNTS")).toMatch(/identifies an account/);
  });
});

describe("fields", () => {
  it("are taken by one column only, and by the same name of the other entity not at all", () => {
    const choices = [choice(0, "CONTACT", "city")];
    expect(takenBy(choices, { entity: "CONTACT", field: "city" }, 1)).toBe(0);
    expect(takenBy(choices, { entity: "CONTACT", field: "city" }, 0)).toBeNull();
    expect(takenBy(choices, { entity: "ACCOUNT", field: "city" }, 1)).toBeNull();
  });

  it("of one's own get a key the log accepts", () => {
    expect(customKey("Fleet size (2026)")).toBe("custom.fleet_size_2026");
    expect(customKey("Größe")).toBe("custom.gro_e");
    expect(customKey("Café")).toBe("custom.cafe");
    expect(customKey("???")).toBeNull();
  });
});

it("a mapping taken back leaves what the column looks like by itself", () => {
  const used = { ...column(0, "department", 1), usedBefore: true, suggestedRule: "OVERWRITE" as const };
  const guess = { field: "city", entity: "CONTACT" as const, confidence: 0.8 };
  expect(guessed({ ...used, guess })).toMatchObject({ suggestedField: "city", suggestedRule: null, confidence: 0.8 });
  expect(guessed(used)).toMatchObject({ suggestedField: null, suggestedEntity: null, usedBefore: false });
});

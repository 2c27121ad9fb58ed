import { describe, expect, it } from "vitest";
import {
  chosenCount,
  chosenWords,
  conflictsOf,
  isChoosable,
  isChosen,
  LEAVE_ALL,
  reasonLines,
  takenBack,
  toggled,
  type UndoneRecord,
  undoWords,
  VALUES_BACK,
} from "./undo.ts";

const counts = (patch: object) => ({ archived: 0, reverted: 0, partly: 0, kept: 0, nothing: 0, gone: 0, ...patch });
const NONE = counts({});
const WORDS = { work: "import", whole: "Is archived" };

describe("conflicts of an undo", () => {
  it("are left unless chosen", () => {
    const one = toggled(LEAVE_ALL, "a", ["a", "b"]);
    expect([isChosen(one, "a"), isChosen(one, "b"), chosenCount(one, 5)]).toEqual([true, false, 1]);
    expect(chosenCount(toggled(one, "a", ["a", "b"]), 5)).toBe(0);
  });

  it("can be chosen all at once; letting go of one keeps those in sight", () => {
    const all = { all: true, ids: new Set<string>() };
    expect(chosenCount(all, 1200)).toBe(1200);
    const most = toggled(all, "a", ["a", "b", "c"]);
    expect([isChosen(most, "a"), isChosen(most, "b"), chosenCount(most, 1200)]).toEqual([false, true, 2]);
  });

  it("are records of which anything is left", () => {
    const run = { contacts: counts({ archived: 5, partly: 2, kept: 1 }), accounts: counts({ kept: 3, nothing: 9 }) };
    expect(conflictsOf(run)).toBe(6);
    expect(takenBack(run)).toBe(7);
  });
});

const record = (...reasons: UndoneRecord["reasons"]): UndoneRecord => ({
  id: "1",
  entity: "CONTACT",
  name: null,
  changes: [],
  reasons,
});
const since = { message: "Changed since the import.", choosable: true };

describe("a record that is left", () => {
  it("says a reason once for all its fields, and what choosing it would do", () => {
    const changed = record({ ...since, field: "Job title" }, { ...since, field: "City" });
    expect(reasonLines(changed)).toEqual([{ fields: ["Job title", "City"], message: since.message }]);
    expect(chosenWords(changed, WORDS)).toBe("Job title, City: back to before the import");
    expect(chosenWords(record({ ...since, field: null }), WORDS)).toBe("Is archived");
  });

  it("cannot be chosen when another has its value", () => {
    const taken = record({ field: null, message: "Another record has the old value now.", choosable: false });
    expect([isChoosable(taken), chosenWords(taken, WORDS)]).toEqual([false, "Stays, chosen or not"]);
  });
});

it("an undo says what it does, and afterwards what it did", () => {
  const run = { contacts: counts({ archived: 1204, reverted: 300, partly: 10 }), accounts: counts({ archived: 1 }) };
  expect(undoWords(run)).toBe("1,204 contacts and 1 account are archived, 310 contacts get earlier values back.");
  expect(undoWords(run, VALUES_BACK, true)).toBe(
    "1,204 contacts and 1 account were archived, 310 contacts got earlier values back.",
  );
  expect(undoWords({ contacts: counts({ archived: 1 }), accounts: NONE })).toBe("1 contact is archived.");
  expect(undoWords({ contacts: NONE, accounts: NONE })).toBe("There is nothing to take back.");
});

it("of what was archived in bulk says that it is restored", () => {
  const back = { one: "is restored", many: "are restored", wasOne: "was restored", wasMany: "were restored", tab: "" };
  const run = { contacts: counts({ reverted: 3 }), accounts: NONE };
  expect([undoWords(run, back), undoWords(run, back, true)]).toEqual([
    "3 contacts are restored.",
    "3 contacts were restored.",
  ]);
});

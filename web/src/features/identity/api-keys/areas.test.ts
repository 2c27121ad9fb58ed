import { expect, it } from "vitest";
import { areasOf, extentOf, foundIn, withExtent } from "./areas.ts";

const SCOPES = [
  { permission: "CONTACTS_VIEW", act: "see contacts" },
  { permission: "CONTACTS_EDIT", act: "create or edit contacts" },
  { permission: "SUPPRESSIONS_VIEW", act: "see suppressions" },
  { permission: "SOMETHING_NEW", act: "do something new" },
];
const areas = areasOf(SCOPES);
const [contacts] = areas;

it("puts every scope into one area, also one it has never heard of", () => {
  expect(areas.map(({ label }) => label)).toEqual(["Contacts and accounts", "Compliance", "Other"]);
  expect(areas.flatMap(({ scopes }) => scopes)).toHaveLength(SCOPES.length);
});

it("finds scopes by their words and by their area", () => {
  expect(foundIn(areas, "edit con").flatMap(({ scopes }) => scopes.map(({ act }) => act))).toEqual([
    "create or edit contacts",
  ]);
  expect(foundIn(areas, "compliance")).toHaveLength(1);
  expect(foundIn(areas, "nothing like it")).toEqual([]);
  expect(foundIn(areas, " ")).toHaveLength(3);
});

it("takes an area to read only, to everything and back, and leaves the others", () => {
  if (contacts === undefined) throw new Error("there is an area");
  const read = withExtent(contacts, "read", ["SUPPRESSIONS_VIEW", "CONTACTS_EDIT"]);
  expect(read).toEqual(["SUPPRESSIONS_VIEW", "CONTACTS_VIEW"]);
  expect(extentOf(contacts, read)).toBe("read");
  const all = withExtent(contacts, "all", read);
  expect(extentOf(contacts, all)).toBe("all");
  expect(extentOf(contacts, ["CONTACTS_EDIT"])).toBe("some");
  expect(withExtent(contacts, "none", all)).toEqual(["SUPPRESSIONS_VIEW"]);
});

import { describe, expect, it } from "vitest";
import { isReference, isSaidElsewhere, linkedBy, wholeValue } from "./named-value.tsx";
import type { RecordBase } from "./record-kind.ts";

const ID = "01930000-0000-7000-8000-000000000000";
const record = (more: Partial<RecordBase> = {}): RecordBase => ({
  id: ID,
  archived: false,
  mayArchive: true,
  version: 1,
  createdAt: "",
  updatedAt: "",
  fields: {},
  ...more,
});

describe("values as a person reads them", () => {
  it("shows a phone once, with its extension", () => {
    const values = { direct_phone: "+1 202-555-0142", direct_phone_e164: "+12025550142", phone_extension: "12" };
    expect(wholeValue("direct_phone", record(), values)).toBe("+1 202-555-0142 ext. 12");
    expect(isSaidElsewhere("direct_phone_e164", values)).toBe(true);
    expect(isSaidElsewhere("phone_extension", values)).toBe(true);
    // Without a number the extension is all there is.
    expect(isSaidElsewhere("phone_extension", { phone_extension: "12" })).toBe(false);
  });

  it("does not say an extension twice", () => {
    const values = { main_phone: "+1 202-555-0142 ext. 12", main_phone_extension: "12" };
    expect(wholeValue("main_phone", record(), values)).toBe("+1 202-555-0142 ext. 12");
  });

  it("names an owner, and leaves what a file called the owner", () => {
    expect(wholeValue("owner", record({ ownerName: "Noor Haddad" }), { owner: ID })).toBe("Noor Haddad");
    expect(wholeValue("owner", record({ ownerName: "Sales east" }), { owner: "Sales east" })).toBe("Sales east");
  });

  it("knows a bare id, with the row of an import behind it too", () => {
    expect(isReference(ID)).toBe(true);
    expect(isReference(`import:${ID}#12`)).toBe(true);
    expect(isReference("north")).toBe(false);
  });

  it("says how a contact came to its account", () => {
    expect(linkedBy("auto")).toBe("Email domain");
  });
});

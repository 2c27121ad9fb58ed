import { describe, expect, it } from "vitest";
import { offered, supplierOf } from "./supplier.ts";

describe("the client whose file it is", () => {
  it("is nobody unless the import says so", () => {
    expect(supplierOf({ suppliedById: null, suppliedByName: null })).toBeNull();
    expect(supplierOf({ suppliedById: "1", suppliedByName: "Norhavn" })).toEqual({ id: "1", name: "Norhavn" });
    expect(supplierOf({ suppliedById: "1", suppliedByName: null })?.name).toBe("A client");
  });

  it("stays among what is offered while somebody looks for another", () => {
    const norhavn = { id: "1", name: "Norhavn" };
    const adler = { value: "2", label: "Adler" };
    expect(offered([adler], null)).toEqual([adler]);
    expect(offered([adler], norhavn)).toEqual([{ value: "1", label: "Norhavn" }, adler]);
    expect(offered([{ value: "1", label: "Norhavn" }], norhavn)).toHaveLength(1);
  });
});

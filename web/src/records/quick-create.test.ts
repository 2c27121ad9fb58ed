import { expect, it } from "vitest";
import { accountFrom } from "./quick-create.ts";

it("a contact tells where its company is, unless it writes from where everybody may", () => {
  expect(accountFrom({ email: "a.vester@norhavn.test", country: "DK" })).toEqual({
    name: "Norhavn",
    domain: "norhavn.test",
    hq_country: "DK",
  });
  expect(accountFrom({ email: "annika@gmail.com" })).toEqual({});
  expect(accountFrom({})).toEqual({});
});

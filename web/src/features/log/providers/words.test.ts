import { expect, it } from "vitest";
import { isWhat, noTestBecause } from "./words.ts";

const one = { kind: "MAIL", state: "FAKE", name: null, testable: true } as const;

it("says what a provider is by its name, else by its state", () => {
  expect(isWhat(one)).toBe("The test mailbox: mail is kept and reaches nobody");
  expect(isWhat({ ...one, state: "CONFIGURED", name: "mail.example.com" })).toBe("mail.example.com");
  expect(isWhat({ ...one, kind: "SEARCH", state: "EMBEDDED" })).toBe("Runs inside of Pivotal");
});

it("says why there is no test", () => {
  expect(noTestBecause({ ...one, kind: "CARRIER_LOOKUP", state: "CONFIGURED" })).toMatch(/cost money/);
  expect(noTestBecause({ ...one, kind: "SIGN_IN", state: "OFF" })).toBe("Off");
});

import { expect, it } from "vitest";
import { emailStatusOf } from "./email-status.ts";

it("is what is known of the address while nothing speaks against writing to it", () => {
  expect(emailStatusOf({ emailStatus: "sendable", fields: {} })).toBe("sendable");
  expect(emailStatusOf({ emailStatus: "unverified" })).toBe("unverified");
  expect(emailStatusOf({ emailStatus: "sendable", fields: { suppressed: ["phone"] } })).toBe("sendable");
});

it("never calls somebody sendable who must not be written to", () => {
  const of = (fields: Record<string, string[]>) => emailStatusOf({ emailStatus: "sendable", fields });
  expect(of({ suppressed: ["email"], suppression_reasons: ["manual"] })).toBe("suppressed");
  expect(of({ suppressed: ["email", "phone"], suppression_reasons: ["dnc_request", "unsubscribed"] })).toBe(
    "unsubscribed",
  );
});

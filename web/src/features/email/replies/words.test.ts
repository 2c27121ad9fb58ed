import { describe, expect, it } from "vitest";
import { answerHref, kindWords, senderOf, subjectOf } from "./words.ts";

describe("an answer to a reply", () => {
  it("keeps to its subject", () => {
    expect(answerHref({ address: "ida@norhavn.example", subject: "Your offer" })).toBe(
      "mailto:ida@norhavn.example?subject=Re%3A%20Your%20offer",
    );
    expect(answerHref({ address: "ida@norhavn.example", subject: "RE: Your offer" })).toBe(
      "mailto:ida@norhavn.example?subject=RE%3A%20Your%20offer",
    );
    expect(answerHref({ address: "ida@norhavn.example", subject: "" })).toBe(
      "mailto:ida@norhavn.example?subject=Re%3A",
    );
  });

  it("goes to nobody whom the sender would like to add", () => {
    const href = answerHref({ address: "ida?bcc=all&cc=b@norhavn.example", subject: "a&bcc=c@d.example" });
    expect(new URL(href).searchParams.get("bcc")).toBeNull();
    expect(new URL(href).searchParams.get("cc")).toBeNull();
    expect(new URL(href).searchParams.get("subject")).toBe("Re: a&bcc=c@d.example");
  });
});

describe("whose reply it is", () => {
  it("is told by name, else by address", () => {
    expect(senderOf({ name: "Ida Holm", address: "ida@norhavn.example", forgotten: false })).toBe("Ida Holm");
    expect(senderOf({ name: null, address: "ida@norhavn.example", forgotten: false })).toBe("ida@norhavn.example");
  });

  it("is not told any more once it was forgotten", () => {
    expect(senderOf({ name: null, address: "", forgotten: true })).toBe("Forgotten");
    expect(subjectOf({ subject: "", forgotten: true })).toBe("Its words are gone");
    expect(subjectOf({ subject: "", forgotten: false })).toBe("Without a subject");
  });
});

it("says of somebody away when they are back", () => {
  expect(kindWords({ kind: "AUTOMATIC", awayUntil: null })).toBe("Automatic");
  expect(kindWords({ kind: "AUTOMATIC", awayUntil: "2026-12-01" })).toMatch(/^Away until .*2026/);
});

import { describe, expect, it } from "vitest";
import { NOTHING } from "./fixture.ts";
import type { Figures } from "./queries.ts";
import { linesOf, rowWords, share } from "./words.ts";

const none = { variant: null, hour: null, domain: null, link: null, name: null };
const line = (figures: Figures, label: string) => linesOf(figures).find((one) => one.label === label);

describe("shares", () => {
  it("are of what was delivered, and bounces of what was sent", () => {
    const figures = { ...NOTHING, sent: 10, delivered: 8, reached: 8, opened: 4, bouncedHard: 2 };
    expect(line(figures, "Opened")).toMatchObject({ emails: 4, share: share(1, 2), of: "of delivered" });
    expect(line(figures, "Bounced for good")).toMatchObject({ share: share(1, 5), of: "of sent" });
  });

  it("are of what was sent where nobody tells of delivery", () => {
    const figures = { ...NOTHING, sent: 10, reached: 10, clicked: 1 };
    expect(line(figures, "Clicked")).toMatchObject({ share: share(1, 10), of: "of sent" });
  });

  it("are none of nothing", () => {
    expect(share(0, 0)).toBe("—");
    expect(share(1, 8)).toMatch(/^12[.,]5\s?%$/);
  });
});

it("never adds programs to people", () => {
  const figures = { ...NOTHING, sent: 2, reached: 2, opened: 1, opens: 3, machineOpened: 2 };
  expect(line(figures, "Opened")).toMatchObject({ emails: 1, times: 3, programs: 2 });
});

describe("a part of a report", () => {
  it("says what it is of", () => {
    expect(rowWords({ ...none, variant: "B" }, "VARIANT", true)).toBe("Variant B");
    expect(rowWords(none, "VARIANT", false)).toBe("All");
    expect(rowWords({ ...none, domain: "norhavn.example" }, "DOMAIN", false)).toBe("norhavn.example");
    expect(rowWords(none, "DOMAIN", false)).toBe("Unknown domain");
  });

  it("says whose a link is where there are several variants", () => {
    const link = { ...none, variant: "A", link: 2, name: "Offer" };
    expect(rowWords(link, "LINK", false)).toBe("Offer");
    expect(rowWords(link, "LINK", true)).toBe("A: Offer");
    expect(rowWords({ ...link, name: null }, "LINK", false)).toBe("Link 2");
  });
});

import { describe, expect, it } from "vitest";
import { countryName } from "@/lib/format.ts";
import type { Suppression } from "./queries.ts";
import {
  fileWords,
  linesOf,
  reachWords,
  registerStanding,
  sourceWords,
  staleRegisters,
  suppressedWords,
} from "./words.ts";

const one = (of: Partial<Suppression>): Suppression => ({
  id: "1",
  kind: "EMAIL",
  value: "ada@example.com",
  label: "ada@example.com",
  reach: "GLOBAL",
  clientId: null,
  clientName: null,
  campaignId: null,
  campaignName: null,
  brandId: null,
  brandName: null,
  reason: "UNSUBSCRIBED",
  reasonLabel: "Unsubscribed",
  standing: "ACTIVE",
  note: null,
  since: "2026-01-05T12:00:00Z",
  until: null,
  addedBy: null,
  releasedAt: null,
  releasedBy: null,
  releaseReason: null,
  erased: false,
  ...of,
});

it("names what something came through, known or not", () => {
  expect(["ui", "api", "mail"].map(sourceWords)).toEqual(["Web app", "API", "Mail"]);
});

describe("linesOf", () => {
  it("parts a pasted text and drops what is empty", () => {
    expect(linesOf(" ada@example.com ;\r\n\n+12025550100\tblocked.example\n")).toEqual([
      "ada@example.com",
      "+12025550100",
      "blocked.example",
    ]);
  });
});

describe("what a banner says", () => {
  it("names each with its reason", () => {
    expect(suppressedWords([one({}), one({ label: "Nordwerk", reasonLabel: "Legal" })])).toBe(
      "ada@example.com (Unsubscribed), Nordwerk (Legal)",
    );
  });

  it("says for whom", () => {
    expect(reachWords(one({}))).toBe("Everywhere");
    expect(reachWords(one({ reach: "CLIENT", clientName: "Northwind" }))).toBe("Northwind");
    expect(reachWords(one({ reach: "CLIENT" }))).toBe("One client");
    expect(reachWords(one({ reach: "CAMPAIGN", campaignName: "Spring" }))).toBe("Campaign Spring");
    expect(reachWords(one({ reach: "CAMPAIGN" }))).toBe("One campaign");
    expect(reachWords(one({ reach: "BRAND", brandName: "Norhavn" }))).toBe("Brand Norhavn");
  });
});

it("of a register the newest file counts, country by country", () => {
  const file = (country: string | null, asOf: string | null, stale: boolean) =>
    ({ reason: "DNC_REGISTER", country, asOf, stale }) as const;
  const [old, anew, other] = [
    file("US", "2026-01-01", true),
    file("US", "2026-05-01", false),
    file("GB", "2026-01-01", true),
  ];
  expect(staleRegisters([old])).toEqual([old]);
  expect(staleRegisters([old, anew])).toEqual([]);
  expect(staleRegisters([anew, other, old])).toEqual([other]);
  expect(staleRegisters([{ ...old, reason: "IMPORTED_LIST" as const }, file(null, null, false)])).toEqual([]);
  expect(fileWords({ reasonLabel: "Do-not-call register", country: "US", ageDays: 1 })).toBe(
    `Do-not-call register, ${countryName("US")}, 1 day old`,
  );
  expect(fileWords({ reasonLabel: "Imported list", country: null, ageDays: null })).toBe("Imported list");
});

describe("registerStanding", () => {
  const file = (id: string, country: string | null, asOf: string, stale: boolean) => ({
    id,
    country,
    asOf,
    stale,
    reason: "DNC_REGISTER" as const,
  });
  const files = [
    file("1", "US", "2026-01-05", false),
    file("2", "US", "2025-11-01", true),
    file("3", "DE", "2025-11-01", true),
  ];

  it("judges by the newest file of the country", () => {
    expect(files.map((one) => registerStanding(one, files).label)).toEqual([
      "Good to call by",
      "Replaced by a newer one",
      "Too old to call by",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { here, hourOptions, mailInput, turned, zoneOptions } from "./mail-choice.ts";
import type { NotificationDigest, NotificationPreference } from "./queries.ts";

const digest: NotificationDigest = { every: "OFF", hour: 8, timeZone: "UTC", nextAt: null, email: "ada@example.com" };

const kind = (name: string, emailAtOnce: boolean, emailDigest: boolean): NotificationPreference => ({
  kind: name,
  label: name,
  hint: "",
  icon: "bell",
  inApp: true,
  emailAtOnce,
  emailDigest,
});

describe("what comes by mail", () => {
  it("is sent as a whole: what comes at once, and what the digest leaves out", () => {
    const kinds = [
      kind("import_ended", true, true),
      kind("view_shared", false, false),
      kind("bulk_ended", false, true),
    ];
    expect(mailInput(kinds, digest)).toEqual({
      atOnce: ["import_ended"],
      digestOff: ["view_shared"],
      every: "OFF",
      hour: 8,
      timeZone: "UTC",
    });
  });

  it("begins on the clock of whoever turns the digest on, and stays where they put it", () => {
    expect(turned(digest, { ...digest, every: "DAILY" }).timeZone).toBe(here());
    const tokyo = { ...digest, every: "DAILY" as const, timeZone: "Asia/Tokyo" };
    expect(turned(tokyo, { ...tokyo, every: "WEEKLY" }).timeZone).toBe("Asia/Tokyo");
    expect(turned(tokyo, { ...tokyo, timeZone: "UTC" }).timeZone).toBe("UTC");
  });

  it("offers every hour, and each zone once", () => {
    expect(hourOptions.map(({ label }) => label)).toHaveLength(24);
    expect(hourOptions[7]?.label).toBe("07:00");
    const zones = zoneOptions("Asia/Tokyo").map(({ value }) => value);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones[0]).toBe("Asia/Tokyo");
  });
});

import { describe, expect, it } from "vitest";
import { beyond, overlay } from "./url-overlay.ts";

const p = (text: string) => new URLSearchParams(text);
const VIEW = p("sort=-created_at&country=DE&country=AT&q=fleet");

describe("a URL over a saved view", () => {
  it("is the view where it says nothing", () => {
    expect(overlay(VIEW, p("view=1")).toString()).toBe("sort=-created_at&country=DE&country=AT&q=fleet&view=1");
  });

  it("takes the place of what the view says, or takes it away by an empty value", () => {
    const whole = overlay(VIEW, p("country=PT&q="));
    expect(whole.getAll("country")).toEqual(["PT"]);
    expect(whole.has("q")).toBe(false);
    expect(whole.get("sort")).toBe("-created_at");
  });

  it("holds only what differs", () => {
    expect(beyond(VIEW, p("sort=-created_at&country=DE&country=AT&q=fleet")).toString()).toBe("");
    expect(beyond(VIEW, p("sort=email&country=DE&country=AT")).toString()).toBe("sort=email&q=");
  });

  it("survives the way there and back", () => {
    for (const text of ["view=1", "view=1&country=PT", "q=&sort=", "q=other&open=7"]) {
      expect(
        beyond(VIEW, overlay(VIEW, p(text)))
          .toString()
          .split("&")
          .toSorted(),
      ).toEqual(p(text).toString().split("&").toSorted());
    }
  });

  it("takes JSON as the same in whatever order its keys come", () => {
    const base = new URLSearchParams({ filter: '{"op":"is","field":"country","value":{"a":1,"b":2}}' });
    const whole = new URLSearchParams({ filter: '{"field":"country","op":"is","value":{"b":2,"a":1}}' });
    expect(beyond(base, whole).size).toBe(0);
    whole.set("filter", "{broken");
    expect(beyond(base, whole).get("filter")).toBe("{broken");
  });
});

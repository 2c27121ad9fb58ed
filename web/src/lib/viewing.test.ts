import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endedBy, enterView, viewAsHeader, viewedClient } from "./viewing.ts";

const CLIENT = "0192c0de-0000-7000-8000-000000000001";
const assign = vi.fn();

beforeEach(() => {
  vi.stubGlobal("location", { ...window.location, assign });
});
afterEach(() => {
  sessionStorage.clear();
  assign.mockReset();
  vi.unstubAllGlobals();
});

const refused = (code: string) => new Response(JSON.stringify({ code }), { status: 403 });

describe("viewing as a client", () => {
  it("names the client in every request of the tab from then on", () => {
    expect(viewAsHeader()).toEqual({});
    enterView(CLIENT);
    expect(viewAsHeader()).toEqual({ "x-pivotal-view-as": CLIENT });
    expect(assign).toHaveBeenCalledWith("/");
  });

  it("is over when the server says so, and not by any other refusal", async () => {
    enterView(CLIENT);
    expect(await endedBy(refused("FORBIDDEN"))).toBe(false);
    expect(viewedClient()).toBe(CLIENT);
    expect(await endedBy(refused("VIEW_OVER"))).toBe(true);
    expect(viewedClient()).toBeNull();
    expect(assign).toHaveBeenLastCalledWith(`/clients/${CLIENT}`);
  });
});

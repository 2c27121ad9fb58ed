import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const fetching = vi.fn<typeof fetch>();
const answer = (errors?: object[]) =>
  new Response(JSON.stringify(errors === undefined ? { data: { preferencesSave: { userErrors: [] } } } : { errors }));

/** The module as a page that was just loaded has it. */
async function load() {
  vi.resetModules();
  const preferences = await import("./preferences.ts");
  const leave = preferences.installPreferences();
  leaving.push(leave);
  return preferences;
}

const leaving: (() => void)[] = [];
const saved = (call: number) => {
  const init = fetching.mock.calls[call]?.[1];
  const { variables } = JSON.parse(String(init?.body)) as { variables: { input: { preferences: object } } };
  return { preferences: variables.input.preferences, keepalive: init?.keepalive };
};

beforeEach(() => {
  localStorage.clear();
  fetching.mockReset();
  fetching.mockImplementation(async () => answer());
  vi.stubGlobal("fetch", fetching);
  vi.useFakeTimers();
});
afterEach(() => {
  while (leaving.length > 0) leaving.pop()?.();
  vi.useRealTimers();
});

describe("preferences", () => {
  it("are saved once, a moment after the last change", async () => {
    const { savePreference } = await load();
    savePreference("columns.contacts", { widths: { name: 200 } });
    savePreference("columns.contacts", { widths: { name: 240 } });
    expect(fetching).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetching).toHaveBeenCalledTimes(1);
    expect(saved(0).preferences).toEqual({ "columns.contacts": { widths: { name: 240 } } });
  });

  it("are saved at once when the page is left before that, by a request that outlives it", async () => {
    const { savePreference } = await load();
    savePreference("columns.contacts", { widths: { name: 240 } });
    window.dispatchEvent(new Event("pagehide"));
    expect(fetching).toHaveBeenCalledTimes(1);
    expect(saved(0)).toMatchObject({ keepalive: true, preferences: { "columns.contacts": { widths: { name: 240 } } } });
    window.dispatchEvent(new Event("pagehide"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it("that were not saved win over what the server sends after a reload, and are saved again", async () => {
    fetching.mockImplementation(async () => {
      throw new TypeError("Failed to fetch");
    });
    const before = await load();
    before.savePreference("columns.contacts", { widths: { name: 240 } });
    await vi.advanceTimersByTimeAsync(1000);
    const after = await load();
    fetching.mockImplementation(async () => answer());
    after.receivePreferences({ "columns.contacts": { widths: {} }, "columns.accounts": { widths: { name: 99 } } });
    expect(after.preference("columns.contacts", null)).toEqual({ widths: { name: 240 } });
    expect(after.preference("columns.accounts", null)).toEqual({ widths: { name: 99 } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved(fetching.mock.calls.length - 1).preferences).toEqual({
      "columns.contacts": { widths: { name: 240 } },
      "columns.accounts": { widths: { name: 99 } },
    });
    // Confirmed: from now on the server's word counts.
    after.receivePreferences({ "columns.contacts": { widths: { name: 300 } } });
    expect(after.preference("columns.contacts", null)).toEqual({ widths: { name: 300 } });
  });

  it("of one person are nothing to the next", async () => {
    const { savePreference, forgetPreferences, receivePreferences, preference } = await load();
    savePreference("columns.contacts", { widths: { name: 240 } });
    forgetPreferences();
    receivePreferences({});
    expect(preference("columns.contacts", null)).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetching).not.toHaveBeenCalled();
  });
});

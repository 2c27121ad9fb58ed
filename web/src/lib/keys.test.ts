import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installShortcuts, keyCaps, useShortcuts } from "./keys.ts";

let uninstall: () => void;
beforeEach(() => {
  uninstall = installShortcuts();
});
afterEach(() => {
  uninstall();
  document.body.replaceChildren();
});

const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = window) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));

describe("shortcuts", () => {
  it("runs the newest registration of a key", () => {
    const older = vi.fn();
    const newer = vi.fn();
    renderHook(() => useShortcuts([{ keys: "c", label: "Older", run: older }]));
    const { unmount } = renderHook(() => useShortcuts([{ keys: "c", label: "Newer", run: newer }]));
    press("c");
    expect(newer).toHaveBeenCalledOnce();
    expect(older).not.toHaveBeenCalled();
    unmount();
    press("c");
    expect(older).toHaveBeenCalledOnce();
  });

  it("never fires while typing, unless the shortcut says so", () => {
    const plain = vi.fn();
    const always = vi.fn();
    renderHook(() =>
      useShortcuts([
        { keys: "j", label: "Next", run: plain },
        { keys: "mod+k", label: "Palette", whileTyping: true, run: always },
      ]),
    );
    const input = document.body.appendChild(document.createElement("input"));
    press("j", {}, input);
    press("k", { ctrlKey: true }, input);
    expect(plain).not.toHaveBeenCalled();
    expect(always).toHaveBeenCalledOnce();
  });

  it("keeps the page's own from firing behind a dialog, typing or not", () => {
    const step = vi.fn();
    const always = vi.fn();
    renderHook(() =>
      useShortcuts([
        { keys: "alt+3", label: "Schedule", whileTyping: true, ofPage: true, run: step },
        { keys: "mod+k", label: "Palette", whileTyping: true, run: always },
      ]),
    );
    const input = document.body.appendChild(document.createElement("input"));
    press("3", { altKey: true }, input);
    expect(step).toHaveBeenCalledOnce();
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    dialog.dataset.state = "open";
    // False: what the browser would do with it is prevented.
    expect(press("3", { altKey: true })).toBe(false);
    expect(press("3", { altKey: true }, input)).toBe(false);
    press("k", { ctrlKey: true });
    expect(step).toHaveBeenCalledOnce();
    expect(always).toHaveBeenCalledOnce();
  });

  it("understands a sequence, and keeps the second key from its own shortcut", () => {
    const go = vi.fn();
    const create = vi.fn();
    renderHook(() =>
      useShortcuts([
        { keys: "g c", label: "Contacts", run: go },
        { keys: "c", label: "Create", run: create },
      ]),
    );
    press("g");
    press("c");
    expect(go).toHaveBeenCalledOnce();
    expect(create).not.toHaveBeenCalled();
  });

  it("stays quiet behind an open dialog", () => {
    const run = vi.fn();
    renderHook(() => useShortcuts([{ keys: "x", label: "Select", run }]));
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    dialog.dataset.state = "open";
    press("x");
    expect(run).not.toHaveBeenCalled();
  });

  it("leaves Enter to the focused button", () => {
    const run = vi.fn();
    renderHook(() => useShortcuts([{ keys: "enter", label: "Open", run }]));
    press("Enter", {}, document.body.appendChild(document.createElement("button")));
    expect(run).not.toHaveBeenCalled();
  });

  it("names keys as caps", () => {
    expect(keyCaps("g c")).toEqual(["G", "C"]);
    expect(keyCaps("mod+enter")).toEqual(["Ctrl", "↵"]);
  });
});

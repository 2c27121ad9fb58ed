/**
 * Keyboard shortcuts. Each mounted component registers the keys that work while it is there; the newest registration of
 * a combination wins. Single keys and sequences ("g c") never fire while typing or behind a dialog; combinations with
 * Ctrl or Cmd may (`whileTyping`).
 */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export interface Shortcut {
  /** "j", "shift+x", "mod+k", "g c"; `mod` is Cmd on a Mac and Ctrl elsewhere. */
  keys: string;
  label: string;
  /** Heading in the help list. */
  group?: string;
  run: (event: KeyboardEvent) => void;
  whileTyping?: boolean;
  /** Not while a dialog or a menu is open over the page, even where it works while typing. */
  ofPage?: boolean;
  /** Works, but is not worth a line in the help. */
  hidden?: boolean;
}

let registered: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();
let prefix: { key: string; at: number } | null = null;

function change(next: typeof registered): void {
  registered = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers shortcuts while the calling component is mounted. `run` always sees the newest props. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const run = useEffectEvent((index: number, event: KeyboardEvent) => shortcuts[index]?.run(event));
  // Compared as text, so that a new array with the same keys does not register again.
  const shape = JSON.stringify(shortcuts);
  useEffect(() => {
    if (!enabled) return;
    const entry = (JSON.parse(shape) as Omit<Shortcut, "run">[]).map((shortcut, index) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => run(index, event),
    }));
    change([...registered, entry]);
    return () => change(registered.filter((other) => other !== entry));
  }, [shape, enabled]);
}

/** Everything that works right now, newest first, each combination once. For the help list. */
export function useActiveShortcuts(): Shortcut[] {
  const all = useSyncExternalStore(subscribe, () => registered);
  const seen = new Set<string>();
  return [...all]
    .toReversed()
    .flat()
    .filter((shortcut) => !seen.has(shortcut.keys) && seen.add(shortcut.keys) && !shortcut.hidden);
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

function combination(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  // "?" already says that shift was held; letters and arrows do not.
  if (event.shiftKey && (key.length > 1 || /[a-z0-9]/.test(key))) parts.push("shift");
  return [...parts, key].join("+");
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target);
  const overlay =
    document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') !== null;
  const pressed = combination(event);
  // Enter and Space belong to the control that has the focus.
  if (
    /^(enter| )$/.test(pressed) &&
    event.target instanceof Element &&
    event.target.closest("button, a, [role=separator]")
  )
    return;
  const sequence = prefix !== null && performance.now() - prefix.at < 1200 ? `${prefix.key} ${pressed}` : null;
  prefix = null;
  const all = registered.toReversed().flat();
  const fits = (shortcut: Shortcut) =>
    overlay && shortcut.ofPage === true ? false : shortcut.whileTyping === true || (!typing && !overlay);
  const match =
    all.find((shortcut) => shortcut.keys === sequence && fits(shortcut)) ??
    all.find((shortcut) => shortcut.keys === pressed && fits(shortcut));
  if (match !== undefined) {
    event.preventDefault();
    match.run(event);
    return;
  }
  // Nor does the browser do with it what it would, such as going back.
  if (overlay && all.some((shortcut) => shortcut.ofPage === true && shortcut.keys === pressed)) event.preventDefault();
  if (!typing && !overlay && all.some((shortcut) => shortcut.keys.startsWith(`${pressed} `))) {
    prefix = { key: pressed, at: performance.now() };
  }
}

export function installShortcuts(): () => void {
  window.addEventListener("keydown", handleKey);
  return () => window.removeEventListener("keydown", handleKey);
}

const MAC = typeof navigator !== "undefined" && /mac/i.test(navigator.platform);
const CAPS: Record<string, string> = {
  mod: MAC ? "⌘" : "Ctrl",
  shift: "⇧",
  alt: MAC ? "⌥" : "Alt",
  enter: "↵",
  escape: "Esc",
  home: "Home",
  end: "End",
  arrowdown: "↓",
  arrowup: "↑",
  arrowleft: "←",
  arrowright: "→",
};

/** "mod+enter" as key caps: ["Ctrl", "↵"]; "g c": ["G", "C"]. */
export function keyCaps(keys: string): string[] {
  return keys.split(/[+ ]/).map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

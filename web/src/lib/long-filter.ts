/**
 * Filters that no link can hold (a pasted column of thousands of emails): the URL names them, the tab keeps them, also
 * over a reload. A server refuses longer addresses outright, and what stood in them would be gone.
 */

/** Letters of a parameter, as it is written in an address, that a browser and the server surely take. */
const LINK_MAX = 50_000;
/** The last few are kept: storage is bounded, and Back reaches no further. */
const KEPT = 4;
const STORE = "pivotal.filters";
const NAME = /^kept:[0-9a-z]+$/;

let kept: [name: string, text: string][] | null = null;

function all(): [string, string][] {
  kept ??= read();
  return kept;
}

function read(): [string, string][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
    return Array.isArray(stored) ? (stored as [string, string][]) : [];
  } catch {
    return [];
  }
}

export function isTooLong(text: string): boolean {
  return text.length > LINK_MAX || (text.length * 3 > LINK_MAX && encodeURIComponent(text).length > LINK_MAX);
}

/** The name under which this tab keeps the text from now on, for the URL. */
export function keep(text: string): string {
  const name = `kept:${hash(text)}`;
  if (all().some(([other]) => other === name)) return name;
  kept = [...all(), [name, text] as [string, string]].slice(-KEPT);
  try {
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    // Storage is full or blocked: it lives until the page is left.
  }
  return name;
}

/** Nothing of one person is shown to the next. */
export function forgetKept(): void {
  kept = [];
  try {
    sessionStorage.removeItem(STORE);
  } catch {
    // Blocked storage holds nothing.
  }
}

export function isKept(text: string | null): boolean {
  return text !== null && NAME.test(text);
}

/** The text behind a name; undefined where another tab or browser keeps it. */
export function keptText(name: string): string | undefined {
  return all().find(([other]) => other === name)?.[1];
}

/** The same text, the same name: 53 bits, by cyrb53 (public domain). */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

import type { Shortcut } from "@/lib/keys.ts";

/** Keys of any list, and those that work wherever one is: after the page's own, which are why somebody asks. */
const LISTS = ["Rows"];
const GLOBAL = ["Everywhere", "Go to"];

/** The keys by heading: the page's own first, then lists, then what works everywhere. */
export function helpGroups(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const group = shortcut.group ?? "Here";
    groups.set(group, [...(groups.get(group) ?? []), shortcut]);
  }
  const rank = (group: string) => (GLOBAL.includes(group) ? 2 + GLOBAL.indexOf(group) : LISTS.includes(group) ? 1 : 0);
  return [...groups].toSorted(([one], [other]) => rank(one) - rank(other));
}

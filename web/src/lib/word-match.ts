/** For lists found by typing: 1 when every word typed starts a word of the entry, else 0. Loose matching finds too much. */
export function wordMatch(entry: string, typed: string): number {
  const words = entry.toLowerCase().split(/[\s_,/()-]+/);
  const fits = typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.some((part) => part.startsWith(word)));
  return fits ? 1 : 0;
}

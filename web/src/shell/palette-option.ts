/** Which option Enter runs: what was found for other words than those that stand there now is still drawn for a moment, and is not it. */
import { wordMatch } from "@/lib/word-match.ts";

/** Begins the value of what is found elsewhere, and so always counts. */
const FOUND = "record ";

/** For an option that was found for some words. `stale`: what is shown was found for the words before. */
export function foundFor(words: string, stale: boolean): { "data-found-for": string } {
  return { "data-found-for": stale ? "" : words };
}

/** How well an option fits what is typed, 0 for not at all. */
export function score(value: string, typed: string): number {
  return value.startsWith(FOUND) ? 0.5 : wordMatch(value, typed);
}

/** The option of the palette that is active, or else the first, of those that are there for the words typed. */
export function optionToRun(palette: HTMLElement, typed: string): HTMLElement | undefined {
  const shown = [...palette.querySelectorAll<HTMLElement>("[cmdk-item]:not([aria-disabled='true'])")];
  const fitting = shown.filter(({ dataset: { foundFor: words, value } }) =>
    words === undefined ? score(value ?? "", typed) > 0 : words === typed,
  );
  return fitting.find((option) => option.dataset.selected === "true") ?? fitting[0];
}

/**
 * axe on what is on the screen, light and dark, wide and narrow. What a page is made of changes with the width and never
 * with the theme, which only exchanges the values of the colours: all rules are asked in the light, and in the dark the
 * one about colours, because every rule costs its time in every look.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Frame, type Page } from "@playwright/test";
import { expect } from "./test.ts";

export type Show = (page: Page) => Promise<unknown>;

/** The rules, in the version that their binding to Playwright brings along. */
const binding = createRequire(import.meta.url).resolve("@axe-core/playwright");
const RULES = readFileSync(createRequire(binding).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run: (
    context: { include: string[]; exclude: string[] },
    options: object,
  ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

/** Brought in once for each document: sending, compiling and starting them takes longer than asking them. */
async function bringRules(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(RULES);
}

/**
 * Two frames on, with nothing changing any more: a theme and a width that were only just set have then arrived in the page,
 * and no colour is on its way to another one. What never ends is not waited for, nor is a tab that nobody sees and that
 * draws no frames.
 */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    const drawn = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.race([drawn, pause(300)]);
    let changed = performance.now();
    const changes = new MutationObserver(() => {
      changed = performance.now();
    });
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const giveUp = changed + 1_000;
    const moving = () =>
      document
        .getAnimations()
        .some(({ effect, playState }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
    while ((performance.now() - changed < 50 || moving()) && performance.now() < giveUp) await pause(20);
    changes.disconnect();
  });
}

/** What breaks a rule: of all of them, or of those that are named. Frames that take no scripts are left out. */
export async function violations(page: Page, exclude: string[] = [], only?: string[]): Promise<string[]> {
  await settled(page);
  await bringRules(page.mainFrame());
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const late = new Promise<void>((done) => setTimeout(done, 1_000));
    await Promise.race([bringRules(frame).catch(() => {}), late]);
  }
  return page.evaluate(
    async ({ exclude, only }) => {
      const { axe } = window as unknown as { axe: Axe };
      const found = await axe.run(
        { include: [], exclude },
        { resultTypes: ["violations"], ...(only && { runOnly: { type: "rule", values: only } }) },
      );
      return found.violations.map((one) => `${one.id}: ${one.nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    { exclude, only },
  );
}

/** Rows are alike: the first ones stand for all. */
const FEW_ROWS = ["tbody tr:nth-child(n + 8)", ".phone-rows li:nth-child(n + 8)"];
/** What a control says when it is focused stands beside the page, in no landmark. */
const TOOLTIPS = "[data-radix-popper-content-wrapper]:has([role=tooltip])";

const WAYS = [
  { theme: "light", width: 1440, height: 900, rules: "all" },
  { theme: "dark", width: 1440, height: 900, rules: "colours" },
  { theme: "dark", width: 390, height: 844, rules: "colours" },
  { theme: "light", width: 390, height: 844, rules: "all" },
] as const;

/** Goes on after a violation, so that one run names them all. */
export async function looksRight(page: Page, name: string, ready: Show): Promise<void> {
  for (const { theme, width, height, rules } of WAYS) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    await ready(page);
    const said = await violations(page, [...FEW_ROWS, TOOLTIPS], rules === "all" ? undefined : ["color-contrast"]);
    const look = `${name}, ${theme}, ${width} wide`;
    expect.soft(said, look).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(over, `${look}: pixels over the right edge`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

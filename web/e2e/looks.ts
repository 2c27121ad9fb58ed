/**
 * axe on what is on the screen, light and dark, wide and narrow. What a page is made of changes with the width and never
 * with the theme, which only exchanges the values of the colours: all rules are asked in the light, and in the dark the
 * one about colours, because every rule costs its time in every look.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { expect } from "./test.ts";

export type Show = (page: Page) => Promise<unknown>;

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
    const axe = new AxeBuilder({ page })
      // Runs inside the page alone: there are no frames, and a second page for each look takes as long as the look.
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      // Rows are alike: the first ones stand for all.
      .exclude("tbody tr:nth-child(n + 8)")
      .exclude(".phone-rows li:nth-child(n + 8)")
      // What a control says when it is focused stands beside the page, in no landmark.
      .exclude("[data-radix-popper-content-wrapper]:has([role=tooltip])");
    const { violations } = await (rules === "all" ? axe : axe.withRules(["color-contrast"])).analyze();
    const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
    const look = `${name}, ${theme}, ${width} wide`;
    expect.soft(said, look).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(over, `${look}: pixels over the right edge`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

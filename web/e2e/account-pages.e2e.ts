/** A company's own page: where it belongs, who is known there, by which domains. */
import { violations } from "./looks.ts";
import { changeAccount, changeContact, makeAccount, makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test("a company stands in its tree, its people in a table, its domains beside them", async ({ page }) => {
  const run = Date.now();
  const domain = `norhavn-${run}.test`;
  const top = await makeAccount(`Norhavn Group ${run}`, `group-${run}.test`);
  const middle = await makeAccount(`Norhavn Nordic ${run}`, domain);
  const below = await makeAccount(`Norhavn Sweden ${run}`, `sweden-${run}.test`);
  await changeAccount(middle, { parent: top });
  await changeAccount(below, { parent: middle });
  for (const [name, title] of [
    ["alder", "VP Sales"],
    ["birk", "VP Sales"],
    ["cedar", "Software Engineer"],
  ] as const) {
    const id = await makeContact(`${name}-${run}`, title);
    await changeContact(id, { email: `${name}@${domain}` });
  }
  await signIn(page, "Data operations", `/accounts/${middle}`);

  await test.step("the tree", async () => {
    const tree = page.getByRole("list", { name: /^Companies/ });
    await expect(tree.getByRole("listitem")).toHaveCount(3);
    await expect(tree.locator("[aria-current='page']")).toHaveText(`Norhavn Nordic ${run}`);
    await tree.getByRole("link", { name: `Norhavn Sweden ${run}` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Norhavn Sweden ${run}`);
    await page.goBack();
  });

  await test.step("its domains", async () => {
    const field = page.getByRole("textbox", { name: "Another domain" });
    await field.fill(`group-${run}.test`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText(`Norhavn Group ${run} has the domain`);
    await field.fill(`other-${run}.test`);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Remove other-${run}.test` }).click();
    await expect(page.getByRole("button", { name: `Remove other-${run}.test` })).toHaveCount(0);
  });

  await test.step("its people", async () => {
    await expect(page.getByText("Seniority", { exact: true }).first()).toBeVisible();
    await page.getByRole("tab", { name: /^Contacts/ }).click();
    const list = page.getByRole("table").last();
    await expect(list.getByRole("row")).toHaveCount(4);
    await page.getByRole("button", { name: "VP, Sales: 2 contacts" }).click();
    await expect(page).toHaveURL(/seniority=VP&department=Sales/);
    await expect(list.getByRole("row")).toHaveCount(3);
    await page.getByRole("button", { name: "Show everybody" }).click();
    await expect(list.getByRole("row")).toHaveCount(4);
  });

  for (const [colorScheme, width] of [
    ["light", 1440],
    ["dark", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    for (const tab of ["overview", "contacts"]) {
      await page.goto(`/accounts/${middle}?tab=${tab}`);
      await page.getByRole("tabpanel").getByRole("heading").first().waitFor();
      expect.soft(await violations(page), `${tab}, ${colorScheme}, ${width} wide`).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${tab}, ${width} wide: pixels over the right edge`).toBeLessThanOrEqual(0);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/account-${tab}-${colorScheme}-${width}.png` });
      }
    }
  }
});

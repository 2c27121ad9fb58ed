/** What stands around a list: its menus, its toolbar where there is little room, and the columns a person chose. */
import { type Page } from "@playwright/test";
import { violations } from "./looks.ts";
import { ensureContacts } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const row = (page: Page, index: number) => page.locator(`tbody tr[data-index='${index}']`);

async function openDrawer(page: Page, index: number): Promise<void> {
  await row(page, index).click({ position: { x: 120, y: 20 } });
  await page.getByRole("tab", { name: "Overview" }).waitFor();
}

const broken = (page: Page) => violations(page, ["tbody tr:nth-child(n + 8)"]);

test("menus are part of the page they belong to, by mouse and by keys", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, "Admin", "/contacts?sort=full_name");
  const menus: [string, () => Promise<void>][] = [
    ["account menu", () => page.getByTestId("user-menu").click()],
    [
      "record menu",
      async () => {
        await openDrawer(page, 1);
        await page.locator("[data-drawer]").getByRole("button", { name: "More", exact: true }).click();
      },
    ],
    [
      "folded group",
      async () => {
        await page.keyboard.press("[");
        await page.getByTestId("nav-contacts").click();
      },
    ],
  ];
  for (const [name, open] of menus) {
    await test.step(name, async () => {
      await open();
      const menu = page.getByRole("menu");
      await menu.waitFor();
      expect.soft(await broken(page), name).toEqual([]);
      await page.keyboard.press("ArrowDown");
      await expect(menu.locator("[data-highlighted]")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(menu).toHaveCount(0);
      // Back on what opened it.
      await expect(page.locator("[aria-haspopup='menu']:focus")).toHaveCount(1);
    });
  }
  // Escape was the menu's alone.
  await expect(page.locator("[data-drawer]")).toBeVisible();
});

test("the toolbar is whole at every width, with the drawer and with filters", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const filter = {
    all: [
      { field: "country", op: "in", value: ["DE", "DK", "GB"] },
      { field: "job_title", op: "contains", value: "o" },
    ],
  };
  await signIn(page, "Admin", `/contacts?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
  await openDrawer(page, 0);
  await page.getByRole("button", { name: "Remove Country filter" }).waitFor();
  for (const width of [1440, 1180, 1024, 900, 768]) {
    await page.setViewportSize({ width, height: 900 });
    const toolbar = page.getByRole("search", { name: "Filters" });
    const clipped = () =>
      toolbar.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const controls = [...element.querySelectorAll("button:not(.only-sm), input")].map((one) => ({
          name: one.getAttribute("aria-label") ?? one.textContent,
          box: one.getBoundingClientRect(),
        }));
        return controls.filter(({ box }) => box.left < left || box.right > right).map(({ name }) => name);
      });
    await expect.poll(clipped, { message: `outside of the toolbar at ${width}` }).toEqual([]);
    await expect(page.getByRole("button", { name: "Choose columns" })).toBeInViewport({ ratio: 1 });
  }
});

test("columns that were chosen are kept when the page is loaded again at once", async ({ page }) => {
  await signIn(page, "Campaign manager", "/contacts");
  await row(page, 0).waitFor();
  const heads = page.getByRole("columnheader", { name: "City" });
  const shown = (await heads.count()) === 1;
  await page.getByRole("button", { name: "Choose columns" }).click();
  await page.getByRole("checkbox", { name: "City" }).click({ force: true });
  await expect(heads).toHaveCount(shown ? 0 : 1);
  // Before the pause after which it would have been saved. The browser's own copy goes, so that the server's shows.
  await page.evaluate(() => addEventListener("pagehide", () => localStorage.removeItem("pivotal.preferences")));
  await page.evaluate(() => addEventListener("pagehide", () => localStorage.removeItem("pivotal.preferences.unsaved")));
  await page.reload();
  await row(page, 0).waitFor();
  await expect(heads).toHaveCount(shown ? 0 : 1);
});

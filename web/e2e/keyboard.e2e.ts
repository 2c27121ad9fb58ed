/** The work without a mouse: every way from signing in to an undone change by keys alone. */
import { ensureContacts } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

test("walk, edit and undo on the contacts list", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='2']").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole("tab", { name: "History" })).toBeVisible();
  const opened = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(opened);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/open=/);
  // The columns that made room for the drawer are back.
  await expect(page.getByRole("columnheader", { name: /Title/ })).toBeVisible();

  await page.keyboard.press("e");
  const title = page.getByRole("textbox", { name: "Job title" });
  await title.fill("Chief of Tests");
  await title.press("Enter");
  await expect(page.getByText("Job title saved")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Chief of Tests" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("cell", { name: "Chief of Tests" })).toHaveCount(0);
});

test("select with x and shift, leave with Escape", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='5']").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar", { name: "Selected rows" })).toHaveCount(0);
});

test("go, create and find from anywhere", async ({ page }) => {
  await signIn(page, "Admin");
  for (const [keys, path] of [
    ["g c", /\/contacts$/],
    ["g a", /\/accounts$/],
    ["g i", /\/contacts\/imports$/],
    ["g s", /\/system$/],
    ["g d", /\/$/],
  ] as const) {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "New contact" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.type("bulk");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contacts\/imports$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys that work here" })).toContainText("Command palette");
});

test("keys never fire while typing", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.keyboard.press("f");
  const find = page.getByRole("textbox", { name: "Find by name, email, company" });
  await expect(find).toBeFocused();
  await page.keyboard.type("jcx?");
  await expect(find).toHaveValue("jcx?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("No contacts match")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

test("map the columns of a file and start it", async ({ page }) => {
  await signIn(page, "Admin", "/contacts/imports/new");
  const buffer = Buffer.from("Email,Shoe size\nkeys@example.com,41\n");
  await page.getByLabel("File to import").setInputFiles({ name: "keys.csv", mimeType: "text/csv", buffer });
  const picker = page.getByRole("button", { name: /^Shoe size goes to/ });
  await picker.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("shoe");
  await page.keyboard.press("Enter");
  await expect(picker).toBeFocused();
  await expect(picker).toHaveAccessibleName("Shoe size goes to Shoe");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 30_000 });
});

test("the first press of Tab leads past the navigation", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

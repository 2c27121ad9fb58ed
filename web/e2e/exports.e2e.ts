/** A list leaves as a file: all of it, or the rows selected; the file waits on the Exports page. */
import { readFile } from "node:fs/promises";
import { ensureContacts } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const countIn = (text: string) => Number(text.replaceAll(",", ""));

test("a list is exported, downloaded from the notice and again from the Exports page", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await expect(page.getByTestId("page-count")).toHaveText(/\d/);
  const total = (await page.getByTestId("page-count").textContent()) ?? "";
  await page.getByRole("button", { name: "Export contacts" }).click();
  const dialog = page.getByRole("dialog", { name: "Export contacts" });
  await expect(dialog).toContainText(`All ${total} contacts of the list`);
  await dialog.getByRole("radio", { name: /CSV/ }).check({ force: true });
  const began = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  await page.getByRole("status").getByRole("button", { name: "Download" }).click();
  const file = await began;
  expect(file.suggestedFilename()).toMatch(/^contacts-.*\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFFull name,Job title,Company,Company domain,Email/);

  await page.goto("/exports");
  const row = page.getByRole("row", { name: /contacts.*CSV.*Ready/ }).first();
  // Records that clients supplied for their own use are not in it, and it says so.
  const leftOut = /([\d,]+) left out/.exec((await row.textContent()) ?? "")?.[1] ?? "0";
  expect(lines.length - 1 + countIn(leftOut)).toBe(countIn(total));
  const again = page.waitForEvent("download");
  await row.getByRole("button", { name: /Download/ }).click();
  expect((await again).suggestedFilename()).toBe(file.suggestedFilename());
});

test("only the selected rows leave, by keys alone", async ({ page }) => {
  await signIn(page, "Data operations", "/accounts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  const boxes = page.locator("tbody input[type='checkbox']");
  await boxes.nth(0).check({ force: true });
  await boxes.nth(1).check({ force: true });
  await page.getByRole("toolbar", { name: "Selected rows" }).getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export accounts" });
  await expect(dialog).toContainText("The 2 accounts you selected.");
  await dialog.getByRole("radio", { name: /JSON/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "2 accounts exported as JSON" })).toBeVisible();
});

test("who may not export sees no button and no page", async ({ page }) => {
  await signIn(page, "QA analyst", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await expect(page.getByRole("button", { name: "Export contacts" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Exports" })).toHaveCount(0);
});

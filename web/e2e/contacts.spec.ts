import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("walk, edit and undo on the contacts list, by keys alone", async ({ page }) => {
  await page.goto("/contacts");
  await page.getByRole("button", { name: /Admin/ }).first().click();
  await page.waitForURL("**/contacts");
  await page.locator("tbody tr[data-index='2']").waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole("tab", { name: "History" })).toBeVisible();
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

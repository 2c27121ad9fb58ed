/** Phones: what a number says by itself, and a test look-up from the record and from a selection. The number is nobody's. */
import { randomUUID } from "node:crypto";
import { makeContactAt } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test("a selection is looked up after it was asked about, and the run keeps its result", async ({ page }) => {
  test.setTimeout(120_000);
  const mark = randomUUID().slice(0, 8);
  await makeContactAt(`Tilde ${mark}`, `tilde-${mark}@norhavn.test`);
  await signIn(page, "Data operations", `/contacts?q=${mark}`);
  await expect(page.getByRole("row").filter({ hasText: `Tilde ${mark}` })).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
  await page
    .getByRole("toolbar", { name: "Selected rows" })
    .getByRole("button", { name: "Look up phones" })
    .press("Enter");
  const dialog = page.getByRole("dialog", { name: "Look up 1 phone" });
  await expect(dialog).toContainText("answers are made up");
  await dialog.getByRole("button", { name: "Look up", exact: true }).click();
  await expect(page).toHaveURL(/\/contacts\/phone-lookups\/[0-9a-f-]+$/);
  await expect(page.getByTestId("outcome-no_phone")).toHaveText("1", { timeout: 60_000 });
  await page.goto("/contacts/phone-lookups");
  await expect(page.getByRole("table", { name: "Phone look-ups" })).toContainText("1 mobile phone looked up");
});

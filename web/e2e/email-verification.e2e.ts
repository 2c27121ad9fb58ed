/** Emails verified from the record, from a selection, and seen where they belong. No network: throw-away domains and nonsense are told apart without one. */
import { randomUUID } from "node:crypto";
import { looksRight } from "./looks.ts";
import { makeContactAt } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test("one is verified on its record, many from the bar, and each run keeps its result", async ({ page }) => {
  test.setTimeout(120_000);
  const mark = randomUUID().slice(0, 8);
  const id = await makeContactAt(`Tilde ${mark}`, `tilde-${mark}@mailinator.com`);
  await makeContactAt(`Torben ${mark}`, `torben-${mark}@mailinator.com`);

  await signIn(page, "Data operations", `/contacts/${id}`);
  await test.step("by the email of the record", async () => {
    await expect(page.getByText("Not verified")).toBeVisible();
    await page.getByRole("button", { name: "Verify email" }).press("Enter");
    await expect(page.getByTestId("email-verdict")).toContainText("Disposable", { timeout: 60_000 });
    await expect(page.getByTestId("email-verdict")).toContainText("used once");
    await page.goto(`/contacts/${id}?tab=history`);
    await expect(page.getByText("Email verification").first()).toBeVisible();
  });

  await test.step("all that match, from the bar", async () => {
    await page.goto(`/contacts?q=${mark}`);
    await expect(page.getByRole("row").filter({ hasText: `Torben ${mark}` })).toBeVisible();
    await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
    await page
      .getByRole("toolbar", { name: "Selected rows" })
      .getByRole("button", { name: "Verify", exact: true })
      .press("Enter");
    await expect(page).toHaveURL(/\/contacts\/email-verifications\/[0-9a-f-]+$/);
    await expect(page.getByTestId("outcome-disposable")).toHaveText("2", { timeout: 60_000 });
    await expect(page.getByTestId("outcome-total")).toHaveText("2");
    await page.getByTestId("outcome-disposable").click();
    await expect(page.getByRole("table", { name: "Disposable" })).toContainText(`torben-${mark}@mailinator.com`);
    await looksRight(page, "an email verification", () => page.getByTestId("result-title").waitFor());
  });

  await test.step("the run stays on its list", async () => {
    await page.goto("/contacts/email-verifications");
    await expect(page.getByRole("table", { name: "Email verifications" })).toContainText("2 emails verified");
  });
});

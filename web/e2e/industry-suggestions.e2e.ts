/** Industries that are suggested: looked for, accepted and rejected one by one and in bulk, and taken back. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { accountById, changeAccount, makeAccount } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const ROOFER = "Commercial roofing and roof repair for warehouses and schools.";
const DENTIST = "Dental practice group running dental clinics and orthodontics.";

/** A company that says what it does. Answers with its name and id. */
async function company(what: string, description: string): Promise<{ id: string; name: string }> {
  const mark = randomUUID().slice(0, 8);
  const name = `${what} ${mark}`;
  const id = await makeAccount(name, `${what.toLowerCase()}-${mark}.test`);
  await changeAccount(id, { description });
  return { id, name };
}

async function looked(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look for suggestions" }).first().press("Enter");
  await expect(page.getByText("All accounts were looked at")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Close", exact: true }).press("Enter");
}

const table = (page: Page, which: string) => page.getByRole("table", { name: `Industry suggestions, ${which}` });
const industry = async (id: string) => (await accountById(id))?.fields.industry;

test("one is accepted and taken back, one is rejected, and neither is asked about again", async ({ page }) => {
  test.setTimeout(180_000);
  const roofer = await company("Rooftop", ROOFER);
  const dentist = await company("Dentalia", DENTIST);
  await signIn(page, "Admin", "/accounts/industry-suggestions");
  await looked(page);
  const waiting = table(page, "to review");
  await expect(waiting.getByRole("row").filter({ hasText: roofer.name })).toBeVisible();
  // On a phone they are a list.
  await looksRight(page, "industry suggestions", () => page.getByText(roofer.name).first().waitFor());

  await test.step("accepted by a key, undone by another", async () => {
    await page.getByRole("button", { name: `Accept for ${roofer.name}` }).press("Enter");
    await expect(page.getByRole("status").filter({ hasText: `${roofer.name} is now in Construction` })).toBeVisible();
    await expect(waiting.getByRole("row").filter({ hasText: roofer.name })).toHaveCount(0);
    expect(await industry(roofer.id)).toBe("Construction");
    await page.keyboard.press("Control+z");
    await expect.poll(() => industry(roofer.id), { timeout: 30_000 }).toBeUndefined();
  });

  await test.step("what was taken back says so, and is accepted again", async () => {
    await page.getByRole("tab", { name: /^Accepted/ }).click();
    const row = table(page, "accepted").getByRole("row").filter({ hasText: roofer.name });
    await expect(row).toContainText("Taken back");
    await row.getByRole("button", { name: `Accept for ${roofer.name}` }).press("Enter");
    await expect.poll(() => industry(roofer.id), { timeout: 30_000 }).toBe("Construction");
  });

  await test.step("a rejection by mistake is taken back at once", async () => {
    await page.getByRole("tab", { name: /^To review/ }).click();
    const row = waiting.getByRole("row").filter({ hasText: dentist.name });
    await row.getByRole("button", { name: `Reject for ${dentist.name}` }).press("Enter");
    await expect(row).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(row).toBeVisible({ timeout: 30_000 });
  });

  await test.step("rejected, from the account's own page, and not suggested anew", async () => {
    await page.goto(`/accounts/${dentist.id}`);
    const notice = page.getByRole("status").filter({ hasText: "Suggested industry" });
    await expect(notice).toBeVisible();
    await notice.getByRole("button", { name: "Reject" }).press("Enter");
    await expect(notice).toHaveCount(0);
    await page.goto("/accounts/industry-suggestions?said=rejected");
    await expect(table(page, "rejected").getByRole("row").filter({ hasText: dentist.name })).toBeVisible();
    await looked(page);
    await page.getByRole("tab", { name: /^To review/ }).click();
    await expect(page.getByRole("link", { name: dentist.name })).toHaveCount(0);
    expect(await industry(dentist.id)).toBeUndefined();
  });

  await test.step("and reviewed again once somebody says so", async () => {
    await page.getByRole("tab", { name: /^Rejected/ }).click();
    await page.getByRole("button", { name: `Review again for ${dentist.name}` }).press("Enter");
    await page.getByRole("tab", { name: /^To review/ }).click();
    await expect(waiting.getByRole("row").filter({ hasText: dentist.name })).toBeVisible();
  });
});

test("what is sure enough is accepted as a bulk change, and taken back as a whole", async ({ page }) => {
  test.setTimeout(180_000);
  const both = [await company("Slatework", ROOFER), await company("Ridgeline", ROOFER)];
  await signIn(page, "Admin", "/accounts/industry-suggestions");
  await looked(page);
  await page.getByRole("button", { name: "Accept many" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Accept many suggestions" });
  await dialog.getByLabel("At least this sure").selectOption("40");
  await expect(dialog.getByRole("status")).toContainText(/\d+ accounts? of \d+ that wait/);
  await looksRight(page, "accept many suggestions", () => dialog.waitFor());
  await dialog.getByRole("button", { name: /^Accept [\d,]+ suggestions?$/ }).click();
  await expect(dialog).toBeHidden();
  for (const { id } of both) await expect.poll(() => industry(id), { timeout: 60_000 }).toBe("Construction");
  // The list follows by itself.
  for (const { name } of both) await expect(page.getByRole("link", { name })).toHaveCount(0, { timeout: 30_000 });

  await page.goto("/bulk");
  await page.getByRole("link", { name: "Accept industry suggestions of accounts" }).first().click();
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Undo this bulk change" }).click({ timeout: 60_000 });
  for (const { id } of both) await expect.poll(() => industry(id), { timeout: 60_000 }).toBeUndefined();
});

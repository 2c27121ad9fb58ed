/** Two records that are one: found, held beside each other, merged by keys, and made two again. */
import { randomUUID } from "node:crypto";
import { looksRight } from "./looks.ts";
import { contactByEmail, makeTwin } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

/** A look at everything takes as long as there are records: of 100,000 on a busy machine two minutes. */
const LOOK = 180_000;

/** A name that no other run has, written as names are. */
const markOf = (letter: string) => letter + randomUUID().slice(0, 6).replaceAll(/\d/g, letter.toLowerCase());

test("a pair is found, merged by keyboard with the values chosen, and taken apart again", async ({ page }) => {
  test.setTimeout(300_000);
  const mark = markOf("X");
  const [first, second] = [`Ottoline ${mark}berg`, `Ottolina ${mark}berg`];
  const domain = `${mark.toLowerCase()}-works.test`;
  const one = await makeTwin(first, `ottoline@${domain}`, domain, "Analyst");
  const other = await makeTwin(second, `o.berg@${domain}`, domain, "Head of Analysis");

  await signIn(page, "Admin", "/contacts/duplicates");
  await page.getByRole("button", { name: "Find duplicates" }).press("Enter");
  // Among the thousands that a large file brings.
  await page.keyboard.press("f");
  await page.keyboard.type(mark);
  const pairs = page.getByRole("list", { name: "Pairs" });
  const pair = pairs.getByRole("button").filter({ hasText: first });
  await expect(pair).toBeVisible({ timeout: LOOK });
  await expect(pair).toContainText(second);
  await pair.press("Enter");

  const beside = page.getByRole("region", { name: "Side by side" });
  await beside.getByRole("radio", { name: "Job title: Head of Analysis" }).press("Space");
  await page.keyboard.press("m");
  // The queue says it until it is read anew, the toast of the bulk change after that; at a moment both do.
  await expect(page.getByRole("status").filter({ hasText: "Merged" }).first()).toBeVisible({ timeout: 30_000 });
  await expect(pair).toHaveCount(0);

  const survivor = await contactByEmail(`ottoline@${domain}`);
  const kept = survivor?.id === one ? other : one;
  expect(survivor?.fields.job_title).toBe("Head of Analysis");
  await page.goto(`/contacts/${kept}`);
  await expect(page.getByText("Merged into another record")).toBeVisible();
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(new RegExp(`/contacts/${kept === one ? other : one}`));
});

test("a pair that somebody said is two stays away, and can come back", async ({ page }) => {
  test.setTimeout(300_000);
  const mark = markOf("Y");
  const first = `Perpetua ${mark}sen`;
  const domain = `${mark.toLowerCase()}-mills.test`;
  await makeTwin(first, `perpetua@${domain}`, domain, "Buyer");
  await makeTwin(`Perpetue ${mark}sen`, `p.sen@${domain}`, domain, "Buyer");
  await signIn(page, "Admin", "/contacts/duplicates");
  await page.getByRole("button", { name: "Find duplicates" }).press("Enter");
  await page.getByRole("search", { name: "Pairs to show" }).getByRole("textbox").fill(mark);
  const pair = page.getByRole("list", { name: "Pairs" }).getByRole("button").filter({ hasText: first });
  await expect(pair).toBeVisible({ timeout: LOOK });
  await pair.press("Enter");
  await page.keyboard.press("n");
  await expect(pair).toHaveCount(0);
  await page.getByRole("tab", { name: /^Not duplicates/ }).click();
  await expect(pair).toBeVisible();
  await page.getByRole("button", { name: "Back to the queue" }).press("Enter");
  await expect(pair).toHaveCount(0);
});

test("three rows of a list are merged side by side, and made three again", async ({ page }) => {
  test.setTimeout(300_000);
  const mark = markOf("Z");
  const domain = `${mark.toLowerCase()}-dairies.test`;
  const ids = [
    await makeTwin(`Quillon ${mark}sen`, `quillon@${domain}`, domain, "Buyer"),
    await makeTwin(`Quillon ${mark}son`, `q.sen@${domain}`, domain, "Head of Buying"),
    await makeTwin(`Quilon ${mark}sen`, `quilon@${domain}`, domain, "Purchaser"),
  ];
  await signIn(page, "Admin", `/contacts?q=${domain}&sort=email`);
  await page.locator("tbody tr[data-index='2']").waitFor();
  const bar = page.getByRole("toolbar", { name: "Selected rows" });

  await test.step("one is too few, all that match are not picked one by one", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    const button = bar.getByRole("button", { name: "Merge…" });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Shift+A");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await button.hover();
    await expect(page.getByRole("tooltip")).toContainText("Up to 50 contacts can be merged side by side");
    await bar.getByRole("button", { name: "Clear selection" }).click();
  });

  await test.step("a value is chosen, and they are one", async () => {
    await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
    await bar.getByRole("button", { name: "Merge…" }).click();
    const dialog = page.getByRole("dialog", { name: "Merge 3 contacts" });
    await dialog.getByRole("radio", { name: "Job title: Head of Buying" }).press("Space");
    await looksRight(page, "three contacts side by side", () => dialog.getByRole("table").waitFor());
    await dialog.getByRole("button", { name: "Merge 3 contacts" }).click();
    await expect(page.getByRole("status").filter({ hasText: "3 contacts merged" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByTestId("page-count")).toHaveText("1");
    expect((await contactByEmail(`quillon@${domain}`))?.fields.job_title).toBe("Head of Buying");
  });

  await test.step("undone, they are three", async () => {
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("page-count")).toHaveText(String(ids.length), { timeout: 60_000 });
  });
});

test("the queue is taken out as a file, as it is narrowed on the screen", async ({ page }) => {
  test.setTimeout(300_000);
  const mark = markOf("W");
  const domain = `${mark.toLowerCase()}-presses.test`;
  await makeTwin(`Walburga ${mark}sen`, `walburga@${domain}`, domain, "Printer");
  await makeTwin(`Walburge ${mark}sen`, `w.sen@${domain}`, domain, "Printer");
  await signIn(page, "Admin", `/contacts/duplicates?q=${mark}`);
  await page.getByRole("button", { name: "Find duplicates" }).press("Enter");
  await expect(page.getByRole("list", { name: "Pairs" }).getByRole("button").first()).toBeVisible({ timeout: LOOK });
  await page.getByRole("button", { name: "Export duplicate contacts" }).press("Enter");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "CSV" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toBe("duplicate-contacts.csv");
  const text = await (await import("node:fs/promises")).readFile(await file.path(), "utf8");
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(text).toContain(`walburga@${domain}`);
});

/** The import wizard: what is previewed is what is written, bad rows are put right in place, sheets and fields are chosen. */
import { type Page } from "@playwright/test";
import { workbook } from "../src/test/workbook.ts";
import { ensureContacts } from "./seed.ts";
import { expect, makeField, outcomes, previewed, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const HEAD = "Email,First name,Last name,Job title,Country,Company,Website";
/** Once more against the same database, they are other people. */
const run = () => Math.random().toString(36).slice(2, 8);

async function upload(page: Page, name: string, rows: readonly string[]): Promise<void> {
  await page.goto("/contacts/imports/new");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\n")}\n`) });
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
}

async function preview(page: Page): Promise<Record<string, number>> {
  await page.getByRole("button", { name: "Preview all rows" }).click();
  return previewed(page);
}

async function start(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Import (\d|anyway)/ }).click();
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
}

test("the run comes to what the preview said, and every number opens its rows", async ({ page }) => {
  const id = run();
  const person = (n: number, title: string) =>
    `p${n}.${id}@example.com,Preview,Person ${n} ${id},${title},Denmark,Company ${id},company-${id}.test`;
  await signIn(page, "Data operations");

  await test.step("some people are there already", async () => {
    await upload(page, `first-${id}.csv`, [HEAD, person(1, "Planner"), person(2, "Buyer")]);
    expect(await preview(page)).toMatchObject({ created: 2, updated: 0, rejected: 0 });
    await expect(page.getByTestId("preview-accounts_created")).toHaveText("1");
    await start(page);
    expect(await outcomes(page)).toMatchObject({ created: 2 });
  });

  let promised: Record<string, number> = {};
  await test.step("the next file is previewed", async () => {
    await upload(page, `second-${id}.csv`, [
      HEAD,
      person(1, "Chief Planner"),
      person(2, "Buyer"),
      person(3, "Manager"),
      person(3, "Manager"),
      `p4.${id}(at)example.com,Bad,Address,Planner,Denmark,Company ${id},company-${id}.test`,
    ]);
    promised = await preview(page);
    expect(promised).toMatchObject({ created: 1, updated: 1, unchanged: 1, merged_in_file: 1, rejected: 1 });
  });

  await test.step("numbers open lists with old and new values, or the reason", async () => {
    await page.getByTestId("preview-updated").click();
    const row = page.locator("tbody tr").filter({ hasText: `Person 1 ${id}` });
    await expect(row.locator("del", { hasText: "Planner" })).toBeVisible();
    await expect(row.locator("ins", { hasText: "Chief Planner" })).toBeVisible();
    await page.getByTestId("preview-rejected").click();
    await expect(page).toHaveURL(/show=rejected/);
    await expect(page.locator("tbody tr").first()).toContainText("not a valid address");
    await page.getByTestId("preview-created").click();
    await expect(page.locator("tbody tr").first()).toContainText(`Person 3 ${id}`);
  });

  await test.step("nothing was written", async () => {
    const url = page.url();
    await page.goto(`/contacts?q=p3.${id}`);
    await expect(page.getByTestId("page-count")).toHaveText("0");
    await page.goto(url);
  });

  await test.step("back to the columns and forth again", async () => {
    await page.getByRole("button", { name: "Back to columns" }).click();
    await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
    expect(await preview(page)).toEqual(promised);
  });

  await test.step("the run comes to the same numbers", async () => {
    await start(page);
    expect(await outcomes(page)).toEqual(promised);
  });
});

test("a file of accounts alone", async ({ page }) => {
  const id = run();
  await signIn(page, "Data operations");
  await upload(page, `accounts-${id}.csv`, ["Company,Website,Industry", `Norhavn ${id},norhavn-${id}.test,Logistics`]);
  await page.getByRole("radio", { name: "Accounts only" }).check({ force: true });
  expect(await preview(page)).toMatchObject({ created: 1, rejected: 0 });
  await start(page);
  expect(await outcomes(page)).toMatchObject({ created: 1 });
  await page.goto(`/accounts?q=norhavn-${id}`);
  await expect(page.getByText(`Norhavn ${id}`).first()).toBeVisible();
});

test("of a workbook with several sheets one is chosen", async ({ page }) => {
  const id = run();
  const buffer = workbook([
    { name: "Read me", rows: [["Made for a fair"]] },
    {
      name: "Visitors",
      rows: [
        ["Email", "Last name"],
        [`v1.${id}@example.com`, "Visitor"],
        [`v2.${id}@example.com`, "Visitor"],
      ],
    },
    {
      name: "Speakers",
      rows: [
        ["Email", "Last name"],
        [`s1.${id}@example.com`, "Speaker"],
      ],
    },
  ]);
  await signIn(page, "Data operations", "/contacts/imports/new");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name: `fair-${id}.xlsx`, mimeType: "application/zip", buffer });
  await expect(page.getByRole("heading", { name: `fair-${id}.xlsx has 3 sheets` })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Visitors" })).toBeChecked();
  await page.getByText("Speakers").click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
  await expect(page.locator("tr[data-column='Email']")).toContainText(`s1.${id}@example.com`);
  expect(await preview(page)).toMatchObject({ created: 1 });
});

test("rows pasted from a spreadsheet are shown before they are sent", async ({ page }) => {
  const id = run();
  await signIn(page, "Data operations", "/contacts/imports/new");
  await page.getByTestId("drop-zone").waitFor();
  const text = `Email\tLast name\r\nx1.${id}@example.com\tPasted\r\nx2.${id}@example.com\tPasted\r\n`;
  // As a spreadsheet puts it on the clipboard, with the focus on no field.
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }));
  }, text);
  await expect(page.getByText("2 rows, 2 columns, split at the tab")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
  expect(await preview(page)).toMatchObject({ created: 2, rejected: 0 });
});

test("a custom field is made in place and filled", async ({ page }) => {
  const id = run();
  await signIn(page, "Data operations");
  await upload(page, `fleet-${id}.csv`, [`Email,Fleet ${id}`, `f1.${id}@example.com,312`, `f2.${id}@example.com,41`]);
  await makeField(page, `Fleet ${id}`);
  await expect(page.getByText("Created here")).toBeVisible();
  await preview(page);
  await start(page);
  await page.goto(`/contacts?q=f1.${id}`);
  await page.locator("tbody tr[data-index='0']").click({ position: { x: 120, y: 20 } });
  await expect(page.getByRole("complementary").getByText("312").first()).toBeVisible();
});

test("a preview is stopped, and one may go on without it", async ({ page }) => {
  const id = run();
  await signIn(page, "Data operations");
  await upload(page, `long-${id}.csv`, [
    HEAD,
    ...Array.from({ length: 6000 }, (_, n) => `l${n}.${id}@example.com,Long,${n},,,,`),
  ]);
  await page.getByRole("button", { name: "Preview all rows" }).click();
  await expect(page.getByRole("heading", { name: "Checking every row" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("There is no preview of these settings")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  expect(await previewed(page)).toMatchObject({ created: 6000 });
});

/** Imports made of another one: rejected rows mended in place, the same settings again, and what a stopped run left out. */
import { type Page } from "@playwright/test";
import { workbook } from "../src/test/workbook.ts";
import { expect, numberIn, outcomes, previewed, signIn, test } from "./test.ts";

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

test("rejected rows are mended in place, imported, and mended once more where that did not do", async ({ page }) => {
  const id = run();
  await signIn(page, "Data operations");
  await upload(page, `fix-${id}.csv`, [
    "Email,Last name,Country",
    // Most are addresses: else the column would not be taken for one.
    ...[1, 2, 3, 4].map((n) => `ok${n}.${id}@example.com,Good ${n},Denmark`),
    `one.${id}(at)example.com,Bad One,Denmark`,
    `two.${id}(at)example.com,Bad Two,Denmark`,
    `three.${id}(at)example.com,Bad Three,Denmark`,
  ]);
  expect(await preview(page)).toMatchObject({ created: 4, rejected: 3 });
  await start(page);
  const parent = page.url().split("?")[0] ?? "";

  await test.step("two are typed over with the keyboard, one of them still wrong", async () => {
    await page.getByRole("link", { name: "Fix these rows" }).click();
    await page.getByRole("textbox", { name: "Email, row 6" }).fill(`one.${id}@example.com`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Email, row 7" })).toBeFocused();
    await page.keyboard.type(`two.${id}@`);
    await page.keyboard.press("Control+Enter");
  });

  await test.step("they ran as an import of their own, which says what it was made of", async () => {
    await expect(page.getByTestId("result-title")).toHaveText(/^1 row imported/, { timeout: 60_000 });
    expect(await outcomes(page)).toMatchObject({ created: 1, rejected: 1 });
    expect(await numberIn(page, "outcome-read")).toBe(2);
    await page
      .getByText(/^Made of/)
      .getByRole("link", { name: `fix-${id}` })
      .click();
    await expect(page).toHaveURL(parent);
  });

  await test.step("the first import says how many went in since, and by which", async () => {
    await expect(page.getByTestId("fixed-rows")).toHaveText(
      `1 of these rows was put right since and went in by fix-${id}, mended rows.`,
    );
  });

  await test.step("what went in is no longer among the rows to mend; what was rejected again says so", async () => {
    await page.getByRole("link", { name: "Fix these rows" }).click();
    await expect(page.getByRole("textbox", { name: "Email, row 7" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Email, row 6" })).toBeHidden();
    await expect(page.locator("tr[data-row='7']")).toContainText("Mended before, rejected again");
    await page.getByRole("textbox", { name: "Email, row 7" }).fill(`two.${id}@example.com`);
    await page.getByRole("textbox", { name: "Email, row 8" }).fill(`three.${id}@example.com`);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("result-title")).toHaveText(/^2 rows imported/, { timeout: 60_000 });
  });

  await test.step("all are in", async () => {
    await page.goto(parent);
    await expect(page.getByTestId("fixed-rows")).toContainText("3 of these rows were put right");
    await expect(page.getByRole("link", { name: "Fix these rows" })).toBeHidden();
  });
});

test("the same columns are recognised, and the same file is run again with its settings", async ({ page }) => {
  const id = run();
  const rows = [`Email,Town ${id}`, `t1.${id}@example.com,Aarhus`];
  await signIn(page, "Data operations");
  await upload(page, `towns-${id}.csv`, rows);
  await page.getByRole("button", { name: new RegExp(`^Town ${id} goes to`) }).click();
  await page.keyboard.type("City");
  await page.getByRole("option", { name: /^City/ }).first().click();
  await page.getByRole("combobox", { name: `Write rule of Town ${id}` }).selectOption({ label: "Fill if empty" });
  await preview(page);
  await start(page);
  const first = page.url();

  await test.step("another file with these columns is mapped as the last one was", async () => {
    await upload(page, `towns-again-${id}.csv`, rows);
    await expect(page.getByText(new RegExp(`Mapping of towns-${id} from .* used again`))).toBeVisible();
    await expect(page.getByText("Used before").first()).toBeVisible();
    await expect(page.getByRole("button", { name: `Town ${id} goes to City` })).toBeVisible();
    await expect(page.getByRole("combobox", { name: `Write rule of Town ${id}` })).toHaveValue("FILL_EMPTY");
  });

  await test.step("the file itself, once more: everything is known", async () => {
    await page.goto(first);
    await page.getByRole("link", { name: "Run again with these settings" }).click();
    await page.getByRole("button", { name: "Use its file once more" }).click();
    await expect(page.getByRole("button", { name: `Town ${id} goes to City` })).toBeVisible();
    expect(await preview(page)).toMatchObject({ created: 0, unchanged: 1 });
  });
});

test("a mapping that was used again is taken back", async ({ page }) => {
  const id = run();
  const rows = [`Email,City,Region ${id}`, `r1.${id}@example.com,Aarhus,North`];
  await signIn(page, "Data operations");
  await upload(page, `regions-${id}.csv`, rows);
  await page.getByRole("button", { name: "City goes to City" }).click();
  await page.keyboard.type("Department");
  await page
    .getByRole("option", { name: /^Department/ })
    .first()
    .click();
  await preview(page);
  await start(page);
  await upload(page, `regions-again-${id}.csv`, rows);
  await expect(page.getByRole("button", { name: "City goes to Department" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "City goes to City" })).toBeVisible();
  await page.getByRole("button", { name: "Use it again" }).click();
  await expect(page.getByRole("button", { name: "City goes to Department" })).toBeVisible();
});

test("another sheet of a workbook is chosen while mapping", async ({ page }) => {
  const id = run();
  const sheet = (name: string) => ({
    name: `${name}s`,
    rows: [
      ["Email", "Last name"],
      [`${name}.${id}@example.com`, name],
    ],
  });
  const buffer = workbook([sheet("Visitor"), sheet("Speaker")]);
  await signIn(page, "Data operations", "/contacts/imports/new");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name: `fair-${id}.xlsx`, mimeType: "application/zip", buffer });
  await expect(page.getByRole("radio", { name: "Visitors" })).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("tr[data-column='Email']")).toContainText(`Visitor.${id}@example.com`);
  await page.getByRole("combobox", { name: "Sheet" }).selectOption("Speakers");
  await expect(page.locator("tr[data-column='Email']")).toContainText(`Speaker.${id}@example.com`);
  await page.getByRole("radio", { name: "Contacts only" }).check({ force: true });
  expect(await preview(page)).toMatchObject({ created: 1 });
});

test("an import is stopped, and the rest is imported", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  const rows = 12_000;
  await signIn(page, "Data operations");
  await upload(page, `rest-${id}.csv`, [
    "Email,Last name",
    ...Array.from({ length: rows }, (_, n) => `w${n}.${id}@example.com,${n}`),
  ]);
  await page.getByRole("button", { name: "Preview all rows" }).click();
  await page.getByRole("button", { name: "Import without preview" }).click();
  await page.getByRole("button", { name: "Stop import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop import" }).click();
  await expect(page.getByTestId("result-title")).toHaveText(/^Stopped after/, { timeout: 60_000 });
  const stopped = await outcomes(page);
  expect(stopped.not_run).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Import the rest" }).click();
  await expect(page.getByText(/^Made of/).getByRole("link", { name: `rest-${id}` })).toBeVisible({ timeout: 120_000 });
  expect(await outcomes(page)).toMatchObject({ created: stopped.not_run, unchanged: stopped.created });
});

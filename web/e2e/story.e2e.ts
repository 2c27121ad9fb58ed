/** The main job end to end, as a new user does it: nothing there, a file dropped, and a record changed and changed back. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Page } from "@playwright/test";
import { sampleFile } from "./files.ts";
import { restartPivotal } from "./pivotal.ts";
import { counted, expect, numberIn, outcomes, pressLogin, previewed, test } from "./test.ts";

const ROWS = Number(process.env.STORY_ROWS ?? (process.env.BUILD === "release" ? 100_000 : 20_000));
/** A debug build on a busy machine writes some hundred rows a second. */
const RUN_TIMEOUT = 60_000 + ROWS * 12;

/** More than a page can be handed as text. */
const TOO_BIG_TO_DROP = 200_000;

/** As the browser does when a file is let go over the page. */
async function drop(page: Page, path: string): Promise<void> {
  if (ROWS > TOO_BIG_TO_DROP) {
    return page.locator("input[type=file]").setInputFiles(path);
  }
  const transfer = await page.evaluateHandle(
    ({ text, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "text/csv" }));
      return data;
    },
    { text: readFileSync(path, "utf8"), name: basename(path) },
  );
  await page.getByTestId("drop-zone").dispatchEvent("dragover", { dataTransfer: transfer });
  await page.getByTestId("drop-zone").dispatchEvent("drop", { dataTransfer: transfer });
}

test("from an empty installation to a file imported, read, corrected and kept", async ({ page }) => {
  test.setTimeout(RUN_TIMEOUT + 180_000);
  const sample = sampleFile(ROWS);

  await test.step("sign in with a development login", async () => {
    await pressLogin(page, "Admin");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Maren");
  });

  await test.step("Contacts > Bulk Import, and drop the file", async () => {
    await page.getByTestId("nav-contacts").click();
    await page.getByTestId("nav-sub-bulk-import").click();
    await expect(page.getByText("No imports yet")).toBeVisible();
    await page.getByRole("button", { name: "Import a file" }).click();
    await drop(page, sample.path);
  });

  await test.step("columns map by themselves", async () => {
    await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible({ timeout: RUN_TIMEOUT });
    await expect(page.getByText("Match key").first()).toBeVisible();
    await expect(page.getByRole("button", { name: /goes to Email$/ })).toBeVisible();
    await page.getByRole("button", { name: "Preview all rows" }).click();
  });

  let promised: Record<string, number> = {};
  await test.step("a preview says what the run will come to", async () => {
    promised = await previewed(page, RUN_TIMEOUT);
    await page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click();
  });

  await test.step("see rate and time left", async () => {
    await expect(page.getByTestId("run-rate")).toHaveText(/[1-9][\d,]* rows a second/, { timeout: 60_000 });
    await expect(page.getByTestId("run-eta")).toHaveText(/\d+ (s|min|h)/);
    await expect.poll(() => numberIn(page, "outcome-read"), { timeout: 60_000 }).toBeGreaterThan(0);
  });

  await test.step("leave the page and come back", async () => {
    await page.getByTestId("nav-sub-all-contacts").click();
    await expect(page.getByTestId("import-indicator")).toBeVisible();
    await expect(page.getByTestId("import-indicator")).toContainText("rows a second");
    await page.getByTestId("import-indicator").getByRole("button", { name: "Open" }).click();
    await expect(page).toHaveURL(/\/contacts\/imports\/[0-9a-f-]+$/);
  });

  let imported = 0;
  await test.step("the result adds up", async () => {
    await expect(page.getByTestId("result-title")).toBeVisible({ timeout: RUN_TIMEOUT });
    const found = await outcomes(page);
    expect(await numberIn(page, "outcome-read")).toBe(ROWS);
    // What the maker of the file knows of it, to the row.
    const { created, merged_in_file, rejected } = sample.truth;
    expect(found, "as the preview said").toEqual(promised);
    expect(found).toMatchObject({ rejected, updated: 0, unchanged: 0, matches_archived: 0, not_run: 0 });
    expect((found.created ?? 0) + (found.merged_in_file ?? 0)).toBe(created + merged_in_file);
    imported = found.created ?? 0;
    await expect(page.getByTestId("result-title")).toContainText(counted(imported + (found.updated ?? 0)));
  });

  await test.step("the reject file downloads, with reasons", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download these rows" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text.split("\n").length).toBeGreaterThan(2);
    expect(text.split("\n")[0]).toMatch(/reason/i);
  });

  await test.step("a number opens its contacts", async () => {
    await page.getByTestId("outcome-created").click();
    await expect(page).toHaveURL(/outcome=created/);
    await expect(page.getByTestId("page-count")).toHaveText(counted(imported), { timeout: 30_000 });
  });

  await test.step("All Contacts sorts and pages far", async () => {
    await page.getByTestId("nav-sub-all-contacts").click();
    await expect(page.getByTestId("page-count")).toHaveText(counted(imported));
    await page.getByRole("button", { name: "Name", exact: true }).click();
    await expect(page).toHaveURL(/sort=full_name/);
    const first = page.locator("tbody tr[data-index='0'] td").nth(1);
    const ascending = await first.textContent();
    await page.getByRole("button", { name: "Name", exact: true }).click();
    await expect(page).toHaveURL(/sort=-full_name/);
    await expect(first).not.toHaveText(ascending ?? "");
    const rows = page.getByRole("table", { name: "Contacts" });
    const far = Math.min(imported - 1, 1500);
    await expect(async () => {
      await rows.locator("xpath=..").evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
      const last = await page.locator("tbody tr[data-index]").last().getAttribute("data-index");
      expect(Number(last)).toBeGreaterThanOrEqual(far);
    }).toPass({ timeout: 60_000, intervals: [50] });
    await rows.locator("xpath=..").evaluate((box) => box.scrollTo({ top: 0 }));
  });

  let contactUrl = "";
  await test.step("a contact opens beside the list, with its history", async () => {
    await page.getByTestId("nav-sub-all-contacts").click();
    // Rows that were read while the last of the file came in are shown first, then those of now: only these are clicked.
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Name" }).first()).not.toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expect(page.locator(".dt-scroll")).toHaveAttribute("aria-busy", "false");
    await page.locator("tbody tr[data-index='3']").click({ position: { x: 120, y: 20 } });
    await expect(page).toHaveURL(/open=/);
    contactUrl = `/contacts/${new URL(page.url()).searchParams.get("open") ?? ""}`;
    await expect(page.locator("tbody tr[data-index='4']")).toBeVisible();
    await page.getByRole("tab", { name: "History" }).click();
    const history = page.getByRole("tabpanel");
    await expect(history.getByText("Maren Lindqvist").first()).toBeVisible();
    await expect(history.getByRole("link", { name: /import/i }).first()).toHaveAttribute(
      "href",
      /\/contacts\/imports\//,
    );
    await expect(history.getByText(/, row [\d,]+/).first()).toBeVisible();
  });

  const title = "Chief of Stories";
  await test.step("the job title changes at once in the list and on the record's page", async () => {
    await page.getByRole("tab", { name: "Overview" }).click();
    await page.getByRole("button", { name: "Edit Job title" }).click();
    const editor = page.getByRole("textbox", { name: "Job title" });
    await editor.fill(title);
    await editor.press("Enter");
    await expect(page.getByText("Job title saved")).toBeVisible();
    await expect(page.getByRole("complementary").getByText(title).first()).toBeVisible();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    // The column of titles leaves while something stands beside the list.
    await expect(page.locator("[data-drawer]")).toHaveCount(0);
    // By its text: a list in the order of changes brings the row to the top.
    await expect(page.locator("tbody tr").filter({ hasText: title })).toBeVisible();
  });

  await test.step("and is taken back from the toast", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Undone")).toBeVisible();
    await expect(page.locator("tbody tr").filter({ hasText: title })).toHaveCount(0);
    await page.goto(`${contactUrl}?tab=history`);
    await expect(page.getByText(title).first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  await test.step("everything is there after a restart of the process", async () => {
    await restartPivotal();
    await page.goto("/contacts");
    await expect(page.getByTestId("page-count")).toHaveText(counted(imported));
    await page.goto(contactUrl);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto("/contacts/imports");
    await expect(page.getByText("Completed")).toBeVisible();
  });
});

/** One picture per page that the documents show, of one installation that fills as the pictures go on. */
import { join, resolve } from "node:path";
import { type Page } from "@playwright/test";
import { sampleFile } from "../e2e/files.ts";
import { expect, previewed, signIn, test } from "../e2e/test.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots");

/** Without notices, which come and go. */
async function take(page: Page, name: string): Promise<void> {
  const style = await page.addStyleTag({ content: "[data-sonner-toaster] { visibility: hidden }" });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
  await style.evaluate((element) => element.parentNode?.removeChild(element));
}

const row = (page: Page, index: number) => page.locator(`tbody tr[data-index='${index}']`);
const list = (path: string, filter: object) => `${path}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

const DECIDERS = {
  v: 1,
  all: [
    { field: "country", op: "in", value: ["DE", "AT", "CH"] },
    {
      any: [
        { field: "seniority_level", op: "in", value: ["C-level", "VP", "Director"] },
        { field: "job_title", op: "contains", value: "head" },
      ],
    },
    { field: "email", op: "has_value" },
  ],
};

// Each begins where the one before ended: the same installation.
test.describe.configure({ mode: "serial" });

test("signing in, and an import from mapping to result", async ({ page }) => {
  test.setTimeout(300_000);
  const sample = sampleFile(1_000);
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Development logins" })).toBeVisible();
  await take(page, "login");
  await signIn(page, "Admin");
  await page.goto("/contacts/imports/new");
  await page.getByLabel("File to import").setInputFiles(sample.path);
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible({ timeout: 60_000 });
  await take(page, "import-mapping");
  await page.getByRole("button", { name: "Preview all rows" }).click();
  await previewed(page, 120_000);
  await take(page, "import-preview");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 120_000 });
  await take(page, "import-result");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await take(page, "dashboard");
});

test("contacts with the drawer open", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await row(page, 3).click({ position: { x: 120, y: 20 } });
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel").getByText("Maren Lindqvist").first()).toBeVisible();
  await take(page, "contacts-list");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "contacts-list-dark");
});

test("the filter builder", async ({ page }) => {
  await signIn(page, "Admin", list("/contacts", DECIDERS));
  await row(page, 0).waitFor();
  await page.keyboard.press("Shift+F");
  await expect(page.getByTestId("filter-count")).toContainText("contacts match");
  await expect(page.getByText("Germany").first()).toBeVisible();
  await take(page, "filter-builder");
});

test("saved views", async ({ page }) => {
  const views: [name: string, path: string][] = [
    ["Deciders, German-speaking", list("/contacts", DECIDERS)],
    ["Newest first", "/contacts?sort=-created_at"],
    [
      "Without a verified email",
      list("/contacts", { v: 1, all: [{ not: { field: "email_verification_status", op: "in", value: ["valid"] } }] }),
    ],
  ];
  await signIn(page, "Admin");
  for (const [name, path] of views) {
    await page.goto(path);
    await row(page, 0).waitFor();
    await page.keyboard.press("v");
    await page.getByPlaceholder("Find a view").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: /^View: / })).toHaveAccessibleName(`View: ${name}`);
  }
  await page.keyboard.press("v");
  await page.getByPlaceholder("Find a view").fill("deciders");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove Country filter" }).waitFor();
  await row(page, 0).waitFor();
  await page.keyboard.press("v");
  await page.getByRole("dialog", { name: "Views of contacts" }).waitFor();
  await take(page, "saved-views");
});

test("universal search", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await row(page, 0).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("eaglewind");
  await page.getByTestId("search-hit").first().waitFor();
  await take(page, "search");
});

test("exports", async ({ page }) => {
  await signIn(page, "Admin");
  for (const [path, nouns, format] of [
    ["/accounts", "accounts", /XLSX|Excel/],
    [list("/contacts", DECIDERS), "contacts", /CSV/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByTestId("page-count")).toHaveText(/\d/);
    await page.getByRole("button", { name: `Export ${nouns}` }).click();
    const dialog = page.getByRole("dialog", { name: `Export ${nouns}` });
    await dialog.getByRole("radio", { name: format }).check({ force: true });
    if (nouns === "contacts") await take(page, "export-dialog");
    await dialog.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("status").getByRole("button", { name: "Download" })).toBeVisible();
  }
  await page.goto("/exports");
  await expect(page.getByRole("row", { name: /Ready/ })).toHaveCount(2);
  await take(page, "exports");
});

test("the system, and contacts on a phone", async ({ page }) => {
  await signIn(page, "Admin", "/system");
  await expect(page.getByRole("heading", { name: "Everything is working" })).toBeVisible();
  await take(page, "system");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/contacts");
  await page.locator(".phone-rows li").nth(3).waitFor();
  await take(page, "contacts-phone");
});

/** One picture per page that the documents show. */
import { join, resolve } from "node:path";
import { sampleFile } from "../e2e/files.ts";
import { expect, signIn, test } from "../e2e/test.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots");
const picture = (name: string) => ({ path: join(FOLDER, `${name}.png`), animations: "disabled" as const });

test("pictures of the documentation", async ({ page }) => {
  test.setTimeout(300_000);
  const sample = sampleFile(1_000);
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Development logins" })).toBeVisible();
  await page.screenshot(picture("login"));
  await signIn(page, "Admin");
  await page.goto("/contacts/imports/new");
  await page.getByLabel("File to import").setInputFiles(sample.path);
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible({ timeout: 60_000 });
  await page.screenshot(picture("import-mapping"));
  await page.getByRole("button", { name: "Start import" }).click();
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 120_000 });
  await page.screenshot(picture("import-result"));
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.screenshot(picture("dashboard"));
  await page.goto("/contacts");
  await page.locator("tbody tr[data-index='3']").click({ position: { x: 120, y: 20 } });
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel").getByText("Maren Lindqvist").first()).toBeVisible();
  await page.screenshot(picture("contacts-list"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot(picture("contacts-list-dark"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/system");
  await expect(page.getByText("contacts").first()).toBeVisible();
  await page.screenshot(picture("system"));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/contacts");
  await page.locator(".phone-rows li").nth(3).waitFor();
  await page.screenshot(picture("contacts-phone"));
});

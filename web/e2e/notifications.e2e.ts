/** The bell: it rings within seconds for whom it concerns, leads there, is read, and can be switched off. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { ensureContacts, giveContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const DATA_OPS = "idris@example.com";
const QA = "freja@example.com";

const bell = (page: Page) => page.getByTestId("notifications-bell");
const panel = (page: Page) => page.getByRole("dialog", { name: "Notifications" });
const unique = (name: string) => `${name}${randomUUID().slice(0, 6)}`;

/** A clean slate, whatever other specs have told this person. */
async function readAll(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Command palette" })).toBeFocused();
  await page.keyboard.type("Mark all notifications read");
  await page.getByRole("option", { name: /^Mark all notifications read/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Command palette" })).toHaveCount(0);
  await expect(bell(page)).toHaveAccessibleName("Notifications");
}

test("who is given a contact hears of it at once, follows it, and has read it", async ({ page }) => {
  await signIn(page, "Data operations", "/");
  await readAll(page);
  const name = unique("Rung");
  const id = await giveContact(name, DATA_OPS);
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 10_000 });
  await bell(page).click();
  await panel(page)
    .getByRole("link", { name: new RegExp(`${name} was assigned to you by`) })
    .click();
  await expect(page).toHaveURL(new RegExp(`/contacts/${id}$`));
  await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("who is given a task hears of it, and is led to it in the list", async ({ page, browser }) => {
  await signIn(page, "QA analyst", "/");
  await readAll(page);
  const title = unique("Listen again to ");
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "Campaign manager", "/tasks");
  await other.getByRole("textbox", { name: "What is to be done" }).fill(title);
  await other.getByLabel("For", { exact: true }).selectOption("Freja Dalgaard");
  await other.getByRole("button", { name: "Add", exact: true }).click();
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 10_000 });
  await other.context().close();
  await bell(page).click();
  await panel(page)
    .getByRole("link", { name: new RegExp(`The task "${title}" was assigned to you by`) })
    .click();
  await expect(page).toHaveURL(/\/tasks\?task=/);
  await expect(page.getByRole("checkbox", { name: `Complete ${title}` })).toBeFocused();
});

test("an import that ended elsewhere waits on the page, by keys alone", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  await readAll(page);
  const file = unique("bell");
  const buffer = Buffer.from(`Email,Company\n${file}@example.com,Norhavn\nno address,Norhavn\n`);
  await page.getByLabel("File to import").setInputFiles({ name: `${file}.csv`, mimeType: "text/csv", buffer });
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
  // Who watches it end is told, and has read it.
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
  const line = page.getByRole("link", { name: new RegExp(`Import finished: .*${file}`) });
  await expect(line).toBeVisible({ timeout: 10_000 });
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contacts\/imports\//);
  await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("a kind that is switched off is not told, and comes back", async ({ page }) => {
  await signIn(page, "QA analyst", "/notifications?show=preferences");
  const choice = page.getByRole("checkbox", { name: "Records assigned to me", exact: true });
  // The choice shows at once, and is kept a moment later.
  const saved = () =>
    page.waitForResponse((response) => response.request().postData()?.includes("NotificationPreferencesSet") ?? false);
  await Promise.all([saved(), choice.click({ force: true })]);
  await expect(choice).not.toBeChecked();
  await page.reload();
  await expect(choice).not.toBeChecked();
  const hidden = unique("Hidden");
  await giveContact(hidden, QA);
  await Promise.all([saved(), choice.click({ force: true })]);
  await expect(choice).toBeChecked();
  await page.reload();
  await expect(choice).toBeChecked();
  const shown = unique("Shown");
  await giveContact(shown, QA);
  await page.getByRole("tab", { name: "All" }).click();
  await expect(page.getByRole("link", { name: new RegExp(shown) })).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole("link", { name: new RegExp(hidden) })).toHaveCount(0);
  await page.getByRole("button", { name: "Mark all read" }).click();
  await page.getByRole("tab", { name: "Unread" }).click();
  await expect(page.getByRole("heading", { name: "Everything is read" })).toBeVisible();
});

test("the bell is there for everybody, and on a phone", async ({ page }) => {
  await signIn(page, "Client user", "/");
  await page.setViewportSize({ width: 390, height: 800 });
  await bell(page).click();
  await expect(panel(page).getByRole("heading", { name: "Nothing to tell you yet" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(bell(page)).toBeFocused();
});

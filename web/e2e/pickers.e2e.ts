/** Who a contact belongs to, and to which account: chosen by name, saved at once, taken back by undo. */
import { type Page } from "@playwright/test";
import { ensureContacts, makeAccount, makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const field = (page: Page, label: string) => page.getByRole("button", { name: `Edit ${label}`, exact: true });
const value = (page: Page, label: string) =>
  page.locator("dl.fields dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]");

test("a contact is linked to another account, by keys alone, and back", async ({ page }) => {
  const name = `Linden Works ${Date.now()}`;
  await makeAccount(name, `linden-${Date.now()}.test`);
  const id = await makeContact("linked", "Planner");
  await signIn(page, "Campaign manager", `/contacts/${id}`);
  await page.getByRole("button", { name: /Show \d+ empty fields/ }).click();
  // Its address may have linked it by itself: that depends on which companies are known here.
  const before = await value(page, "Account").innerText();
  await field(page, "Account").focus();
  await page.keyboard.press("Enter");
  const picker = page.getByRole("dialog", { name: "Choose: Account" });
  await expect(picker.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(name);
  await expect(picker.getByRole("option", { name })).toHaveAttribute("data-selected", "true");
  await page.keyboard.press("Enter");
  await expect(picker).toHaveCount(0);
  await expect(value(page, "Account")).toHaveText(name);
  await expect(value(page, "Linked by")).toHaveText("A person");
  // The focus is where the edit began.
  await expect(field(page, "Account")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(value(page, "Account")).toHaveText(before);
});

test("Esc leaves the account as it is, and the page where it is", async ({ page }) => {
  const id = await makeContact("unlinked", "Planner");
  await signIn(page, "Campaign manager", `/contacts?open=${id}`);
  const drawer = page.locator("[data-drawer]");
  await drawer.getByRole("button", { name: /Show \d+ empty fields/ }).click();
  // Its address may have linked it by itself: that depends on which companies are known here.
  const before = await value(page, "Account").innerText();
  await field(page, "Account").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Choose: Account" }).getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(drawer).toBeVisible();
  await expect(field(page, "Account")).toBeFocused();
  await expect(value(page, "Account")).toHaveText(before);
});

test("an owner is chosen among people, stands in the history by name, and is removed", async ({ page }) => {
  const id = await makeContact("owned", "Planner");
  await signIn(page, "Campaign manager", `/contacts/${id}`);
  await page.getByRole("button", { name: /Show \d+ empty fields/ }).click();
  await field(page, "Owner").click();
  const picker = page.getByRole("dialog", { name: "Choose: Owner" });
  // Whoever looks comes first.
  await expect(picker.getByRole("option").first()).toContainText("you");
  await page.keyboard.type("frej");
  await picker.getByRole("option", { name: "Freja Dalgaard" }).click();
  await expect(value(page, "Owner")).toHaveText("Freja Dalgaard");
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel", { name: "History" })).toContainText("Freja Dalgaard");
  await page.getByRole("tab", { name: "Overview" }).click();
  await field(page, "Owner").click();
  await picker.getByRole("option", { name: "Nobody" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Owner saved" }).first()).toBeVisible();
});

test("a choice that is refused stays open with the reason", async ({ page }) => {
  const id = await makeContact("refused", "Planner");
  await signIn(page, "Campaign manager", `/contacts/${id}`);
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("mutation ContactUpdate")) return route.fallback();
    const userErrors = [{ code: "ACCOUNT_ARCHIVED", field: "account", message: "This account is archived." }];
    return route.fulfill({ json: { data: { contactUpdate: { position: null, contact: null, userErrors } } } });
  });
  await page.getByRole("button", { name: /Show \d+ empty fields/ }).click();
  const before = await value(page, "Account").innerText();
  await field(page, "Account").click();
  const picker = page.getByRole("dialog", { name: "Choose: Account" });
  await picker.getByRole("option").first().click();
  await expect(picker.getByRole("alert")).toHaveText("This account is archived.");
  await page.keyboard.press("Escape");
  await expect(value(page, "Account")).toHaveText(before);
});

test("a new contact is given to somebody by name", async ({ page }) => {
  await signIn(page, "Campaign manager", "/contacts?new=1");
  const dialog = page.getByRole("dialog", { name: "New contact" });
  await expect(dialog.getByRole("textbox", { name: "First name" })).toBeFocused();
  const email = `given.${Date.now()}@example.com`;
  await dialog.getByRole("textbox", { name: "Email", exact: true }).fill(email);
  await dialog.getByRole("button", { name: "All fields" }).click();
  await dialog.getByLabel("Owner", { exact: true }).click();
  await page.keyboard.type("frej");
  await page.getByRole("option", { name: "Freja Dalgaard" }).click();
  await expect(dialog.getByLabel("Owner", { exact: true })).toHaveText("Freja Dalgaard");
  await dialog.getByRole("button", { name: "Create contact" }).click();
  const drawer = page.locator("[data-drawer]");
  await expect(drawer).toContainText(email);
  await expect(value(page, "Owner")).toHaveText("Freja Dalgaard");
});

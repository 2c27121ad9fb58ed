/** A field of one's own: defined, filled, shown as a column, filtered by, exported, archived and brought back. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ensureContacts } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

test("a choice is defined by keys, filled in a cell, filtered by and exported", async ({ page }) => {
  const name = `Fleet tier ${randomUUID().slice(0, 6)}`;
  await signIn(page, "Admin", "/");
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await expect(page.getByTestId("nav-sub-custom-fields")).toHaveAttribute("aria-current", "page");

  await expect(page.getByRole("tab", { name: "Contacts" })).toBeVisible();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "New contact field" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByLabel("Type").selectOption("CHOICE");
  await dialog.getByLabel("Option 1", { exact: true }).fill("Gold");
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Option 2", { exact: true })).toBeFocused();
  await page.keyboard.type("Silver");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: `${name} defined` })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Gold, Silver");

  await page.goto("/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.getByRole("button", { name: "Choose columns" }).click();
  const box = page.getByRole("checkbox", { name });
  await box.press("Space");
  await expect(box).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name })).toBeVisible();

  // In the drawer, where every field is.
  await page.locator("tbody tr[data-index='0']").click({ position: { x: 120, y: 20 } });
  const drawer = page.locator("[data-drawer]");
  await drawer.getByRole("button", { name: /^Show \d+ empty fields/ }).click();
  await drawer.getByRole("button", { name: `Edit ${name}` }).click();
  await drawer.getByRole("combobox", { name }).selectOption("Gold");
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr[data-index='0']")).toContainText("Gold");
  await page.keyboard.press("Escape");

  const key = `custom.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`;
  const filter = { field: key, op: "in", value: ["Gold"] };
  await page.goto(`/contacts?cols=full_name,email,${key}&filter=${encodeURIComponent(JSON.stringify(filter))}`);
  await expect(page.getByTestId("page-count")).toHaveText("1");
  await expect(page.getByRole("button", { name: new RegExp(`${name}.*Gold`) }).first()).toBeVisible();

  await page.getByRole("button", { name: "Export contacts" }).click();
  const began = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Export contacts" }).getByRole("button", { name: "Export" }).click();
  await page.getByRole("status").getByRole("button", { name: "Download" }).click();
  const lines = (await readFile(await (await began).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toContain(name);
  expect(lines[1]).toMatch(/,Gold$/);
  expect(lines).toHaveLength(2);

  await page.goto("/custom-fields");
  await page.getByRole("button", { name: `Archive ${name}` }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Archived");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: `Archive ${name}` })).toBeVisible();
});

test("only who manages settings looks after custom fields", async ({ page }) => {
  await signIn(page, "Data operations", "/");
  await expect(page.getByTestId("nav-sub-custom-fields")).toHaveCount(0);
  await page.goto("/custom-fields");
  await expect(page.getByRole("heading", { name: "Custom fields" })).toHaveCount(0);
});

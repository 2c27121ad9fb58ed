/** Which of two values stays: other rules for one field, previewed on what is there, applied, and taken back. By keyboard. */
import { type Page } from "@playwright/test";
import { changeContact, contactByEmail, ensureContacts, resetRules } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);
test.afterAll(resetRules);

const press = async (page: Page, name: string | RegExp) => {
  const button = page.getByRole("button", { name });
  await button.focus();
  await page.keyboard.press("Enter");
};

test("imports count more than people for one field, and what is there follows once it was looked at", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const of = "person3@company3.test";
  const contact = await contactByEmail(of);
  if (contact === undefined) throw new Error("the contact of the file is not there");
  const imported = String(contact.fields.job_title);
  await changeContact(contact.id, { job_title: "Typed by a person" });

  await signIn(page, "Admin", "/");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByTestId("nav-sub-survivorship")).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("Every field follows the order above.")).toBeVisible();

  const pick = page.getByRole("button", { name: "Give a field an order of its own" });
  await pick.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Job title");
  await page.keyboard.press("Enter");
  const order = page.getByRole("list", { name: "Order of sources for Job title" });
  await expect(order.getByRole("listitem")).toHaveCount(5);
  for (const _ of [1, 2]) {
    await order.getByRole("button", { name: "Move Imports up" }).press("Enter");
  }
  await expect(order.getByRole("listitem").first()).toContainText("Imports");

  await press(page, "Preview on existing contacts");
  const result = page.getByTestId("survivorship-result");
  await expect(result).toContainText("would hold another value", { timeout: 60_000 });
  const row = page
    .getByRole("table", { name: "Records that would hold other values" })
    .getByRole("row")
    .filter({ hasText: "Typed by a person" });
  await expect(row).toContainText(imported);

  await press(page, "Apply to existing contacts");
  const dialog = page.getByRole("dialog", { name: /^Apply to/ });
  await dialog.getByRole("button", { name: "Apply", exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/bulk\/[0-9a-f-]+$/);
  await expect.poll(async () => (await contactByEmail(of))?.fields.job_title, { timeout: 60_000 }).toBe(imported);

  await page.goto(`/contacts/${contact.id}?tab=history`);
  await expect(page.getByText("Survivorship rules").first()).toBeVisible();
});

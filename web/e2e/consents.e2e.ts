/** Consent: recorded on the contact with its proof, looked up in the register, withdrawn with effect, taken back; rules by country; for whom the page is. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "Compliance Center" });
const card = (page: Page) => page.getByTestId("consent-card");
const toast = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const find = (page: Page) => page.getByRole("textbox", { name: "Name or email" });

/** Once more against the same database, it is somebody else. */
const somebody = (what: string) => `${what}${randomUUID().slice(0, 6)}`;

async function record(page: Page, origin: string, wording: string): Promise<void> {
  await card(page).getByRole("button", { name: "Record", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Record consent" });
  await dialog.getByRole("textbox", { name: /^Source/ }).fill(origin);
  await dialog.getByRole("textbox", { name: /^Text shown/ }).fill(wording);
  await dialog.locator("input[type='file']").setInputFiles({
    name: "card.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("signed"),
  });
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(toast(page, "Recorded for")).toBeVisible();
}

test("a basis is recorded of those that are picked", async ({ page }) => {
  test.setTimeout(240_000);
  const name = somebody("Many");
  await makeContact(`${name}a`, "Buyer");
  const second = await makeContact(`${name}b`, "Buyer");
  await signIn(page, "Data operations", `/contacts?q=${name}`);
  await expect(page.getByTestId("page-count")).toHaveText("2");
  await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
  await page.getByRole("button", { name: "More with the selection" }).click();
  await page.getByRole("menuitem", { name: "Record consent…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record consent of contacts" });
  await expect(dialog.getByTestId("bulk-worked")).toHaveText("2");
  await dialog.getByRole("textbox", { name: /^Source/ }).fill("trade show");
  await dialog.getByRole("textbox", { name: /^Text shown/ }).fill("Yes, write to me");
  await looksRight(page, "record consent of many", () => dialog.waitFor());
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/2 contacts whose basis was recorded/).first()).toBeVisible({ timeout: 60_000 });
  // The card follows the log at a pace of its own: looked at anew until it has it.
  await expect(async () => {
    await page.goto(`/contacts/${second}`);
    await expect(card(page)).toContainText("trade show", { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
});

test("consent is recorded with its proof, found in the register, withdrawn and taken back", async ({ page }) => {
  test.setTimeout(180_000);
  const name = somebody("Agreed");
  const contact = await makeContact(name, "Buyer");
  await signIn(page, "Admin", `/contacts/${contact}`);
  await card(page).waitFor();
  await expect(card(page), "nothing is known of them").toContainText(
    "By the rule for countries without one of their own",
  );

  await test.step("recorded: what cannot be proven is not taken", async () => {
    await card(page).getByRole("button", { name: "Record", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Record consent" });
    await dialog.getByRole("textbox", { name: /^Source/ }).fill("web form");
    await expect(dialog.getByRole("button", { name: /^Record/ })).toHaveAttribute("aria-disabled", "true");
    await looksRight(page, "record consent", () => dialog.waitFor());
    await page.keyboard.press("Escape");
    await record(page, "web form", "Yes, mail me");
    await expect(card(page)).toContainText("web form");
    await looksRight(page, "consent of a contact", () => card(page).waitFor());
  });

  await test.step("the register has it with its proof", async () => {
    await page.goto("/compliance");
    await expect(page.getByTestId("nav-sub-compliance")).toHaveAttribute("aria-current", "page");
    await find(page).fill(name);
    await expect(page.getByTestId("page-count")).toHaveText("1");
    await looksRight(page, "consent register", () => page.getByText(name).first().waitFor());
    await page.getByRole("row").filter({ hasText: name }).click();
    const statement = page.getByRole("dialog", { name: "Consent: email" });
    await expect(statement).toContainText("Yes, mail me");
    await looksRight(page, "one statement", () => statement.waitFor());
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      statement.getByRole("button", { name: /^card\.txt/ }).click(),
    ]);
    expect(await (await import("node:fs/promises")).readFile(await file.path(), "utf8")).toBe("signed");
    await page.keyboard.press("Escape");
    const [list] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export", exact: true }).click(),
    ]);
    expect(await (await import("node:fs/promises")).readFile(await list.path(), "utf8")).toContain(name);
  });

  await test.step("withdrawn: they are suppressed at once", async () => {
    await page.goto(`/contacts/${contact}`);
    await card(page).getByRole("button", { name: "Withdraw", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Withdraw consent" });
    await dialog.getByRole("textbox", { name: /^How they said it/ }).fill("reply to a mail");
    await looksRight(page, "withdraw consent", () => dialog.waitFor());
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(card(page)).toContainText("Withdrawn");
    await expect(page.getByTestId("suppressed")).toContainText("Unsubscribed");
    await page.getByRole("tab", { name: /^History/ }).click();
    await expect(page.getByText("Consent for email withdrawn: reply to a mail").first()).toBeVisible();
  });

  await test.step("taken back, with a reason", async () => {
    await page.goto(`/contacts/${contact}`);
    await card(page).getByRole("button", { name: "Withdrawn, email" }).click();
    const statement = page.getByRole("dialog", { name: "Withdrawn: email" });
    await statement.getByRole("button", { name: "Take back" }).click();
    const dialog = page.getByRole("dialog", { name: "Take back" });
    await expect(dialog.getByRole("button", { name: /^Take back/ })).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("textbox", { name: "Why" }).fill("the wrong person");
    await page.keyboard.press("Control+Enter");
    await expect(toast(page, "Taken back")).toBeVisible();
    await expect(card(page)).toContainText("web form");
  });

  const filter = (condition: object) => encodeURIComponent(JSON.stringify(condition));
  await page.goto(`/contacts?q=${name}&filter=${filter({ field: "email_consent", op: "equals", value: "consent" })}`);
  await expect(page.locator("tbody tr[data-index='0']")).toContainText(name);
});

test("a rule is set, shown with what it was before, and removed", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "Data operations", "/compliance");
  await heading(page).waitFor();
  await page.getByRole("tab", { name: "Rules by country" }).click();
  await expect(page).toHaveURL(/\/compliance\/rules$/);
  await page.getByRole("button", { name: "Change the rule for Iceland" }).click();
  const dialog = page.getByRole("dialog", { name: "Rule for Iceland" });
  await looksRight(page, "rule of a country", () => dialog.waitFor());
  const mail = dialog.getByRole("group", { name: "Email" });
  const open = mail.getByRole("radio", { name: /^Legitimate interest/ });
  const closed = mail.getByRole("radio", { name: /^Consent needed/ });
  // Once more against the same database, it is the other way round.
  const was = await open.isChecked();
  await (was ? closed : open).check({ force: true });
  await dialog.getByRole("textbox", { name: "Note" }).fill("counsel said so");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: "What was changed" })).toContainText("counsel said so");
  await looksRight(page, "rules by country", () => page.getByText("Iceland", { exact: true }).first().waitFor());
});

test("who may only look sees the register and changes nothing", async ({ page }) => {
  await signIn(page, "QA analyst", "/compliance");
  await heading(page).waitFor();
  await expect(page.getByRole("button", { name: "Export", exact: true })).toHaveCount(0);
  await page.getByRole("tab", { name: "Rules by country" }).click();
  await page.getByRole("row").filter({ hasText: "All other countries" }).waitFor();
  await expect(page.getByRole("button", { name: /^Change the rule/ })).toHaveCount(0);
  const contact = await makeContact(somebody("Looked"), "Buyer");
  await page.goto(`/contacts/${contact}`);
  await card(page).waitFor();
  await expect(card(page).getByRole("button", { name: "Record", exact: true })).toHaveCount(0);
});

test("agents have no register, and its address leads nowhere", async ({ page }) => {
  await signIn(page, "Agent", "/");
  await expect(page.getByTestId("nav-sub-compliance")).toHaveCount(0);
  await page.goto("/compliance");
  await expect(heading(page)).toHaveCount(0);
});

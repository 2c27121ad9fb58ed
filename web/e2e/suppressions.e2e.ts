/** Suppressions: pasted, sent as a file, looked up, shown on the contact, released with a reason, by mouse and by keys alone; for whom the page is. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

/** Once more against the same database, it is another one. */
const fresh = (what: string) => `${what}-${randomUUID().slice(0, 8)}@example.com`;

const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "Suppression Management" });
const find = (page: Page) => page.getByRole("textbox", { name: "Email, number or domain" });
const happened = (page: Page) => page.getByRole("list", { name: "What happened" });
const toast = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** By keys alone, from the list. */
async function suppress(page: Page, lines: string, note: string): Promise<void> {
  await page.getByRole("button", { name: "Upload a file" }).waitFor();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Suppress", exact: true });
  await expect(dialog.getByRole("textbox", { name: /^Emails, phone numbers, domains/ })).toBeFocused();
  await page.keyboard.type(lines);
  await dialog.getByRole("textbox", { name: "Note" }).fill(note);
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(toast(page, "1 suppression added")).toBeVisible();
}

test("lines are suppressed, what cannot be read is named, and a release says why", async ({ page }) => {
  test.setTimeout(180_000);
  const address = fresh("stop");
  await signIn(page, "Admin", "/suppressions");
  await expect(page.getByTestId("nav-sub-suppressions")).toHaveAttribute("aria-current", "page");
  await heading(page).waitFor();
  await page.getByRole("button", { name: "Upload a file" }).waitFor();

  await test.step("pasted: what cannot be read stays in the box", async () => {
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "Suppress", exact: true });
    const box = dialog.getByRole("textbox", { name: /^Emails, phone numbers, domains/ });
    await expect(box).toBeFocused();
    await looksRight(page, "suppress", () => box.waitFor());
    await box.fill(`${address}\nnobody`);
    await dialog.getByLabel("Reason").selectOption("UNSUBSCRIBED");
    await dialog.getByRole("textbox", { name: "Note" }).fill("by letter");
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByText("Line 2", { exact: false })).toBeVisible();
    await expect(box).toHaveValue("nobody");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("looked up by how it begins, and whole: the guard says so", async () => {
    await find(page).fill(address.slice(0, 12));
    await expect(page.getByTestId("page-count")).toHaveText("1");
    await find(page).fill(address.toUpperCase());
    await expect(page.getByText(`${address} is suppressed`)).toBeVisible();
    await expect(page.getByTestId("page-count")).toHaveText("1");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("PHONE");
    await expect(page.getByText("None like this")).toBeVisible();
    await page.getByRole("combobox", { name: "Kind" }).selectOption("EMAIL");
    await page.getByRole("combobox", { name: "Reason" }).selectOption("UNSUBSCRIBED");
    await page.getByRole("combobox", { name: "Where" }).selectOption("GLOBAL");
    await expect(page).toHaveURL(/kind=EMAIL/);
    await looksRight(page, "suppressions", () => page.getByText(address, { exact: true }).first().waitFor());
  });

  await test.step("its page is the proof, and lets it go only with a reason", async () => {
    await page.getByRole("link", { name: address }).click();
    await expect(happened(page)).toContainText("by letter");
    await looksRight(page, "one suppression", () => happened(page).waitFor());
    await page.getByRole("button", { name: "Release" }).click();
    const release = page.getByRole("dialog", { name: `Release ${address}` });
    await expect(release.getByRole("button", { name: "Release" })).toHaveAttribute("aria-disabled", "true");
    await looksRight(page, "release of a suppression", () => release.waitFor());
    await release.getByRole("textbox", { name: "Why" }).fill("subscribed again");
    await page.keyboard.press("Control+Enter");
    await expect(happened(page)).toContainText("subscribed again");
    await expect(page.getByRole("button", { name: "Suppress again" })).toBeVisible();
  });

  await page.goto("/suppressions?state=RELEASED");
  await find(page).fill(address);
  await expect(page.getByText(`No suppression of ${address} holds everywhere`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: address })).toContainText("Released");
});

test("one is added, found, opened and released by keys alone", async ({ page }) => {
  const address = fresh("keys");
  await signIn(page, "Data operations", "/suppressions");
  await suppress(page, address, "in a call");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.keyboard.press("f");
  await expect(find(page)).toBeFocused();
  await page.keyboard.type(address);
  await expect(page.getByText(`${address} is suppressed`)).toBeVisible();
  await page.getByRole("link", { name: address }).press("Enter");
  await expect(happened(page)).toContainText("in a call");
  await page.getByRole("button", { name: "Release" }).press("Enter");
  const why = page.getByRole("dialog", { name: `Release ${address}` }).getByRole("textbox", { name: "Why" });
  await expect(why).toBeFocused();
  await page.keyboard.type("was a mistake");
  await page.keyboard.press("Control+Enter");
  await expect(toast(page, `${address} released`)).toBeVisible();
  await expect(happened(page)).toContainText("was a mistake");
});

test("on a phone they are a list, each with its state in words", async ({ page }) => {
  const address = fresh("phone");
  await signIn(page, "Campaign manager", "/suppressions");
  await suppress(page, address, "at the fair");
  await page.setViewportSize({ width: 390, height: 844 });
  await find(page).fill(address);
  const row = page.getByRole("list", { name: "Suppressions" }).getByRole("button").filter({ hasText: address });
  await expect(row).toContainText("Active");
  await row.click();
  await expect(happened(page)).toContainText("at the fair");
  await expect(page.getByRole("button", { name: "Release" }), "only those who may").toHaveCount(0);
});

test("a file is read as a job, and what was refused is taken out by row", async ({ page }) => {
  test.setTimeout(120_000);
  const [one, other] = [fresh("file"), fresh("file")];
  await signIn(page, "Data operations", "/suppressions");
  await heading(page).waitFor();
  await page.getByRole("button", { name: "Upload a file" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Suppress a file" });
  const submit = dialog.getByRole("button", { name: "Suppress all in it" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await dialog.locator("input[type='file']").setInputFiles({
    name: "stop.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Name,E-mail\nAda,${one}\nBo,rubbish\nCy,${other}\n`),
  });
  await dialog.getByLabel("Reason").selectOption("DNC_REGISTER");
  await expect(submit, "a register has a day").toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Register of").fill("2020-01-01");
  await looksRight(page, "a file of suppressions", () => submit.waitFor());
  await submit.click();
  await expect(dialog.getByText("Fetch it anew", { exact: false })).toBeVisible();
  const result = dialog.getByRole("status").filter({ hasText: "E-mail" });
  await expect(result).toContainText("3 rows: 2 suppressed, 0 there already, 1 refused", { timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download refused rows" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toBe("refused-suppressions.csv");
  const refused = await (await import("node:fs/promises")).readFile(await file.path(), "utf8");
  expect(refused).toContain("3,SUPPRESSION_EMAIL_INVALID");
  expect(refused, "what stood there is not kept").not.toContain("rubbish");
  await dialog.locator(".dialog-foot").getByRole("button", { name: "Close", exact: true }).click();

  await expect(page.getByText(/^Do-not-call register, .* days old$/), "the page says so from now on").toBeVisible();

  await find(page).fill(one);
  await expect(page.getByText(`${one} is suppressed`)).toBeVisible();
  await expect(page.getByTestId("page-count")).toHaveText("1");
  const [list] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export", exact: true }).press("Enter"),
  ]);
  const lines = (await (await import("node:fs/promises")).readFile(await list.path(), "utf8")).trim().split("\r\n");
  expect(lines, "as it is narrowed on the screen").toHaveLength(2);
  expect(lines[1]).toContain(`email,${one},global,dnc_register`);
});

test("a contact's page says that it is suppressed, and the list can be asked for it", async ({ page }) => {
  test.setTimeout(120_000);
  const name = `Halted${randomUUID().slice(0, 6)}`;
  const contact = await makeContact(name, "Buyer");
  await signIn(page, "Admin", `/contacts/${contact}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect(page.getByRole("tab", { name: /^Tasks/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Command palette" })).toBeFocused();
  await page.keyboard.type("> Suppress");
  await expect(page.getByRole("option", { name: /^Suppress/ }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Suppress", exact: true });
  await expect(dialog.getByRole("textbox", { name: /^Emails, phone numbers, domains/ })).toHaveValue(/@example\.com/);
  await dialog.getByRole("button", { name: /^Suppress/ }).click();
  await expect(dialog).toBeHidden();
  const notice = page.getByTestId("suppressed");
  await expect(notice).toContainText("Suppressed:");
  await looksRight(page, "a suppressed contact", () => notice.waitFor());
  await page.getByRole("tab", { name: /^History/ }).click();
  await expect(page.getByText("Suppressed everywhere", { exact: false }).first()).toBeVisible();

  const filter = (condition: object) => encodeURIComponent(JSON.stringify(condition));
  const suppressed = { field: "suppressed", op: "any_of", value: ["email"] };
  const manual = { field: "suppression_reasons", op: "any_of", value: ["manual"] };
  await page.goto(`/contacts?q=${name}&filter=${filter({ all: [suppressed, manual] })}`);
  await expect(page.locator("tbody tr[data-index='0']")).toContainText(name);
  await page.goto(`/contacts?q=${name}&filter=${filter({ not: suppressed })}`);
  await expect(page.getByText("No contacts match")).toBeVisible();
});

test("agents have no suppression list, and its address leads nowhere", async ({ page }) => {
  await signIn(page, "Agent", "/");
  await expect(page.getByTestId("nav-sub-suppressions")).toHaveCount(0);
  await page.goto("/suppressions");
  await expect(heading(page)).toHaveCount(0);
});

/** Retention and legal holds: a rule is set after its dry run, a person is held and cannot be erased, the hold is lifted. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { graphql, makeContactAt, token } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const toast = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

const ERASE = `mutation($input: ContactEraseInput!) { contactErase(input: $input) { userErrors { code } } }`;

test("a rule is looked at before it is set, and who is held is not erased", async ({ page }) => {
  const run = randomUUID().slice(0, 6);
  const name = `Held ${run}`;
  const id = await makeContactAt(name, `held-${run}@example.com`);
  await signIn(page, "Admin");

  await test.step("a rule that deletes more takes a dry run", async () => {
    await page.goto("/compliance/retention");
    await looksRight(page, "retention", () => page.getByRole("table").waitFor());
    await page.getByRole("button", { name: "Change the rule for Archived contacts" }).click();
    const dialog = page.getByRole("dialog", { name: "How long to keep: Archived contacts" });
    await dialog.getByText("For a time").click();
    await dialog.getByRole("textbox", { name: /^How many/ }).fill(String(20 + Math.floor(Math.random() * 70)));
    await expect(dialog.getByRole("button", { name: /^Set rule/ })).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("button", { name: "Dry run" }).click();
    await expect(dialog.getByTestId("dry-run")).toContainText("The next run deletes");
    await looksRight(page, "retention rule", () => dialog.getByTestId("dry-run").waitFor());
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("held on their page", async () => {
    await page.goto(`/contacts/${id}`);
    await page.getByRole("heading", { name }).first().waitFor();
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Command palette" });
    await palette.getByRole("combobox", { name: "Command palette" }).fill("Place a legal hold");
    await palette.getByRole("option").filter({ hasText: "Place a legal hold" }).click();
    const dialog = page.getByRole("dialog", { name: `Legal hold over ${name}` });
    await dialog.getByRole("textbox", { name: /^Reason/ }).fill("a claim");
    await dialog.getByRole("textbox", { name: /^Reference/ }).fill(`Case ${run}`);
    await dialog.getByRole("button", { name: /^Place hold/ }).click();
    await expect(page.getByTestId("legal-hold")).toContainText(`Case ${run}`);
    await looksRight(page, "contact on legal hold", () => page.getByTestId("legal-hold").waitFor());
    const input = { id, request: "ticket 7", confirm: true };
    const refused = await graphql<{ contactErase: { userErrors: { code: string }[] } }>(await token(), ERASE, {
      input,
    });
    expect(refused.contactErase.userErrors.map(({ code }) => code)).toEqual(["LEGAL_HOLD_STANDS"]);
  });

  await test.step("lifted from the register", async () => {
    await page.goto("/compliance/legal-holds");
    await page.getByRole("textbox", { name: "Reference" }).fill(`Case ${run}`);
    await expect(page.getByTestId("page-count")).toHaveText("1");
    await looksRight(page, "legal holds", () => page.getByText(name).first().waitFor());
    await page.getByRole("row").filter({ hasText: name }).click();
    await page.getByRole("dialog", { name }).getByRole("button", { name: "Lift hold" }).click();
    const dialog = page.getByRole("dialog", { name: `Lift the hold over ${name}` });
    await dialog.getByRole("textbox", { name: /^Why/ }).fill("settled");
    await dialog.getByRole("button", { name: /^Lift/ }).click();
    await toast(page, `The hold over ${name} is lifted`).waitFor();
    await expect(page.getByTestId("page-count")).toHaveText("0");
  });
});

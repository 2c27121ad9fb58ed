/** What is done from a record in view: somebody new at this company, a company for this person, and the palette. */
import { makeAccount, makeContact, makeContactWithoutEmail } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

/** Once more against the same database, they are others. */
const run = () => Math.random().toString(36).slice(2, 8);

test("a contact is made for this account, by keys, without leaving it", async ({ page }) => {
  const id = run();
  const account = await makeAccount(`Quay ${id}`, `quay-${id}.test`);
  await signIn(page, "Admin", `/accounts/${account}`);
  await expect(page.getByRole("button", { name: "New contact here" })).toBeVisible();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: `New contact at Quay ${id}` });
  await expect(dialog.getByRole("textbox", { name: "First name" })).toBeFocused();
  await page.keyboard.type("Astrid");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`Holm ${id}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`Astrid Holm ${id} created at Quay ${id}`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/accounts/${account}`));
  await page.getByRole("tab", { name: "Contacts 1" }).click();
  await expect(page.getByRole("link", { name: `Astrid Holm ${id}` })).toBeVisible();
});

test("an account is made from a contact, which is linked to it", async ({ page }) => {
  const id = run();
  const contact = await makeContactWithoutEmail(`from-${id}`);
  await signIn(page, "Admin", `/contacts/${contact}`);
  await page.getByRole("button", { name: "New account" }).click();
  const dialog = page.getByRole("dialog", { name: "New account" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(`Harbour ${id}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: `Harbour ${id}` }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "New account" })).toHaveCount(0);
});

test("the palette acts on the record in view: edits a field, archives and restores it", async ({ page }) => {
  const id = run();
  const contact = await makeContact(`act.${id}`, "Planner");
  await signIn(page, "Admin", `/contacts/${contact}?tab=history`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const act = async (words: string, option: string | RegExp) => {
    await page.keyboard.press("Control+k");
    await expect(page.getByPlaceholder("Search records, go to a page, run an action")).toBeFocused();
    await page.keyboard.type(`> ${words}`);
    await expect(page.getByRole("option", { name: option }).first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
  };

  await test.step("an empty field on another tab", async () => {
    await act("edit city", "Edit City");
    await expect(page.getByRole("textbox", { name: "City" })).toBeFocused();
    await page.keyboard.type("Odense");
    await page.keyboard.press("Enter");
    await expect(page.getByText("City saved")).toBeVisible();
  });
  await test.step("a key leads to its fields by name", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("e");
    await expect(page.getByPlaceholder("Search records, go to a page, run an action")).toHaveValue("> Edit ");
    await page.keyboard.type("country");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Country" })).toBeFocused();
    await page.keyboard.press("Escape");
  });
  await test.step("archived, and back", async () => {
    await act("archive", /^Archive Spec/);
    await expect(page.getByText("It keeps its history and stays out of lists.")).toBeVisible();
    await act("restore", /^Restore Spec/);
    await expect(page.getByText("It keeps its history and stays out of lists.")).toHaveCount(0);
  });
  await test.step("beside a list, too", async () => {
    await page.goto(`/contacts?q=${id}&open=${contact}`);
    await page.locator("[data-drawer]").getByRole("tab", { name: "Overview" }).waitFor();
    await act("edit job", "Edit Job title");
    await expect(page.locator("[data-drawer]").getByRole("textbox", { name: "Job title" })).toBeFocused();
  });
});

/** A list under a name: kept, changed, shared, opened by its link, made the first thing seen, deleted and brought back. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { ensureContacts } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

/** Once more against the same database, it is another view. */
const newName = (what: string) => `${what} ${randomUUID().slice(0, 6)}`;

const views = (page: Page) => page.getByRole("button", { name: /^View: / });
const head = (page: Page, name: string) => page.getByRole("columnheader", { name });
const words = (page: Page) => page.getByRole("textbox", { name: "Find by name, email, company" });
const isOpen = (page: Page, name: string) => expect(views(page)).toHaveAccessibleName(`View: ${name}`);
const isChanged = (page: Page, name: string) => expect(views(page)).toHaveAccessibleName(`View: ${name}, changed`);
const rows = (page: Page) => page.locator("tbody tr[data-index='0']").waitFor();

/** By keys alone: the picker, what is typed there, the dialog. */
async function saveAs(page: Page, name: string): Promise<void> {
  await rows(page);
  await page.keyboard.press("v");
  await page.getByPlaceholder("Find a view").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await page.keyboard.press("Control+Enter");
  await isOpen(page, name);
}

async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press("v");
  await page.getByPlaceholder("Find a view").fill(name);
  await page.keyboard.press("Enter");
}

async function column(page: Page, name: string, shown: boolean): Promise<void> {
  const chooser = page.getByRole("button", { name: "Choose columns" });
  await chooser.click();
  const box = page.getByRole("checkbox", { name });
  if ((await box.isChecked()) !== shown) await box.press("Space");
  await expect(box).toBeChecked({ checked: shown });
  await page.keyboard.press("Escape");
  await expect(chooser).toBeFocused();
}

async function act(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("a view is kept, changed, shared with everyone, opened by its link, deleted and brought back", async ({
  page,
  browser,
}) => {
  const name = newName("Vesters");
  await signIn(page, "Campaign manager", "/contacts?q=Vester&sort=email");
  await saveAs(page, name);
  await expect(page).toHaveURL(/\/contacts\?view=[0-9a-f-]{36}$/);
  await expect(words(page)).toHaveValue("Vester");
  await expect(head(page, "Email")).toHaveAttribute("aria-sort", "ascending");
  const link = page.url();

  await test.step("what differs stands in the URL, and can be taken back", async () => {
    await column(page, "Department", true);
    await isChanged(page, name);
    await words(page).fill("");
    await expect(page).toHaveURL(/q=(&|$)/);
    await page.reload();
    await isChanged(page, name);
    await expect(head(page, "Department")).toBeVisible();
    await expect(words(page)).toHaveValue("");
    await page.getByRole("button", { name: "Discard changes" }).click();
    await isOpen(page, name);
    await expect(words(page)).toHaveValue("Vester");
    await expect(head(page, "Department")).toHaveCount(0);
  });
  await test.step("the view is updated; the person's own columns are not", async () => {
    await column(page, "Department", true);
    await page.getByRole("button", { name: "Update view" }).click();
    await isOpen(page, name);
    await expect(page).toHaveURL(link);
    await expect(head(page, "Department")).toBeVisible();
    await choose(page, "All contacts");
    await isOpen(page, "All contacts");
    await expect(words(page)).toHaveValue("");
    await expect(head(page, "Department")).toHaveCount(0);
    await choose(page, name);
    await isOpen(page, name);
    await expect(head(page, "Department")).toBeVisible();
  });
  await act(page, name, "Rename or share");
  await page.getByRole("radio", { name: "Everyone" }).check({ force: true });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${name} saved`).last()).toBeVisible();

  const others = await (await browser.newContext()).newPage();
  await test.step("another role opens the link, and may change the list but not the view", async () => {
    await signIn(others, "QA analyst", new URL(link).pathname + new URL(link).search);
    await isOpen(others, name);
    await expect(words(others)).toHaveValue("Vester");
    await expect(head(others, "Department")).toBeVisible();
    await head(others, "Name").getByRole("button").click();
    await isChanged(others, name);
    await expect(others.getByRole("button", { name: "Update view" })).toHaveAttribute("aria-disabled", "true");
    await others.getByRole("button", { name: "Save as new view" }).click();
    await expect(others.getByRole("radio", { name: "Everyone" })).toBeDisabled();
    await expect(others.getByText("Your role, QA analyst, may not share views with everyone.")).toBeVisible();
    await others.keyboard.press("Escape");
  });
  await test.step("deleted, for both", async () => {
    await act(page, name, "Delete view");
    await isOpen(page, "All contacts");
    await others.goto(link);
    await expect(others.getByText(`${name} was deleted`)).toBeVisible();
    await isOpen(others, "All contacts");
    await rows(others);
  });
  await test.step("and back again", async () => {
    await page.keyboard.press("Control+z");
    await isOpen(page, name);
    await expect(page).toHaveURL(link);
    await others.goto(link);
    await isOpen(others, name);
  });
  await others.context().close();
});

test("the list opens with the view one chose, until it is gone", async ({ page }) => {
  const name = newName("First");
  await signIn(page, "Data operations", "/contacts?sort=full_name");
  await saveAs(page, name);
  await act(page, name, "Open with this view");
  await page.getByTestId("nav-dashboard").click();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await isOpen(page, name);
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}$/);
  await choose(page, "All contacts");
  await isOpen(page, "All contacts");
  await page.reload();
  await isOpen(page, "All contacts");
  await choose(page, name);
  await act(page, name, "Delete view");
  await isOpen(page, "All contacts");
  await page.goto("/contacts");
  await rows(page);
  await isOpen(page, "All contacts");
  await expect(page.getByText(/was deleted|is not there/)).toHaveCount(0);
});

test("a preset of columns goes over any conditions", async ({ page }) => {
  const name = newName("Phones");
  await signIn(page, "Data operations", "/contacts?sort=full_name");
  await rows(page);
  await column(page, "Direct phone", true);
  await page.keyboard.press("v");
  await page.getByPlaceholder("Find a view").fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Columns only" }).check({ force: true });
  await page.keyboard.press("Control+Enter");
  await isOpen(page, name);
  await column(page, "Direct phone", false);
  await isChanged(page, name);
  await choose(page, "All contacts");
  await isOpen(page, "All contacts");
  await words(page).fill("Vester");
  await expect(page).toHaveURL(/q=Vester/);
  await rows(page);
  await column(page, "Direct phone", false);
  await expect(head(page, "Direct phone")).toHaveCount(0);
  await choose(page, name);
  await isOpen(page, name);
  await expect(head(page, "Direct phone")).toBeVisible();
  await expect(words(page)).toHaveValue("Vester");
  await words(page).fill("Novotn");
  await expect(page).toHaveURL(/q=Novotn/);
  await isOpen(page, name);
});

test("views are found from the palette, names are one's own, and what is no view is said", async ({ page }) => {
  const name = newName("Palette");
  await signIn(page, "Admin", "/accounts?sort=name");
  await saveAs(page, name);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search records, go to a page, run an action").fill(`go to view ${name}`);
  await expect(page.getByRole("option", { name: `Go to view ${name}` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await isOpen(page, name);
  await expect(page).toHaveURL(/\/accounts\?view=/);
  const id = new URL(page.url()).searchParams.get("view");

  await test.step("the same name again", async () => {
    await page.keyboard.press("v");
    await page.getByRole("option", { name: "Save as new view" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(`Another of your views is called "${name}"`)).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await test.step("a view of the other list", async () => {
    await page.goto(`/contacts?view=${id}`);
    await expect(page.getByText(`${name} is a view of another list`)).toBeVisible();
    await page.getByRole("link", { name: "Open it there" }).click();
    await isOpen(page, name);
  });
  await test.step("no view at all", async () => {
    await page.goto("/contacts?view=nonsense");
    await expect(page.getByText("This view is not there")).toBeVisible();
    await rows(page);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page).toHaveURL(/\/contacts$/);
  });
});

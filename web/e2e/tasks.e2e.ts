/** Tasks and notes: added, done, edited and taken back on a record and on one's own list, by mouse and by keys alone. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { makeAccount, makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

/** Once more against the same database, it is another one. */
const fresh = (what: string) => `${what} ${randomUUID().slice(0, 6)}`;

const line = (page: Page) => page.getByRole("textbox", { name: "What is to be done" });
const box = (page: Page, title: string) => page.getByRole("checkbox", { name: `Complete ${title}` });
const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });
const group = (page: Page, name: string) => page.getByRole("list", { name, exact: true });
const toast = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

test("a task on a contact's page: added, counted, done, taken back, edited, deleted", async ({ page }) => {
  const contact = await makeContact("Tasked", "Planner");
  const title = fresh("Call back");
  await signIn(page, "Campaign manager", `/contacts/${contact}`);
  await tab(page, /^Tasks/).click();
  await expect(page.getByText("Nothing to do here")).toBeVisible();
  await line(page).fill(title);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(box(page, title)).toBeVisible();
  await expect(tab(page, /^Tasks/)).toHaveText(/1$/);
  await expect(line(page)).toHaveValue("");

  await box(page, title).press("Space");
  await expect(toast(page, "done")).toBeVisible();
  await expect(tab(page, /^Tasks/)).toHaveText(/0$/);
  await page.getByRole("button", { name: "Show 1 task" }).click();
  await expect(group(page, "Done and cancelled tasks").getByText(title)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(box(page, title)).toBeVisible();

  const better = `${title}, about the offer`;
  await page.getByRole("button", { name: `Edit ${title}` }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(better);
  await page.getByLabel("Priority").selectOption("High");
  await page.keyboard.press("Control+Enter");
  await expect(box(page, better)).toBeVisible();
  await expect(page.getByText("High priority")).toBeAttached();

  await page.getByRole("button", { name: `More about ${better}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(box(page, better)).toHaveCount(0);
  await toast(page, "deleted").getByRole("button", { name: /Undo/ }).click();
  await expect(box(page, better)).toBeVisible();

  await tab(page, /^History/).click();
  await expect(page.getByText(`Task done: ${better}`)).toBeVisible();
});

test("notes on an account's page: written, pinned, edited, deleted and brought back", async ({ page }) => {
  const account = await makeAccount(fresh("Noted"), `noted-${randomUUID().slice(0, 8)}.test`);
  await signIn(page, "Data operations", `/accounts/${account}?tab=notes`);
  const notes = group(page, "Notes").getByRole("article");
  for (const text of ["First words", "Second words"]) {
    await page.getByRole("textbox", { name: "New note" }).fill(text);
    await page.keyboard.press("Control+Enter");
    await expect(notes.first()).toContainText(text);
  }
  await expect(tab(page, /^Notes/)).toHaveText(/2$/);
  const more = page.getByRole("button", { name: /^More about the note/ });
  await more.nth(1).click();
  await page.getByRole("menuitem", { name: "Pin to the top" }).click();
  await expect(notes.first()).toContainText("First words");
  await more.first().click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Edit note" }).fill("Better words");
  await page.keyboard.press("Control+Enter");
  await expect(notes.first()).toContainText("Better words");
  await expect(notes.first()).toContainText("edited");
  await more.first().click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(notes).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(notes.first()).toContainText("Better words");
});

test("my tasks by keys alone: there, a new one, walked, done, undone", async ({ page }) => {
  const [one, other] = [fresh("Write to Iris"), fresh("Read the brief")];
  await signIn(page, "QA analyst");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Freja");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { level: 1, name: "My tasks" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(line(page)).toBeFocused();
  for (const title of [one, other]) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(box(page, title)).toBeVisible();
    await expect(line(page)).toBeFocused();
  }
  await expect(group(page, "No date").getByText(one)).toBeVisible();
  await expect(page.getByTestId("nav-tasks")).toContainText(/\d/);
  // Out of the line, then from task to task.
  await page.keyboard.press("Tab");
  await box(page, one).focus();
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.press("Escape");
  await box(page, one).focus();
  await page.keyboard.press("Space");
  await expect(group(page, "Done").getByText(one)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(group(page, "No date").getByText(one)).toBeVisible();
});

test("given to somebody else, a task stands on their list and late ones stand first", async ({ page, browser }) => {
  const contact = await makeContact("Given", "Buyer");
  const title = fresh("Check the number");
  await signIn(page, "Campaign manager", `/contacts/${contact}?tab=tasks`);
  await line(page).fill(title);
  await page.getByLabel("Due").fill("2026-01-05");
  await page.getByLabel("For", { exact: true }).selectOption("Sanne Kuiper");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(box(page, title)).toBeVisible();

  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, "Agent", "/tasks");
  await expect(group(theirs, "Overdue").getByText(title)).toBeVisible();
  await expect(theirs.getByTestId("nav-tasks")).toContainText("overdue");
  await expect(theirs.getByRole("button", { name: /^Whose tasks/ }), "an agent has the own ones").toHaveCount(0);
  await expect(theirs.getByRole("button", { name: "Export my tasks" }), "nor takes any out").toHaveCount(0);
  await theirs.getByTestId("nav-dashboard").click();
  await theirs.getByRole("list", { name: "My tasks due" }).getByRole("link", { name: title }).click();
  await expect(box(theirs, title)).toBeFocused();
  await box(theirs, title).press("Space");
  await expect(group(theirs, "Done").getByText(title)).toBeVisible();

  await page.goto("/tasks");
  await page.getByRole("button", { name: /^Whose tasks/ }).click();
  await page.getByRole("menuitemcheckbox", { name: "Sanne Kuiper" }).click();
  await expect(page).toHaveURL(/of=/);
  await expect(group(page, "Done").getByText(title)).toBeVisible();
});

test("what is refused keeps what was typed and says why", async ({ page }) => {
  await signIn(page, "Admin", "/tasks?new=1");
  await expect(line(page)).toBeFocused();
  await page.keyboard.type("x".repeat(201));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("201 characters");
  await expect(line(page)).toHaveValue("x".repeat(201));
});

test("the palette makes a task and a note about the open record", async ({ page }) => {
  const contact = await makeContact("Paletted", "Buyer");
  await signIn(page, "Admin", `/contacts/${contact}`);
  await expect(tab(page, /^Tasks/)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Command palette" })).toBeFocused();
  await page.keyboard.type("New task about");
  await page.keyboard.press("Enter");
  await expect(line(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await tab(page, /^Overview/).click();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "New note" })).toBeFocused();
  await page.goto("/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys that work here" })).toContainText("My tasks");
});

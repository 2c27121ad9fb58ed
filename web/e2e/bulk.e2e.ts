/** One action on many records: all that match across pages, what it came to, and the way back with what people went on with. */
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { changeContact, contactByEmail, makePeople } from "./seed.ts";
import { counted, expect, numberIn, signIn, test } from "./test.ts";

/** Once more against the same database, they are other people. */
const run = () => Math.random().toString(36).slice(2, 8);
/** More than a page of the list. */
const PEOPLE = 120;

const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected rows" });
const listed = (page: Page) => page.locator("tbody tr[data-index='0']").waitFor();

async function person(id: string, n: number) {
  const found = await contactByEmail(`b${n}.${id}@example.com`);
  if (found === undefined) throw new Error(`there is no person ${n} of ${id}`);
  return found;
}

/** The four outcomes, after checking that they add up to what was selected. */
async function outcomes(page: Page): Promise<Record<string, number>> {
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
  const found: Record<string, number> = {};
  for (const id of ["changed", "unchanged", "refused", "not_run"]) found[id] = await numberIn(page, `outcome-${id}`);
  const sum = Object.values(found).reduce((total, value) => total + value, 0);
  expect(sum, "outcomes add up to the records selected").toBe(await numberIn(page, "outcome-selected"));
  return found;
}

test("all that match are changed across pages, and taken back but for what somebody went on with", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  await makePeople(id, PEOPLE);
  await changeContact((await person(id, 0)).id, { city: "Varde" });
  await signIn(page, "Admin", `/contacts?q=${id}`);
  await listed(page);

  await test.step("the page first, then everything that matches, counted", async () => {
    await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
    await bar(page)
      .getByRole("button", { name: `Select all ${PEOPLE} that match` })
      .click();
    await expect(bar(page)).toContainText(`All ${PEOPLE} that match`);
    await looksRight(page, "all that match", () => bar(page).waitFor());
  });

  await test.step("a field is set, and the dialog says how many that is", async () => {
    await bar(page).getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit fields of contacts" });
    await expect(dialog).toContainText(`All ${PEOPLE} contacts of the list as it stands`);
    await expect(dialog.getByTestId("bulk-worked")).toHaveText(counted(PEOPLE));
    await dialog.getByRole("button", { name: `Change ${PEOPLE} contacts` }).click();
    await expect(dialog).toContainText("Choose a field to change.");
    await dialog.getByLabel("Field").click();
    await page.getByPlaceholder("Type to find").fill("City");
    await page.getByRole("option", { name: /^City/ }).click();
    await dialog.getByRole("textbox", { name: "City" }).fill("Varde");
    await looksRight(page, "a bulk change that is filled in", () => dialog.waitFor());
    await dialog.getByRole("button", { name: `Change ${PEOPLE} contacts` }).click();
    await expect(dialog).toBeHidden();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByText(`${PEOPLE - 1} contacts changed`)).toBeVisible({ timeout: 60_000 });
  });

  await test.step("its page stays in the list of bulk changes, with every record accounted for", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("b");
    await page.getByRole("link", { name: "Set City of contacts" }).first().click();
    expect(await outcomes(page)).toEqual({ changed: PEOPLE - 1, unchanged: 1, refused: 0, not_run: 0 });
    const about = page.locator("section.card", { hasText: "What was done" });
    await expect(about).toContainText("Varde");
    await expect(about).toContainText(`Search “${id}”`);
    await expect(about.getByRole("link", { name: "Open this list as it is now" })).toHaveAttribute(
      "href",
      `/contacts?q=${id}`,
    );
    await page.getByRole("tab", { name: "Unchanged 1" }).click();
    await expect(page.getByRole("link", { name: `Bulk Person 0 ${id}` })).toBeVisible();
    await page.getByRole("tab", { name: `Changed ${PEOPLE - 1}` }).click();
    await expect(page.getByRole("table", { name: "Changed" }).locator("tbody tr")).toHaveCount(50);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(page.getByRole("table", { name: "Changed" }).locator("tbody tr")).toHaveCount(100);
  });

  await test.step("an undo is looked at, one conflict of two is chosen, and it runs", async () => {
    await changeContact((await person(id, 1)).id, { city: "Ribe" });
    await changeContact((await person(id, 2)).id, { city: "Skagen" });
    const result = page.url().split("?")[0] ?? "";
    await page.getByRole("link", { name: "Undo", exact: true }).click();
    await expect(page.getByTestId("undo-words")).toHaveText(`${PEOPLE - 3} contacts get earlier values back.`, {
      timeout: 60_000,
    });
    const conflicts = page.getByRole("table", { name: "Changed since the bulk change" }).locator("tbody tr");
    await expect(conflicts).toHaveCount(2);
    await expect(conflicts.first()).toContainText("City: changed since the bulk change");
    await page.getByRole("checkbox", { name: `Undo Bulk Person 2 ${id} too` }).check({ force: true });
    await expect(page.getByText("1 of 2 conflicts left as they are")).toBeVisible();
    await looksRight(page, "an undo with conflicts", () => conflicts.first().waitFor());
    await page.getByRole("button", { name: "Undo this bulk change" }).click();
    await expect(page).toHaveURL(result, { timeout: 60_000 });
    await expect(page.getByTestId("result-title")).toHaveText("Undone");
    await expect(page.getByTestId("undone-words")).toHaveText(`${PEOPLE - 2} contacts got earlier values back.`);
    await page.getByRole("button", { name: "Show what was left" }).click();
    await expect(page.getByRole("table", { name: "Changed since the bulk change" })).toContainText(`Person 1 ${id}`);
    await looksRight(page, "what a bulk change came to", () => page.getByTestId("result-title").waitFor());
  });

  await test.step("the records are as before, and the hand's work stays", async () => {
    const cities = await Promise.all([0, 1, 2, 3].map(async (n) => (await person(id, n)).fields.city));
    expect(cities).toEqual(["Varde", "Ribe", "Odense", "Odense"]);
  });
});

test("rows are picked, tagged, assigned and undone by keys alone", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  await makePeople(id, 6);
  await signIn(page, "Admin", `/contacts?q=${id}&sort=email`);
  await listed(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step("two rows, then a tag for both", async () => {
    await press("j", "x", "Shift+J");
    await expect(bar(page)).toContainText("2 selected");
    // It leads to the bar's first button, which is there once it is known how many match.
    const all = bar(page).getByRole("button", { name: "Select all 6 that match" });
    await expect(all).toBeVisible();
    await press("b");
    await expect(all).toBeFocused();
    await press("ArrowRight", "ArrowRight", "Enter");
    const dialog = page.getByRole("dialog", { name: "Tags of contacts" });
    await expect(dialog).toContainText("The 2 contacts you selected.");
    await expect(dialog.getByTestId("bulk-worked")).toHaveText("2");
    await page.keyboard.type(`tag-${id}`);
    await press("Enter", "Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("2 contacts tagged")).toBeVisible({ timeout: 60_000 });
    expect((await person(id, 1)).fields.tags).toEqual([`tag-${id}`]);
  });

  await test.step("it is taken back at once", async () => {
    await press("Control+z");
    await expect.poll(async () => (await person(id, 1)).fields.tags, { timeout: 60_000 }).toBeUndefined();
    await expect(page.getByText("Undone", { exact: true })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("all that match get an owner", async () => {
    await press("Shift+A");
    await expect(bar(page)).toContainText("All 6 that match");
    await press("b", "ArrowRight", "ArrowRight", "Enter");
    const dialog = page.getByRole("dialog", { name: "Assign contacts" });
    await expect(dialog.getByLabel("Owner")).toBeFocused();
    await press("Enter");
    await page.keyboard.type("Maren");
    await page.getByRole("option", { name: /Maren Lindqvist/ }).waitFor();
    await press("Enter", "Control+Enter");
    await expect(page.getByText("6 contacts assigned")).toBeVisible({ timeout: 60_000 });
    await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
  });
});

test("all that match but for one let go of are tagged, and the one keeps its tags", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  await makePeople(id, 5);
  await signIn(page, "Admin", `/contacts?q=${id}&sort=email`);
  await listed(page);
  await page.keyboard.press("Shift+A");
  await expect(bar(page)).toContainText("All 5 that match");
  await page.getByRole("checkbox", { name: `Select Bulk Person 1 ${id}` }).uncheck({ force: true });
  await expect(bar(page)).toContainText("4 of 5 selected");
  await looksRight(page, "all that match but for one", () => bar(page).waitFor());
  await bar(page).getByRole("button", { name: "Tags" }).click();
  const dialog = page.getByRole("dialog", { name: "Tags of contacts" });
  await expect(dialog).toContainText("but the 1 you left out");
  await expect(dialog.getByTestId("bulk-worked")).toHaveText("4");
  await page.keyboard.type(`most-${id};`);
  await dialog.getByRole("button", { name: "Tag 4 contacts" }).click();
  await expect(page.getByText("4 contacts tagged")).toBeVisible({ timeout: 60_000 });
  expect((await person(id, 1)).fields.tags).toBeUndefined();
  expect((await person(id, 2)).fields.tags).toEqual([`most-${id}`]);
});

test("archived rows are left, said beforehand and counted after", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  await makePeople(id, 4);
  await signIn(page, "Admin", `/contacts?q=${id}&sort=email`);
  await listed(page);
  const act = async (name: string, button: string) => {
    await page.keyboard.press("Shift+A");
    await bar(page).getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByTestId("bulk-worked")).not.toHaveText("…");
    return { dialog, go: () => dialog.getByRole("button", { name: button }).click() };
  };
  await page.locator("tbody input[type='checkbox']").first().check({ force: true });
  await bar(page).getByRole("button", { name: "Archive" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Left the company");
  await page.getByRole("button", { name: "Archive 1 contact" }).click();
  await expect(page.getByText("1 contact archived")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("page-count")).toHaveText("3");

  await page.goto(`/contacts?q=${id}&sort=email&archived=both`);
  await listed(page);
  const edit = await act("Tags", "Tag 3 contacts");
  await expect(edit.dialog).toContainText("1 contact is archived and would be refused. Restore it first.");
  await page.keyboard.type("moved;");
  await edit.go();
  await page.getByRole("button", { name: "View result" }).click();
  expect(await outcomes(page)).toEqual({ changed: 3, unchanged: 0, refused: 1, not_run: 0 });
  await page.getByRole("button", { name: "See why" }).or(page.getByText("See why")).first().click();
  await expect(page.getByRole("table", { name: "Refused" })).toContainText(
    "It is archived. Restore it first, then change it.",
  );

  await page.goto(`/contacts?q=${id}&archived=only`);
  await listed(page);
  const restore = await act("Restore", "Restore 1 contact");
  await restore.go();
  await expect(page.getByText("1 contact restored")).toBeVisible({ timeout: 60_000 });
  expect((await person(id, 0)).archived).toBe(false);
});

test("who may change only their own is told how many that is, and who may change none is not asked", async ({
  page,
}) => {
  const id = run();
  await makePeople(id, 3);
  await signIn(page, "Campaign manager", `/contacts?q=${id}`);
  await listed(page);
  await page.keyboard.press("Shift+A");
  await bar(page).getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Assign contacts" });
  await expect(dialog).toContainText("3 contacts are not yours or your team's and would be refused.");
  await expect(dialog.getByRole("button", { name: "Assign 0 contacts" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await page.goto("/bulk");
  await expect(page.getByRole("heading", { name: "Bulk changes", level: 1 })).toBeVisible();
  await looksRight(page, "bulk changes", () => page.getByRole("heading", { level: 1 }).waitFor());
});

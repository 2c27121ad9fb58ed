/** Taking a whole import back: what people went on with is left unless it is chosen, and the rest can follow later. */
import { type Page } from "@playwright/test";
import { changeContact, contactByEmail } from "./seed.ts";
import { expect, importFile, outcomes, signIn, test } from "./test.ts";

/** Once more against the same database, they are other people. */
const run = () => Math.random().toString(36).slice(2, 8);
const HEAD = "Email,First name,Last name,Job title,Country";
const person = (id: string, n: number, title: string) =>
  `u${n}.${id}@example.com,Undo,Person ${n} ${id},${title},Denmark`;
const file = (...rows: string[]) => `${[HEAD, ...rows].join("\n")}\n`;

async function contact(id: string, n: number) {
  const found = await contactByEmail(`u${n}.${id}@example.com`);
  if (found === undefined) throw new Error(`there is no person ${n} of ${id}`);
  return found;
}

/** Two were known and are changed, three are new; then somebody goes on with one of each. Ends on the result page. */
async function importAndGoOn(page: Page, id: string): Promise<void> {
  await importFile(page, `known-${id}.csv`, file(person(id, 1, "Planner"), person(id, 2, "Buyer")));
  await importFile(
    page,
    `undo-${id}.csv`,
    file(
      person(id, 1, "Chief Planner"),
      person(id, 2, "Chief Buyer"),
      ...[3, 4, 5].map((n) => person(id, n, "Manager")),
    ),
  );
  expect(await outcomes(page)).toMatchObject({ created: 3, updated: 2 });
  await changeContact((await contact(id, 1)).id, { job_title: "Head of Planning" });
  await changeContact((await contact(id, 3)).id, { city: "Aarhus" });
}

const words = (page: Page) => page.getByTestId("undo-words");
const conflicts = (page: Page) => page.getByRole("table", { name: "Changed since the import" }).locator("tbody tr");

test("what somebody went on with is left, until it is chosen", async ({ page }) => {
  const id = run();
  await signIn(page, "Admin");
  await importAndGoOn(page, id);
  const result = page.url().split("?")[0] ?? "";

  await test.step("a look says what would be taken back, and what not and why", async () => {
    await page.getByRole("link", { name: "Undo import" }).click();
    await expect(words(page)).toHaveText("2 contacts are archived, 1 contact gets earlier values back.");
    await expect(conflicts(page)).toHaveCount(2);
    const changed = conflicts(page).filter({ hasText: `Person 1 ${id}` });
    await expect(changed).toContainText(/Job title.*: changed since the import/);
    await expect(changed).toContainText("back to before the import");
    await page.getByRole("tab", { name: "Get earlier values back 1" }).click();
    const reverted = page.getByRole("table", { name: "Get earlier values back" }).locator("tbody tr");
    await expect(reverted.locator("del", { hasText: "Chief Buyer" })).toBeVisible();
    await expect(reverted.locator("ins", { hasText: "Buyer" }).first()).toBeVisible();
    await page.getByRole("tab", { name: "Archived 2" }).click();
    await expect(page.getByRole("table", { name: "Archived" }).locator("tbody tr")).toHaveCount(2);
    await page.getByRole("tab", { name: "Left unless chosen 2" }).click();
    await expect(page.getByText("2 of 2 conflicts left as they are")).toBeVisible();
  });

  await test.step("nothing was written by the look", async () => {
    expect((await contact(id, 4)).archived).toBe(false);
  });

  await test.step("it is undone with the keyboard, and the result page says so", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(result, { timeout: 30_000 });
    await expect(page.getByTestId("result-title")).toHaveText("Undone");
    await expect(page.getByTestId("undone-words")).toHaveText(
      "2 contacts were archived, 1 contact got earlier values back.",
    );
    await page.getByRole("button", { name: "Show what was left" }).click();
    const left = page.getByRole("table", { name: "Changed since the import" }).locator("tbody tr");
    await expect(left).toHaveCount(2);
    await expect(left.filter({ hasText: `Person 1 ${id}` })).toContainText("changed since the import");
  });

  await test.step("the records are as they were before, and the hand's work stays", async () => {
    expect((await contact(id, 1)).fields.job_title).toBe("Head of Planning");
    expect((await contact(id, 2)).fields.job_title).toBe("Buyer");
    expect((await contact(id, 3)).archived).toBe(false);
    expect((await contact(id, 4)).archived).toBe(true);
    await page.goto(`/contacts?q=${id}`);
    await expect(page.getByTestId("page-count")).toHaveText("3");
  });

  await test.step("the list of imports has it as undone", async () => {
    await page.goto("/contacts/imports");
    await expect(page.locator("tbody tr").filter({ hasText: `undo-${id}` })).toContainText("Undone");
  });

  await test.step("what was left is chosen and taken back too", async () => {
    await page.goto(result);
    await page.getByRole("link", { name: "Undo the rest" }).click();
    await expect(words(page)).toHaveText("There is nothing to take back.");
    await expect(page.getByRole("button", { name: /^Undo/ })).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("checkbox", { name: `Undo Undo Person 3 ${id} too` }).check({ force: true });
    await expect(page.getByText("1 of 2 conflicts left as they are")).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(result, { timeout: 30_000 });
    await expect(page.getByTestId("undone-words")).toHaveText("1 contact was archived.");
    expect((await contact(id, 3)).archived).toBe(true);
    expect((await contact(id, 1)).fields.job_title).toBe("Head of Planning");
  });
});

test("all conflicts are chosen at once", async ({ page }) => {
  const id = run();
  await signIn(page, "Admin");
  await importAndGoOn(page, id);
  await page.getByRole("link", { name: "Undo import" }).click();
  await page.getByRole("checkbox", { name: "Undo all 2 too" }).check({ force: true });
  await expect(page.getByText("0 of 2 conflicts left as they are")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("undone-words")).toContainText("3 contacts were archived", { timeout: 30_000 });
  await expect(page.getByText("Nothing was left.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Undo the rest" })).toBeHidden();
  expect((await contact(id, 1)).fields.job_title).toBe("Planner");
});

test("an undo is stopped, and gone on with", async ({ page }) => {
  test.setTimeout(180_000);
  const id = run();
  // Enough that the build at hand cannot be done before somebody presses Stop: the story's size says which build it is.
  const many = Number(process.env.STORY_ROWS ?? 0) > 20_000 ? 40_000 : 8000;
  const rows = Array.from({ length: many }, (_, n) => `s${n}.${id}@example.com,Stop,${n},,`);
  await signIn(page, "Admin");
  await importFile(page, `stop-${id}.csv`, `${[HEAD, ...rows].join("\n")}\n`);
  const result = page.url().split("?")[0] ?? "";
  await page.getByRole("link", { name: "Undo import" }).click();

  await test.step("the look is stopped, and made anew", async () => {
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("The look was stopped")).toBeVisible();
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(words(page)).toHaveText(`${many.toLocaleString("en-US")} contacts are archived.`, { timeout: 60_000 });
  });

  await test.step("the undo is stopped: what was taken back stays so", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: "Taking the import back" })).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page).toHaveURL(result, { timeout: 30_000 });
    await expect(page.getByRole("heading", { name: "Undone in part" })).toBeVisible();
  });

  await test.step("the rest follows", async () => {
    await page.getByRole("link", { name: "Undo the rest" }).click();
    await expect(words(page)).toContainText("are archived", { timeout: 60_000 });
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("result-title")).toHaveText("Undone", { timeout: 90_000 });
    await page.goto(`/contacts?q=${id}`);
    await expect(page.getByTestId("page-count")).toHaveText("0");
  });
});

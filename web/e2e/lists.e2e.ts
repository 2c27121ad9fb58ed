/** Lists of records: made by pasting, filled from a selection, looked at as of a day, combined, and changes taken back. */
import { expect, importFile, signIn, test } from "./test.ts";

/** Once more against the same database, they are other people. */
const run = Math.random().toString(36).slice(2, 8);
const email = (name: string) => `${name}.${run}@lists-${run}.example`;
const NAMES = ["ada", "grace", "edsger"];

test("a list is made by pasting, and says what it could not take", async ({ page }) => {
  await signIn(page, "Data operations");
  const rows = NAMES.map((name) => `${name},${run},${email(name)}`);
  await importFile(page, `lists-${run}.csv`, ["First name,Last name,Email", ...rows].join("\n"));

  await page.goto("/contacts/lists");
  await page
    .getByRole("button", { name: /^New list/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "New list of contacts" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(`Guests ${run}`);
  await dialog
    .getByRole("textbox", { name: "Ids or emails of contacts" })
    .fill(`${email("ada")}\n${email("nobody")}\n??`);
  await dialog.getByRole("button", { name: /Make list/ }).click();

  await expect(page.getByRole("heading", { name: `Guests ${run}`, level: 1 })).toBeVisible();
  const answer = page.getByTestId("list-answer");
  await expect(answer).toContainText("1 contact added");
  await expect(answer.getByRole("list", { name: "Refused" })).toContainText("There is no such record.");
  await expect(answer.getByRole("list", { name: "Refused" })).toContainText("??");
  await answer.getByRole("button", { name: "Close this answer" }).click();

  // From the list of contacts, two at once; one of them is in it already.
  await page.goto(`/contacts?q=${run}`);
  await page.locator("tbody tr[data-index='2']").waitFor();
  await page.getByRole("checkbox", { name: "Select all rows loaded" }).check({ force: true });
  await page.getByRole("toolbar", { name: "Selected rows" }).getByRole("button", { name: "Add to list" }).click();
  const add = page.getByRole("dialog", { name: "Add to a list" });
  await add.getByRole("button", { name: /^List/ }).click();
  await page.getByPlaceholder("Type to find").fill(run);
  await page.getByRole("option", { name: new RegExp(`Guests ${run}`) }).click();
  await add.getByRole("button", { name: /Add 3 contacts/ }).click();
  await expect(page.getByTestId("list-answer")).toContainText("2 contacts added");
  await expect(page.getByTestId("list-answer")).toContainText("1 contact was in it already");
  await page.getByRole("link", { name: "Open list" }).click();
  await expect(page.getByTestId("list-members")).toContainText("3 contacts");

  // One leaves, and comes back.
  await page.getByRole("checkbox", { name: `Select Edsger ${run}` }).check({ force: true });
  await page.getByRole("button", { name: "Remove from list" }).click();
  await expect(page.getByTestId("list-answer")).toContainText("1 contact removed");
  await expect(page.getByTestId("list-members")).toContainText("2 contacts");
  await page.getByTestId("list-answer").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByTestId("list-members")).toContainText("3 contacts");
});

test("lists are combined, and one that is relied on says so before it is archived", async ({ page }) => {
  await signIn(page, "Data operations", "/accounts/lists?new=1");
  for (const name of [`East ${run}`, `West ${run}`]) {
    await page.goto("/accounts/lists?new=1");
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Make list/ })
      .click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }
  await page.getByRole("button", { name: "More with this list" }).click();
  await page.getByRole("menuitem", { name: "Combine with other lists" }).click();
  const dialog = page.getByRole("dialog", { name: "Combine with other lists" });
  await dialog.getByRole("button", { name: /^Other lists/ }).click();
  await page.getByPlaceholder("Type to find").fill(run);
  await page.getByRole("option", { name: new RegExp(`East ${run}`) }).click();
  await page.getByPlaceholder("Type to find").press("Escape");
  await dialog.getByRole("textbox", { name: "Name" }).fill(`Both ${run}`);
  await dialog.getByRole("button", { name: /Make combined list/ }).click();
  await expect(page.getByRole("heading", { name: `Both ${run}`, level: 1 })).toBeVisible();
  const about = page.getByRole("group", { name: "About this list" });
  await about.getByRole("link", { name: `West ${run}` }).click();

  await expect(page.getByRole("heading", { name: `West ${run}`, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "More with this list" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  const asked = page.getByRole("dialog", { name: "Archive a list that is in use" });
  await expect(asked.getByRole("link", { name: `Both ${run}` })).toBeVisible();
  await asked.getByRole("button", { name: "Archive all the same" }).click();
  await expect(page.getByText("It stands in no choice of lists")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("It stands in no choice of lists")).toBeHidden();
});

/** Teams: made, renamed, joined and left. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { choose, makePerson, type Person, rowOf } from "./people.ts";
import { expect, signIn, test } from "./test.ts";

const rowNamed = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** In or out of a team, whichever they are not. */
async function toggle(page: Page, person: Person, team: string): Promise<void> {
  await choose(page, person, "Edit");
  const dialog = page.getByRole("dialog", { name: `Edit ${person.name}` });
  await dialog.getByLabel("Teams").click();
  const find = page.getByPlaceholder("Type to find");
  await find.fill(team);
  await page.getByRole("option", { name: team }).click();
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

test("a team is made and renamed, and somebody joins and leaves it", async ({ page }) => {
  test.setTimeout(240_000);
  const id = randomUUID().slice(0, 6);
  const [first, later] = [`Nordics ${id}`, `Baltics ${id}`];
  const person = await makePerson("member");

  await test.step("made by keys alone", async () => {
    await signIn(page, "Admin", "/users");
    await page.getByRole("link", { name: "Teams" }).click();
    await page.getByRole("button", { name: "New team" }).first().waitFor();
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "New team" });
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.type(first);
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await looksRight(page, "teams with one more", () => rowNamed(page, first).waitFor());
  });

  await test.step("a second one of its name is refused, and what was typed is kept", async () => {
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "New team" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(first);
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByText(`Another team is called "${first}".`, { exact: false })).toBeVisible();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue(first);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("renamed", async () => {
    await page.getByRole("button", { name: `Rename ${first}` }).click();
    const dialog = page.getByRole("dialog", { name: `Rename ${first}` });
    await dialog.getByRole("textbox", { name: "Name" }).fill(later);
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(rowNamed(page, later)).toBeVisible();
    await expect(rowNamed(page, first)).toHaveCount(0);
  });

  await test.step("its page shows who is in it, and is archived and restored", async () => {
    await page.getByRole("link", { name: later }).click();
    await expect(page.getByRole("heading", { level: 1, name: later })).toBeVisible();
    const adding = page.getByRole("form", { name: "Add somebody" });
    await adding.getByLabel("Person").click();
    await page.getByPlaceholder("Type to find").fill(person.name);
    await page.getByRole("option", { name: person.name }).click();
    await adding.getByRole("button", { name: "Add to the team" }).click();
    const members = page.getByRole("list", { name: "Members" });
    await expect(members.getByRole("link", { name: person.name })).toBeVisible();
    await looksRight(page, "one team", () => members.waitFor());
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
    await expect(adding).toHaveCount(0);
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(adding).toBeVisible();
    await page.getByRole("button", { name: `Remove ${person.name} from ${later}` }).click();
    await expect(page.getByText("Nobody is in this team yet")).toBeVisible();
    await page.keyboard.press("Control+z");
    await members.getByRole("link", { name: person.name }).click();
    await expect(page.getByRole("dialog", { name: `Edit ${person.name}` })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.goto("/users/teams");
    await page.getByRole("link", { name: later }).click();
    await page.getByRole("button", { name: `Remove ${person.name} from ${later}` }).click();
    await expect(page.getByText("Nobody is in this team yet")).toBeVisible();
  });

  await test.step("joined and left", async () => {
    await page.goto("/users");
    await toggle(page, person, later);
    await expect(rowOf(page, person)).toContainText(later);
    await toggle(page, person, later);
    await expect(rowOf(page, person)).not.toContainText(later);
  });
});

/** An audience is built, kept as a segment, explained for one of its members, changed, and archived. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const newName = (what: string) => `${what} ${randomUUID().slice(0, 6)}`;

/** The builder with a condition on the job title. */
function audienceOf(title: string): string {
  const filter = { v: 1, all: [{ field: "job_title", op: "equals", value: title }] };
  return `/contacts/audience?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Save segment" }).click();
  const dialog = page.getByRole("dialog", { name: "Save segment" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Tags").fill("stories, audiences");
  await dialog.getByRole("button", { name: "Save segment" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("an audience becomes a segment, whose members are counted, explained and found again", async ({ page }) => {
  const title = newName("Keeper of segments");
  const name = newName("Keepers");
  await makeContact("Segmentia", title);
  await signIn(page, "Campaign manager", audienceOf(title));
  await expect(page.getByTestId("audience-count")).toHaveText("1");
  await expect(page.getByTestId("filter-sentence")).toContainText(title);
  await expect(
    page.getByRole("region", { name: "Sample" }).getByRole("link", { name: "Spec Segmentia" }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByTestId("audience-count")).toHaveText("1");

  await saveAs(page, name);
  await expect(page.getByTestId("segment-sentence")).toContainText(title);
  await expect(page.getByTestId("segment-members")).toHaveText("1");

  await page.getByRole("tab", { name: /^Members/ }).click();
  await page.getByRole("button", { name: "Why Spec Segmentia" }).click();
  await expect(page.getByTestId("why-answer")).toContainText("is in the segment and fulfils the definition");
  await page.keyboard.press("Escape");

  await makeContact("Segmentine", title);
  await page.getByRole("tab", { name: "Entered and left" }).click();
  await expect(page.getByRole("link", { name: "Spec Segmentine" })).toBeVisible({ timeout: 30_000 });

  await page.goto("/contacts/segments?tag=stories");
  await page.getByRole("textbox", { name: "Find by name" }).fill(name);
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("audiences");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search records, go to a page, run an action").fill(name);
  await page.getByRole("option", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a definition is changed and taken back, and a segment in use is not archived", async ({ page }) => {
  const title = newName("Warden of segments");
  const name = newName("Wardens");
  await signIn(page, "Campaign manager", audienceOf(title));
  await saveAs(page, name);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await page.getByRole("link", { name: "Edit definition" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Definition of ${name}` })).toBeVisible();
  await page.getByRole("button", { name: "None", exact: true }).click();
  await page.getByRole("button", { name: "Save definition" }).click();
  await expect(page.getByTestId("segment-sentence")).toContainText("Not (");
  const told = page.getByRole("status").filter({ hasText: "has a new definition" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone")).toBeVisible();

  const within = { v: 1, all: [{ field: "segments", op: "any_of", value: [id] }] };
  await page.goto(`/contacts/audience?${new URLSearchParams({ filter: JSON.stringify(within) })}`);
  const other = newName("Those of the wardens");
  await saveAs(page, other);

  await page.goto(`/contacts/segments/${id}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  const dialog = page.getByRole("dialog", { name: `${name} is in use` });
  await dialog.getByRole("link", { name: other }).click();
  await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
});

test("an audience says how it divides and whom nobody can call, is narrowed by a bar, and becomes a list", async ({
  page,
}) => {
  const title = newName("Warden of lists");
  const name = newName("Listed");
  await makeContact("Divida", `VP ${title}`);
  await makeContact("Dividine", `Director ${title}`);
  const filter = { v: 1, all: [{ field: "job_title", op: "contains", value: title }] };
  await signIn(
    page,
    "Campaign manager",
    `/contacts/audience?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
  );
  await expect(page.getByTestId("audience-count")).toHaveText("2");
  const calls = page.getByRole("region", { name: "Excluded from calls because" });
  await expect(calls.getByRole("link", { name: /No phone number/ })).toContainText("2");

  await page.getByRole("button", { name: "VP: 1 of 2. Narrow to these" }).press("Enter");
  await expect(page.getByTestId("audience-count")).toHaveText("1");
  await expect(page.getByTestId("filter-sentence")).toContainText("VP");
  await expect(page.getByRole("button", { name: "VP: 1 of 1. All of them" })).toBeFocused();
  await calls.getByRole("link", { name: /No phone number/ }).click();
  await expect(page.getByRole("row", { name: /Spec Divida/ })).toBeVisible();
  await page.goBack();

  await page.getByRole("button", { name: "Make list" }).click();
  const dialog = page.getByRole("dialog", { name: "Make list" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Make list" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByTestId("list-members")).toContainText("1 contact", { timeout: 30_000 });
});

/** A client from its making to being looked at as its own people do, and out again. */
import { randomUUID } from "node:crypto";
import { expect, signIn, test } from "./test.ts";

test("a client is made, described, given terms and a brand, and viewed as its people would", async ({ page }) => {
  const name = `Norhavn ${randomUUID().slice(0, 8)}`;
  await signIn(page, "Admin", "/clients?new=1");
  const making = page.getByRole("dialog", { name: "New client" });
  await making.getByRole("textbox", { name: "Name" }).fill(name);
  await making.getByRole("button", { name: "Create client" }).click();
  await expect(making).toHaveCount(0);
  await page.goto(`/clients?q=${encodeURIComponent(name)}`);
  await page.getByText(name, { exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("tab", { name: /^Terms/ }).click();
  await page.getByRole("button", { name: "Set the terms" }).click();
  const terms = page.getByRole("dialog", { name: "Default terms" });
  await terms.getByRole("textbox", { name: "Price per lead" }).fill("cheap");
  await terms.getByRole("button", { name: "Save as a new version" }).click();
  await expect(terms.getByText("Write a price like 45 or 37.50.")).toBeVisible();
  await terms.getByRole("textbox", { name: "Price per lead" }).fill("37.50");
  await terms.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByText("Version 1", { exact: true })).toBeVisible();

  await page.getByRole("tab", { name: /^Brands/ }).click();
  await page.getByRole("button", { name: "Add a brand" }).click();
  const brand = page.getByRole("dialog", { name: "Add a brand" });
  await brand.getByRole("textbox", { name: "Name" }).fill("Fjord");
  await brand.getByRole("button", { name: "Add brand" }).click();
  await expect(page.getByRole("list", { name: "Brands" }).getByText("Fjord")).toBeVisible();

  await page.getByRole("button", { name: "View as client" }).click();
  const viewing = page.getByRole("dialog", { name: `View as ${name}` });
  await viewing.getByRole("textbox", { name: "Why" }).fill("They cannot find their team");
  await viewing.getByRole("button", { name: "View as client" }).click();
  const banner = page.getByRole("status", { name: "Viewing as a client" });
  await expect(banner).toContainText(`You see what ${name} sees.`);
  await expect(page.getByTestId("nav-team")).toBeVisible();
  await expect(page.getByTestId("nav-contacts")).toHaveCount(0);
  await banner.getByRole("button", { name: "Leave the view" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByText("They cannot find their team")).toBeVisible();
});

test("the first terms and the removal of a list are taken back", async ({ page }) => {
  test.setTimeout(180_000);
  const name = `Norhavn ${randomUUID().slice(0, 8)}`;
  await signIn(page, "Admin", "/clients?new=1");
  const making = page.getByRole("dialog", { name: "New client" });
  await making.getByRole("textbox", { name: "Name" }).fill(name);
  await making.getByRole("button", { name: "Create client" }).click();
  await expect(making).toHaveCount(0);
  await page.goto(`/clients?q=${encodeURIComponent(name)}`);
  await page.getByText(name, { exact: true }).first().click();
  const done = (words: string) => page.getByRole("status").filter({ hasText: words });

  await page.getByRole("tab", { name: /^Terms/ }).click();
  await page.getByRole("button", { name: "Set the terms" }).click();
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
  await done("Terms saved").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No terms yet")).toBeVisible();

  await page.getByRole("tab", { name: /^Lists/ }).click();
  await page.getByRole("button", { name: "Add a target list" }).click();
  const adding = page.getByRole("dialog", { name: "Add a target list" });
  await adding.getByRole("textbox", { name: "Name" }).fill("Targets");
  await adding.getByRole("button", { name: "Add list" }).click();
  const lists = page.getByRole("list", { name: "Target lists" });
  await lists.getByRole("button", { name: "Actions for Targets" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove the list" }).click();
  await expect(page.getByText("No target lists yet")).toBeVisible();
  await done("Targets removed").getByRole("button", { name: "Undo" }).click();
  await expect(lists.getByText("Targets")).toBeVisible();
});

test("a client is found by its name among the results of the search", async ({ page }) => {
  const name = `Norhavn ${randomUUID().slice(0, 8)}`;
  await signIn(page, "Admin", "/clients?new=1");
  const making = page.getByRole("dialog", { name: "New client" });
  await making.getByRole("textbox", { name: "Name" }).fill(name);
  await making.getByRole("button", { name: "Create client" }).click();
  await expect(making).toHaveCount(0);
  await page.goto(`/search?q=${encodeURIComponent(name)}`);
  await page.getByRole("region", { name: "Clients" }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("what a client supplied says so, stays out of exports unless asked for, and is lifted and taken back", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const id = randomUUID().slice(0, 8);
  const client = `Norhavn ${id}`;
  await signIn(page, "Admin", "/clients?new=1");
  const making = page.getByRole("dialog", { name: "New client" });
  await making.getByRole("textbox", { name: "Name" }).fill(client);
  await making.getByRole("button", { name: "Create client" }).click();
  await expect(making).toHaveCount(0);

  await test.step("a file is marked as the client's", async () => {
    await page.goto("/contacts/imports/new");
    const rows = ["Email,First name,Last name", `ada.${id}@example.com,Ada,Supplied ${id}`];
    await page
      .getByLabel("File to import")
      .setInputFiles({ name: `supplied-${id}.csv`, mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\n")}\n`) });
    await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
    await page.getByLabel("Supplied by").click();
    await page.getByPlaceholder("Type to find").fill(client);
    await page.getByRole("option", { name: client }).click();
    await expect(page.getByText(`may be used for ${client} only`)).toBeVisible();
    await page.getByRole("button", { name: "Preview all rows" }).click();
    await page.getByRole("button", { name: /^Import (\d|anyway)/ }).click();
    await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("an export of the list says how many it leaves out", async () => {
    await page.goto(`/contacts?q=${encodeURIComponent(id)}`);
    await expect(page.locator("tbody tr").filter({ hasText: `Supplied ${id}` })).toBeVisible();
    await page.getByRole("button", { name: "Export contacts" }).click();
    const exporting = page.getByRole("dialog", { name: "Export contacts" });
    await expect(exporting.getByText("1 contact of this list was supplied by a client")).toBeVisible();
    await expect(exporting.getByRole("radio", { name: /^Leave out/ })).toBeChecked();
    await exporting.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("the record says whom it is for, and that can be lifted and taken back", async () => {
    await page
      .locator("tbody tr")
      .filter({ hasText: `Supplied ${id}` })
      .click();
    const notice = page.getByTestId("client-restriction");
    await expect(notice).toContainText(`Supplied by ${client}, for their use only`);
    await notice.getByRole("button", { name: "Lift" }).click();
    await expect(notice).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(notice).toContainText(client);
  });
});

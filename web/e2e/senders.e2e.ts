/** Senders: a brand, a sender that is checked, changed, made the default, archived and brought back. */
import { randomUUID } from "node:crypto";
import { looksRight } from "./looks.ts";
import { expect, signIn, test } from "./test.ts";

test("a brand gets a sender, whose domains are checked", async ({ page }) => {
  test.setTimeout(240_000);
  const id = randomUUID().slice(0, 6);
  const [brand, sender] = [`Norhavn ${id}`, `News of Norhavn ${id}`];

  await test.step("a brand is made", async () => {
    await signIn(page, "Admin", "/campaigns/senders");
    await page.getByRole("button", { name: "New brand" }).click();
    const dialog = page.getByRole("dialog", { name: "New brand" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(brand);
    await dialog.getByRole("textbox", { name: "Colour" }).fill("0b5cad");
    await dialog.getByRole("button", { name: "Create brand" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("list", { name: "Brands" })).toContainText(brand);
  });

  await test.step("a sender is made by its key; without a physical address it is not", async () => {
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "New sender" });
    await dialog.getByRole("textbox", { name: "From name" }).fill(sender);
    await dialog.getByRole("textbox", { name: "From address" }).fill(`news-${id}@norhavn.example`);
    await dialog.getByRole("combobox", { name: "Brand" }).selectOption(brand);
    const create = dialog.getByRole("button", { name: "Create sender" });
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("textbox", { name: "Physical address" }).fill("Norhavn AS, 0150 Oslo");
    await create.click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: sender }).click();
    // The list says of others that they are all right.
    await page.getByRole("heading", { level: 1, name: sender }).waitFor();
  });

  await test.step("it is checked by itself, and again when asked", async () => {
    await expect(page.getByText("All right")).toBeVisible({ timeout: 45_000 });
    await looksRight(page, "a sender", () => page.getByRole("heading", { name: "DMARC" }).waitFor());
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByRole("list", { name: "What happened" })).toContainText("Checked: all is right");
  });

  await test.step("as the default it is not archived; otherwise it is, and comes back", async () => {
    await page.getByRole("button", { name: "Make the default" }).click();
    await page.getByRole("button", { name: "No longer the default" }).waitFor();
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(page.getByText("This sender is the default of its brand.", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "No longer the default" }).click();
    await page.getByRole("button", { name: "Make the default" }).waitFor();
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
  });
});

test("who may not change settings sees senders and no way to change them", async ({ page }) => {
  await signIn(page, "Campaign manager", "/campaigns/senders");
  await page.getByRole("heading", { level: 1, name: "Senders" }).waitFor();
  await expect(page.getByRole("button", { name: "New brand" })).toBeHidden();
  await expect(page.getByRole("button", { name: "New sender" })).toBeHidden();
});

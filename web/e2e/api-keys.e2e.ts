/** An API key from its making to its end, as who makes it and as the program that comes in with it. */
import { randomUUID } from "node:crypto";
import { expect, signIn, test } from "./test.ts";

test("a key is made by keys, lets a program in as far as it goes, and is revoked", async ({ page, request }) => {
  const name = `Sync ${randomUUID().slice(0, 6)}`;
  await signIn(page, "Admin", "/integrations");
  await expect(page.getByRole("heading", { level: 1, name: "Integrations & APIs" })).toBeVisible();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "New API key" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByText("Choose at least one thing the key may do.")).toBeVisible();
  const box = dialog.getByRole("checkbox", { name: "See contacts" });
  await box.press("Space");
  await expect(box).toBeChecked();
  await page.keyboard.press("Control+Enter");
  const shown = page.getByRole("dialog", { name: "Your new API key" });
  const secret = await shown.getByRole("textbox", { name: "API key" }).inputValue();
  expect(secret).toMatch(/^pvk_[0-9a-f]{8}_/);
  await shown.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const headers = { authorization: `Bearer ${secret}` };
  expect((await request.get("/api/v1/contacts?first=1", { headers })).status()).toBe(200);
  const refused = await request.get("/api/v1/accounts?first=1", { headers });
  expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([403, "API_KEY_SCOPE"]);

  await page.reload();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Active");
  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page
    .getByRole("dialog", { name: `Revoke ${name}?` })
    .getByRole("button", { name: "Revoke key" })
    .click();
  await expect(row).toContainText("Revoked");
  expect((await request.get("/api/v1/contacts?first=1", { headers })).status()).toBe(401);
});

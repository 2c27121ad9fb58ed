/** A request for erasure: taken down, its person found, given to somebody, erased with a proof that says who did it and not who it was. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { looksRight } from "./looks.ts";
import { makeContactAt } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test("a person is taken down, found, and erased with a proof", async ({ page }) => {
  test.setTimeout(180_000);
  // Once more against the same database, it is somebody else.
  const name = `Forgotten${randomUUID().slice(0, 6)}`;
  const email = `${name.toLowerCase()}@example.com`;
  const contact = await makeContactAt(name, email);
  await signIn(page, "Data operations", "/compliance");
  await page.getByRole("tab", { name: "Requests" }).click();
  await expect(page).toHaveURL(/\/compliance\/requests$/);
  await page.goto("/compliance/requests?new=1");

  await test.step("taken down: nobody is not somebody", async () => {
    const dialog = page.getByRole("dialog", { name: "New request" });
    await expect(dialog.getByRole("button", { name: /^Take down/ })).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("radio", { name: /^Erasure/ }).check({ force: true });
    await dialog.getByRole("textbox", { name: /^Email/ }).fill(email);
    await dialog.getByRole("textbox", { name: /^Name/ }).fill(name);
    await looksRight(page, "new request", () => dialog.waitFor());
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: `Erasure: ${name}` })).toBeVisible();
  });

  await test.step("found before anything is done", async () => {
    await expect(page.getByTestId("found")).toContainText("1 contact");
    await looksRight(page, "request for erasure", () => page.getByTestId("found").waitFor());
  });

  await test.step("seen where people work: on the contact and its timeline", async () => {
    const request = page.url();
    await page.goto(`/contacts/${contact}`);
    await expect(page.getByTestId("open-request")).toContainText("Request for erasure, due in");
    await page.getByRole("tab", { name: "History" }).click();
    await expect(page.getByText(/^Request for erasure received/).first()).toBeVisible();
    await page.getByTestId("open-request").getByRole("link", { name: "Open the request" }).click();
    await expect(page).toHaveURL(request);
  });

  await test.step("erased, for good, once it was said twice", async () => {
    await page.getByRole("button", { name: "Erase", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: `Erase ${name}` });
    await dialog.getByRole("textbox").fill("erase");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Erasure: An erased person" })).toBeVisible({
      timeout: 60_000,
    });
    const [proof] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Proof as JSON" }).click(),
    ]);
    const text = await readFile(await proof.path(), "utf8");
    expect(text).toContain("erased_at");
    expect(text.toLowerCase()).not.toContain(name.toLowerCase());
  });

  await page.goto("/compliance/requests?state=ANSWERED");
  await expect(page.getByRole("row").filter({ hasText: "An erased person" }).first()).toBeVisible();
  await looksRight(page, "requests of people", () =>
    page.getByText("An erased person").locator("visible=true").first().waitFor(),
  );
});

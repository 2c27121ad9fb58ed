/** Domain sets: pasted or sent as a file, matched, looked at by keys, expanded to people; for whom the page is. */
import { randomUUID } from "node:crypto";
import { looksRight } from "./looks.ts";
import { makeAccount, makeContactAt } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test("domains are pasted, matched, reviewed by keys, and lead to their people", async ({ page }) => {
  test.setTimeout(180_000);
  // Once more against the same database, they are others.
  const word = `nordlicht${randomUUID().replaceAll(/\D/g, "").slice(0, 6)}`;
  await makeAccount(`Exact ${word}`, `${word}.com`);
  await makeAccount(`Slip ${word}`, `${word}werke.com`);
  await makeContactAt(`Ada ${word}`, `ada@${word}.com`);
  await signIn(page, "Data operations", "/domain-sets");
  await expect(page.getByTestId("nav-sub-domain-sets")).toHaveAttribute("aria-current", "page");

  await test.step("pasted: one is known, one is a slip apart, one is mended, one is unknown, one is no domain", async () => {
    await page.keyboard.press("c");
    await expect(page.getByRole("heading", { level: 1, name: "New domain set" })).toBeVisible();
    await page.getByRole("button", { name: "Paste domains" }).click();
    const box = page.getByRole("textbox", { name: "Domains" });
    await box.fill(`${word}.com\n${word}werk.com\nmended${word},org\nnobody-${word}.net\nno domain at all`);
    await page.getByRole("textbox", { name: "Name" }).fill(`Fair ${word}`);
    await looksRight(page, "new domain set", () => box.waitFor());
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: `Fair ${word}` })).toBeVisible();
    await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId("part-total")).toHaveText("4");
    await looksRight(page, "a domain set", () => page.getByTestId("part-total").waitFor());
  });

  await test.step("the one that is a slip apart is confirmed by a key", async () => {
    await page.getByRole("tab", { name: /^Review/ }).click();
    await expect(page.getByRole("region", { name: `Is ${word}werk.com Slip ${word}?` })).toBeVisible();
    await looksRight(page, "domains to review", () => page.getByRole("list", { name: "Domains to review" }).waitFor());
    await page.keyboard.press("a");
    await expect(page.getByText("Nothing to review")).toBeVisible();
  });

  await test.step("every domain says how it was matched", async () => {
    await page.getByRole("tab", { name: /^Domains/ }).click();
    await expect(page.getByRole("row", { name: new RegExp(`^${word}werk.com`) })).toContainText("confirmed");
    await expect(page.getByRole("row", { name: new RegExp(`^mended${word}.org`) })).toContainText("Repaired");
    await page.getByRole("combobox", { name: "Status" }).selectOption("unknown");
    await expect(page.getByRole("row", { name: new RegExp(`^nobody-${word}.net`) })).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(`^${word}werk.com`) })).toHaveCount(0);
    await page.getByRole("tab", { name: /^Not read/ }).click();
    await expect(page.getByText("no domain at all")).toBeVisible();
  });

  await test.step("and the people are there", async () => {
    await page.getByRole("tab", { name: /^People/ }).click();
    await expect(page.getByRole("link", { name: `Ada ${word}` })).toBeVisible();
  });
});

test("a set is sent as a file, archived, and restored", async ({ page }) => {
  test.setTimeout(120_000);
  const name = `Booth ${randomUUID().slice(0, 8)}`;
  await signIn(page, "Campaign manager", "/domain-sets/new");
  await page.getByLabel("File with domains").setInputFiles({
    name: `${name}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from("domain,company\nacme.example.com,Acme\n"),
  });
  await page.getByRole("button", { name: /Upload and match/ }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "More for this set" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${name} archived` })).toBeVisible();
  await page.goto("/domain-sets?state=archived");
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("button", { name: "More for this set" })).toBeVisible();
});

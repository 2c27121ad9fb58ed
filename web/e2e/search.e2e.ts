/** Universal search: from anywhere, by keys alone, forgiving, up to date with one's own changes, and only for who may see. */
import { randomInt } from "node:crypto";
import { type Page } from "@playwright/test";
import { violations } from "./looks.ts";
import { ensureContacts, makeAccount, makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const box = (page: Page) => page.getByTestId("search-box");
const panel = (page: Page) => page.getByTestId("search-panel");
const hits = (page: Page) => page.getByTestId("search-hit");
const results = (page: Page) => page.getByTestId("search-result");

/** A word that nobody else here is called, and that reads as a name. */
function uncommonName(): string {
  const syllables = ["bra", "dul", "fen", "gor", "hix", "jam", "kov", "lun", "mip", "nar", "pol", "quu", "rez", "tav"];
  const name = Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join("");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(words);
}

const broken = (page: Page) => violations(page, ["tbody tr:nth-child(n + 8)"]);

test("a contact is found by the beginning of a name, by a slip of the finger, and opened by keys alone", async ({
  page,
}) => {
  const name = uncommonName();
  const id = await makeContact(name, "Berth Planner");
  await signIn(page, "QA analyst", "/accounts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await test.step("the beginning", async () => {
    await find(page, name.slice(0, 7));
    await expect(hits(page).filter({ hasText: name })).toBeVisible();
    await expect(hits(page).filter({ hasText: name }).locator("mark").first()).toBeVisible();
  });
  await test.step("Esc goes back to where it was", async () => {
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(box(page)).not.toBeFocused();
    await expect(page).toHaveURL(/\/accounts$/);
  });
  await test.step("a slip of the finger; Enter opens the best one", async () => {
    await find(page, `${name.slice(0, 5)}${name.slice(6)}`);
    await expect(hits(page).filter({ hasText: name })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/contacts/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: `Spec ${name}` })).toBeVisible();
  });
  await test.step("it stands among what was opened and searched for", async () => {
    await page.getByTestId("nav-dashboard").click();
    await page.keyboard.press("/");
    await expect(page.getByTestId("search-opened").first()).toContainText(name);
    await expect(page.getByTestId("search-words").first()).toContainText(name.slice(0, 5));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/contacts/${id}`);
  });
});

test("who is renamed is found under the new name at once, and who is archived no longer", async ({ page }) => {
  const [before, after] = [uncommonName(), uncommonName()];
  const id = await makeContact(before, "Planner");
  await signIn(page, "Data operations", `/contacts/${id}`);
  await page.getByRole("button", { name: "Edit Last name", exact: true }).click();
  await page.getByRole("textbox", { name: "Last name" }).fill(after);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: after })).toBeVisible();
  // The edit is over when the focus is back where it began.
  await expect(page.getByRole("button", { name: "Edit Last name", exact: true })).toBeFocused();
  await find(page, after);
  await expect(hits(page).filter({ hasText: after })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(page.getByText("Archived", { exact: true }).first()).toBeVisible();
  await find(page, after);
  await expect(panel(page).getByText("Nothing has all of")).toBeVisible();
  await panel(page).getByRole("link", { name: "Look in the archive" }).click();
  await expect(results(page).filter({ hasText: after })).toContainText("Archived");
});

test("results: kinds, the record beside them, keys, and all of it in the address", async ({ page }) => {
  const word = uncommonName();
  const drawer = page.locator("[data-drawer]");
  await makeAccount(`${word} Shipping`, `${word.toLowerCase()}.test`);
  await makeContact(word, "Planner");
  await signIn(page, "QA analyst");
  await find(page, word);
  await expect(page.getByTestId("search-all")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByTestId("search-all")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/search\\?q=${word}$`));
  await expect(page.getByRole("heading", { level: 1, name: `Results for “${word}”` })).toBeVisible();
  await expect(results(page)).toHaveCount(2);
  await expect(box(page)).toHaveValue(word);
  await test.step("walked and opened", async () => {
    await page.keyboard.press("j");
    await expect(results(page).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-drawer]")).toContainText(word);
    await page.keyboard.press("j");
    await expect(drawer.getByRole("heading", { name: `${word} Shipping` })).toBeVisible();
    await page.reload();
    await expect(drawer.getByRole("heading", { name: `${word} Shipping` })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-drawer]")).toHaveCount(0);
  });
  await test.step("one kind", async () => {
    await page.getByRole("tab", { name: /^Accounts/ }).click();
    await expect(results(page)).toHaveCount(1);
    await expect(page).toHaveURL(/kind=account/);
  });
});

test("Ctrl Enter opens in a new tab and leaves this one as it is", async ({ page, context }) => {
  const name = uncommonName();
  const id = await makeContact(name, "Planner");
  await signIn(page, "QA analyst");
  await find(page, name);
  // Found by all that was typed, not by its beginning.
  await expect(hits(page).filter({ hasText: name })).toHaveAttribute("aria-selected", "true");
  const [tab] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("Control+Enter")]);
  await expect(tab).toHaveURL(`/contacts/${id}`);
  await expect(panel(page)).toBeVisible();
});

test("the command palette finds records beside pages and actions", async ({ page }) => {
  const name = uncommonName();
  const id = await makeContact(name, "Planner");
  await signIn(page, "QA analyst");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.type(name);
  const option = palette.getByRole("option").filter({ hasText: name });
  await expect(option.first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/contacts/${id}`);
});

test("a search that fails says so and tries again; one that takes long says that it is looking", async ({ page }) => {
  // A page without contacts of its own.
  await signIn(page, "QA analyst", "/accounts");
  let failing = true;
  let held: (() => void) | undefined;
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("query Search(")) return route.fallback();
    if (failing) return route.fulfill({ status: 503, json: { code: "unavailable", detail: "The index is away." } });
    await new Promise<void>((go) => {
      held = go;
    });
    return route.fallback();
  });
  await find(page, "vester");
  await expect(panel(page).getByRole("alert")).toContainText("The search did not answer.");
  failing = false;
  await panel(page).getByRole("button", { name: "Try again" }).click();
  await expect(panel(page).getByText("Still looking")).toBeVisible();
  await expect.poll(() => held !== undefined).toBe(true);
  held?.();
  await expect(hits(page).first()).toBeVisible();
});

test("search looks right: axe on the box, its states and the results, light and dark", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  const looks: [string, () => Promise<unknown>][] = [
    ["empty", async () => (await page.keyboard.press("/"), panel(page).waitFor())],
    ["found", async () => (await find(page, "vester"), hits(page).first().waitFor())],
    ["nothing", async () => (await find(page, "zzqqxxzz"), panel(page).getByText("Nothing has all of").waitFor())],
    ["results", async () => (await page.goto("/search?q=vester"), results(page).first().waitFor())],
    ["no results", async () => (await page.goto("/search?q=zzqqxxzz"), page.getByText("Nothing has all of").waitFor())],
    ["no words", async () => (await page.goto("/search"), page.getByText("Type a name, a company").waitFor())],
  ];
  for (const [name, show] of looks) {
    await test.step(name, async () => {
      await show();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect.soft(await broken(page), `${name}, ${colorScheme}`).toEqual([]);
      }
      if (await panel(page).isVisible()) await page.keyboard.press("Escape");
    });
  }
});

test("on a phone the search is a page", async ({ page }) => {
  await signIn(page, "QA analyst");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(
    page.getByRole("textbox", { name: "Find contacts, accounts, segments, lists and domain sets" }),
  ).toBeFocused();
  await page.keyboard.type("vester");
  await expect(results(page).first()).toBeVisible();
  expect(await broken(page)).toEqual([]);
  await results(page).first().click();
  await expect(page.locator("[data-drawer]")).toBeVisible();
});

test("who can see no records is offered none: the key leads to the pages there are", async ({ page }) => {
  await signIn(page, "Client user");
  await expect(box(page)).toHaveCount(0);
  await page.keyboard.press("/");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.type("vester");
  await expect(palette.getByText("Nothing found")).toBeVisible();
  await page.goto("/search?q=vester");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
});

/** The work without a mouse: every way from signing in to an undone change by keys alone. */
import { type Locator, type Page } from "@playwright/test";
import { ensureContacts } from "./seed.ts";
import { expect, previewed, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

/** Whether the element with the focus shows it: an outline or a shadow, on itself or on the frame around an input. */
async function focusShows(page: Page): Promise<void> {
  const shows = await page.evaluate(() => {
    const drawn = (element: Element | null) => {
      if (element === null) return false;
      const style = getComputedStyle(element);
      return (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    };
    const focused = document.activeElement;
    return [focused, focused?.parentElement ?? null, focused?.closest(".input") ?? null].some(drawn)
      ? "shown"
      : (focused?.outerHTML.slice(0, 200) ?? "nothing has the focus");
  });
  expect(shows).toBe("shown");
}

/** Tab by Tab until it is reached, every stop on the way being one that can be seen. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return focusShows(page);
    await page.keyboard.press("Tab");
    await focusShows(page);
  }
  await expect(target, `reached by ${most} presses of Tab`).toBeFocused();
}

test("the whole story: sign in, import, sort, open, edit, undo", async ({ page }) => {
  await page.goto("/");
  await test.step("sign in", async () => {
    await tabTo(page, page.getByRole("textbox", { name: "Email", exact: true }));
    await page.keyboard.type("idris@example.com");
    await tabTo(page, page.getByLabel("Password"));
    await page.keyboard.type("pivotal-dev");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Idris");
  });

  await test.step("choose a file, see its columns, start", async () => {
    await tabTo(page, page.getByTestId("nav-contacts"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByTestId("nav-sub-bulk-import"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Bulk import" })).toBeVisible();
    await page.keyboard.press("c");
    const choose = page.getByRole("button", { name: "Choose a file" });
    // Waited for from here on: the browser hands over a dialog that was asked for before, and shows any other.
    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, choose);
    await page.keyboard.press("Enter");
    const rows = ["Email,First name,Last name,Job title"];
    for (let index = 0; index < 12; index += 1) rows.push(`hands${index}@example.com,Hand,Zz${index},Planner`);
    const file = { name: "hands.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
    await (await chooser).setFiles(file);
    await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Job title goes to Job title" }));
    await page.keyboard.press("Enter");
    await expect(page.getByPlaceholder("Find a field, or name a new one")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Job title goes to Job title" })).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await previewed(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 30_000 });
  });

  const row = page.locator("tbody tr[data-index='1']");
  await test.step("the list, sorted", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    const name = page.getByRole("button", { name: "Name", exact: true });
    await page.locator("tbody tr[data-index='1']").waitFor();
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/sort=full_name/);
    // The address is ahead of the page.
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/sort=-full_name/);
    await expect(name).toBeFocused();
    // Until the rows are in the new order, those of the old one stay.
    await expect(page.locator(".dt-scroll")).toHaveAttribute("aria-busy", "false");
    // The rows are one stop of Tab, whatever their number.
    await tabTo(page, page.locator("tbody tr[data-index='0']"));
    await page.keyboard.press("ArrowDown");
    await expect(row).toBeFocused();
    await focusShows(page);
  });

  const title = "Keeper of the Keys";
  await test.step("the drawer, an edit in it, and the focus where it was", async () => {
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/open=/);
    await expect(row).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("aside.drawer")).toBeFocused();
    const edit = page.getByRole("button", { name: "Edit Job title" });
    await tabTo(page, edit);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Job title" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(edit).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+a");
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Job title saved")).toBeVisible();
    await expect(edit).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page).not.toHaveURL(/open=/);
    await expect(row).toBeFocused();
    await expect(row).toContainText(title);
  });

  await test.step("undo", async () => {
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Undone")).toBeVisible();
    await expect(row).not.toContainText(title);
    await expect(row).toBeFocused();
  });
});

test("what opens over the page is left with Esc, and the focus is where it was", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  const row = page.locator("tbody tr[data-index='2']");
  await row.waitFor();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("j");
  await expect(row).toBeFocused();
  for (const [key, name] of [
    ["c", "New contact"],
    ["Control+k", "Command palette"],
    ["?", "Keys that work here"],
  ] as const) {
    await test.step(name, async () => {
      await page.keyboard.press(key);
      await expect(page.getByRole("dialog", { name })).toBeVisible();
      await expect(page.getByRole("dialog", { name }).locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(row).toBeFocused();
    });
  }
  await test.step("the editor of a cell", async () => {
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Job title" })).toBeFocused();
    await page.keyboard.type("not this");
    await page.keyboard.press("Escape");
    await expect(row).toBeFocused();
    await expect(row).not.toContainText("not this");
  });
  await test.step("a menu, and the dialog it opens", async () => {
    await page.goto("/");
    const menu = page.getByRole("button", { name: "New", exact: true });
    await tabTo(page, menu);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
  });
});

test("walk, edit and undo on the contacts list", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='2']").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole("tab", { name: "History" })).toBeVisible();
  const opened = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(opened);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/open=/);
  // The columns that made room for the drawer are back.
  await expect(page.getByRole("columnheader", { name: /Title/ })).toBeVisible();

  await page.keyboard.press("e");
  const title = page.getByRole("textbox", { name: "Job title" });
  await title.fill("Chief of Tests");
  await title.press("Enter");
  await expect(page.getByText("Job title saved")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Chief of Tests" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("cell", { name: "Chief of Tests" })).toHaveCount(0);
});

test("select with x and shift, leave with Escape", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='5']").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar", { name: "Selected rows" })).toHaveCount(0);
});

test("go, create and find from anywhere", async ({ page }) => {
  await signIn(page, "Admin");
  for (const [keys, path] of [
    ["g c", /\/contacts$/],
    ["g a", /\/accounts$/],
    ["g i", /\/contacts\/imports$/],
    ["g s", /\/system$/],
    ["g d", /\/$/],
  ] as const) {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "New contact" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.type("bulk");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contacts\/imports$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys that work here" })).toContainText("Command palette");
});

test("keys never fire while typing", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.keyboard.press("w");
  const find = page.getByRole("textbox", { name: "Find by name, email, company" });
  await expect(find).toBeFocused();
  await page.keyboard.type("jcx?");
  await expect(find).toHaveValue("jcx?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("No contacts match")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

test("map the columns of a file and start it", async ({ page }) => {
  await signIn(page, "Admin", "/contacts/imports/new");
  const buffer = Buffer.from("Email,Shoe size\nkeys@example.com,41\n");
  await page.getByLabel("File to import").setInputFiles({ name: "keys.csv", mimeType: "text/csv", buffer });
  const picker = page.getByRole("button", { name: /^Shoe size goes to/ });
  await picker.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("shoe");
  await page.keyboard.press("Enter");
  // A field of its own, named by what was typed.
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("shoe");
  await page.keyboard.press("End");
  await page.keyboard.type("s");
  await page.keyboard.press("Control+Enter");
  await expect(picker).toHaveAccessibleName("Shoe size goes to shoes");
  await page.keyboard.press("Control+Enter");
  await previewed(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 30_000 });
});

test("the first press of Tab leads past the navigation", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

/** What goes wrong says what happened, what was kept and what to do; nothing ends on a blank page. */
import { looksRight } from "./looks.ts";
import { type Page } from "@playwright/test";
import { UPLOAD_LIMIT_MB } from "./pivotal.ts";
import { ensureContacts, makeContact } from "./seed.ts";
import { expect, importFile, makeField, numberIn, outcomes, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const random = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));

const REFUSED: [string, Buffer, string][] = [
  ["an empty file", Buffer.from(""), "The file is empty."],
  ["a header without rows", Buffer.from("Email,First name,Last name\n"), "a header and no rows"],
  ["a broken workbook", Buffer.concat([Buffer.from("PK\u0003\u0004"), random]), "The workbook is damaged"],
  ["a PDF", Buffer.concat([Buffer.from("%PDF-1.7\n"), random]), "This is a PDF."],
  ["a program", random, "This is not a text file."],
];

test("files that are no tables are refused in words, and the next one is taken", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  for (const [what, buffer, words] of REFUSED) {
    await test.step(what, async () => {
      await page.getByLabel("File to import").setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer });
      const alert = page.getByRole("alert").filter({ hasText: "bad.csv was not taken" });
      await expect(alert).toContainText(words);
      await expect(alert, "codes are for programs").not.toContainText("FILE_");
      await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
    });
  }
  const good = Buffer.from("Email,First name\nada@example.com,Ada\n");
  await page.getByLabel("File to import").setInputFiles({ name: "good.csv", mimeType: "text/csv", buffer: good });
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
});

test("other encodings and delimiters are read", async ({ page }) => {
  await signIn(page, "Data operations");
  await importFile(page, "utf-16.csv", utf16("Email;Vorname;Nachname\ngroesse@example.com;Jürgen;Größe\n"));
  await expect(page.getByText("UTF-16LE, semicolon, header in row 1").first()).toBeVisible();
  expect(await outcomes(page)).toMatchObject({ rejected: 0 });
  const latin = [
    "Email\tFirst name\tLast name\tJob title",
    "rene@example.com\tRené\tLefèvre\tDirecteur général",
    "juergen@example.com\tJürgen\tGrößer\tLeiter für Öffentlichkeitsarbeit",
    "anais@example.com\tAnaïs\tBénédict\tChargée de la sécurité",
  ].join("\n");
  await importFile(page, "latin.csv", Buffer.from(latin, "latin1"));
  await expect(page.getByText(/windows-1252, tab/).first()).toBeVisible();
  await page.goto("/contacts?q=rene@example.com");
  await expect(page.getByText("René Lefèvre").first()).toBeVisible();
});

test("bad rows are rejected with their reasons, the rest goes in, and the numbers add up", async ({ page }) => {
  await signIn(page, "Data operations");
  const rows = [
    "Email,First name,Last name,Job title,Country",
    "one@example.com,One,Good,Planner,Denmark",
    "one@example.com,One,Good,Planner,Denmark",
    "two(at)example.com,Two,Bad,Planner,Denmark",
    "three@example.com,Three,Long,Planner,Denmark,and,more",
    "four@example.com,Four,Short",
    '=HYPERLINK("http://example.test"),Five,Formula,Planner,Denmark',
    'six@example.com,"Six,Broken,Planner,Denmark',
    "seven@example.com,Seven,Country,Planner,Dänmrak",
  ];
  await importFile(page, "bad-rows.csv", `${rows.join("\n")}\n`);
  const found = await outcomes(page);
  expect(found.rejected).toBeGreaterThanOrEqual(3);
  expect(found.merged_in_file).toBe(1);
  await expect(page.locator("[data-code='EMAIL_SYNTAX'], [data-code='email_syntax']").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Download these rows" })).toBeVisible();
  expect(await numberIn(page, "outcome-read")).toBeGreaterThanOrEqual(6);
});

test("a mapping that cannot work says why it does not start", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  const buffer = Buffer.from("Town,Notes\nAarhus,met at expo\n");
  await page.getByLabel("File to import").setInputFiles({ name: "towns.csv", mimeType: "text/csv", buffer });
  const start = page.getByRole("button", { name: "Preview all rows" });
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await start.hover();
  await expect(page.getByRole("tooltip")).toContainText("identifies a contact");
  // What was chosen survives leaving the page.
  await makeField(page, "Notes");
  await page.reload();
  await expect(page.getByRole("button", { name: "Notes goes to Notes" })).toBeVisible();
});

test("a file larger than the limit is refused before it is sent for long", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  // Made in the page: too large to be handed over as text.
  const transfer = await page.evaluateHandle((megabytes) => {
    const data = new DataTransfer();
    const part = new Blob(["Email\n".padEnd(1024 * 1024, "someone@example.com\n")]);
    data.items.add(new File(Array<Blob>(megabytes).fill(part), "huge.csv", { type: "text/csv" }));
    return data;
  }, UPLOAD_LIMIT_MB + 1);
  await page.getByTestId("drop-zone").dispatchEvent("drop", { dataTransfer: transfer });
  const alert = page.getByRole("alert").filter({ hasText: "huge.csv was not taken" });
  await expect(alert).toContainText(/larger than|too large/i, { timeout: 30_000 });
  await expect(alert).not.toContainText("cannot be reached");
});

test("a server that is away is said on every page, and all is read again when it is back", async ({ page }) => {
  await signIn(page, "Admin");
  await page.getByTestId("nav-accounts").click();
  const away = (url: URL) => /^\/(graphql|api|ready)/.test(url.pathname);
  await page.route(away, (route) => route.abort());
  await page.getByTestId("nav-sub-all-accounts").click();
  const banner = page.getByRole("status", { name: "Connection" });
  await expect(banner).toContainText("Pivotal cannot be reached");
  await page.getByTestId("nav-dashboard").click();
  await expect(banner).toContainText("Pivotal cannot be reached");
  await page.getByTestId("nav-accounts").click();
  await page.getByTestId("nav-sub-all-accounts").click();
  await page.unroute(away);
  // Nobody presses anything.
  await expect(banner).toBeEmpty();
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an app opened while the server is away starts when it is back", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  const away = (url: URL) => /^\/(graphql|api|ready)/.test(url.pathname);
  await page.route(away, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("Pivotal cannot be reached");
  await page.unroute(away);
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

test("two people at the same field: the second one chooses between both values and the one before", async ({
  page,
  browser,
}) => {
  const id = await makeContact("two.people", "Planner");
  await signIn(page, "Admin", `/contacts/${id}`);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, "Data operations", `/contacts/${id}`);
  const edit = async (who: Page, text: string) => {
    await who.getByRole("button", { name: "Edit Job title" }).click();
    await who.getByRole("textbox", { name: "Job title" }).fill(text);
  };
  const dialog = page.getByRole("dialog", { name: "Somebody else changed this too" });
  const title = page.getByRole("textbox", { name: "Job title" });
  await edit(other, "Chief Planner");
  await edit(page, "Head Planner");
  await other.keyboard.press("Enter");
  await expect(other.getByText("Job title saved")).toBeVisible();
  await page.keyboard.press("Enter");

  await test.step("all three values stand side by side, with who saved the other one", async () => {
    await expect(dialog.getByRole("radio", { name: /Yours.*Head Planner/ })).toBeChecked();
    await expect(dialog.getByRole("radio", { name: /Theirs.*Chief Planner/ })).toBeVisible();
    await expect(dialog.getByRole("radio", { name: /before both.*Planner/ })).toBeVisible();
    await expect(dialog).toContainText(/Typed in · .+ · /);
    await looksRight(page, "two people at the same field", () => dialog.waitFor());
  });
  await test.step("undecided, nothing is saved, and what was typed is kept", async () => {
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(title).toHaveValue("Head Planner");
    await expect(page.getByRole("alert")).toContainText("Somebody else changed Job title to “Chief Planner” meanwhile");
    await page.getByRole("heading", { level: 1 }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  });
  await test.step("Enter puts it in its place, knowingly", async () => {
    await title.press("Enter");
    await expect(page.getByText("Job title saved")).toBeVisible();
    await other.reload();
    await expect(other.getByText("Head Planner").first()).toBeVisible();
  });
  await test.step("theirs is kept, by keys", async () => {
    await edit(page, "Planner again");
    await edit(other, "Lead Planner");
    await other.keyboard.press("Enter");
    await expect(other.getByText("Job title saved")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("radio", { name: /Yours/ })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("button", { name: "Keep theirs" })).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Edit Job title" })).toBeFocused();
    await expect(page.getByText("Lead Planner").first()).toBeVisible();
  });
  await test.step("yours is put over it, from the dialog", async () => {
    await edit(page, "Planner at last");
    await edit(other, "Chief again");
    await other.keyboard.press("Enter");
    await expect(other.getByText("Chief again").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Save this value" }).click();
    await expect(page.getByText("Planner at last").first()).toBeVisible();
    await other.reload();
    await expect(other.getByText("Planner at last").first()).toBeVisible();
  });
  await context.close();
});

test("an edit that could not be sent keeps the old value and offers a retry", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  const row = page.locator("tbody tr[data-index='1']");
  await row.waitFor();
  // Of the whole row, the age moves by itself.
  const title = row.getByRole("cell").nth(2);
  const before = await title.textContent();
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("ContactUpdate") ? route.abort() : route.fallback(),
  );
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Job title" }).fill("Head of Lost Connections");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/not saved/).first()).toBeVisible();
  await expect(title).toHaveText(before ?? "");
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(row).toContainText("Head of Lost Connections");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).not.toContainText("Head of Lost Connections");
});

test("a value that is not accepted keeps the text and names the field", async ({ page }) => {
  await signIn(page, "Admin", "/contacts?new=1");
  const email = page.getByRole("textbox", { name: "Email", exact: true });
  await email.fill("not an address");
  await page.getByRole("button", { name: "Create contact" }).click();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/not an address/);
  await expect(email).toHaveValue("not an address");

  await page.goto(`/contacts/${await makeContact("bad.values", "Planner")}`);
  await page.getByRole("button", { name: "Edit Email" }).click();
  await email.fill("still (at) nowhere");
  await email.press("Enter");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/still \(at\) nowhere/);
  await email.press("Escape");
  await expect(page.getByText(/bad\.values\..*@example\.com/).first()).toBeVisible();
});

test("a session that ends while working leads to the login and back", async ({ page, context }) => {
  const id = await makeContact("session", "Planner");
  await signIn(page, "Admin", `/contacts/${id}?tab=history`);
  await page.getByRole("tabpanel").getByText("Maren Lindqvist").first().waitFor();
  let expired = false;
  await page.route("**/graphql", (route) =>
    expired
      ? route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify({ status: 401 }) })
      : route.fallback(),
  );
  await page.getByRole("tab", { name: "Overview" }).click();
  await page.getByRole("button", { name: "Edit Job title" }).click();
  await page.getByRole("textbox", { name: "Job title" }).fill("Too late");
  // The refresh token is gone, and the access token is answered as an old one is.
  await context.clearCookies();
  expired = true;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expired = false;
  await page.getByRole("region", { name: "Development logins" }).getByRole("button", { name: "Admin" }).click();
  await expect(page).toHaveURL(new RegExp(`/contacts/${id}`));
  await expect(page.getByText("Planner").first()).toBeVisible();
});

test("a session that ended asks to sign in and comes back to the same place", async ({ page, context }) => {
  await signIn(page, "Admin", "/contacts?sort=full_name");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByRole("textbox", { name: "Email", exact: true }).fill("maren@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Password").fill("pivotal-dev");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sort=full_name/);
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

test("what does not exist is said so", async ({ page }) => {
  await signIn(page, "Admin", "/nowhere");
  await expect(page.getByText("This page does not exist")).toBeVisible();
  for (const [path, what] of [
    ["/contacts/01930000-0000-7000-8000-000000000000", "contact"],
    ["/accounts/01930000-0000-7000-8000-000000000000", "account"],
    ["/contacts/imports/01930000-0000-7000-8000-000000000000", "import"],
    ["/contacts/not-an-id", "contact"],
  ]) {
    await page.goto(path ?? "");
    await expect(page.getByRole("heading", { level: 1, name: `This ${what} does not exist` })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the dashboard" })).toBeVisible();
  }
  await page.goto("/contacts?open=01930000-0000-7000-8000-000000000000");
  await expect(page.getByRole("complementary", { name: "Contact" })).toContainText("does not exist");
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

/** What goes wrong says what happened, what was kept and what to do; nothing ends on a blank page. */
import { ensureContacts } from "./seed.ts";
import { expect, importFile, numberIn, outcomes, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const random = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));

const REFUSED: [string, Buffer, string][] = [
  ["an empty file", Buffer.from(""), "FILE_EMPTY"],
  ["a header without rows", Buffer.from("Email,First name,Last name\n"), "FILE_HEADER_ONLY"],
  ["a spreadsheet", Buffer.concat([Buffer.from("PK\u0003\u0004"), random]), "FILE_SPREADSHEET"],
  ["a PDF", Buffer.concat([Buffer.from("%PDF-1.7\n"), random]), "FILE_NOT_A_TABLE"],
  ["a program", random, "FILE_BINARY"],
];

test("files that are no tables are refused in words, and the next one is taken", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  for (const [what, buffer, code] of REFUSED) {
    await test.step(what, async () => {
      await page.getByLabel("File to import").setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer });
      const alert = page.getByRole("alert").filter({ hasText: "bad.csv was not taken" });
      await expect(alert).toContainText(code);
      // A sentence and not the code alone.
      await expect(alert).toContainText(/[a-z]{3,} [a-z]{2,} .*\./i);
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
  await page.getByTestId("outcome-created").click();
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
  await expect(page.getByRole("button", { name: "Reject file" })).toBeVisible();
  expect(await numberIn(page, "outcome-read")).toBeGreaterThanOrEqual(6);
});

test("a mapping that cannot work says why it does not start", async ({ page }) => {
  await signIn(page, "Data operations", "/contacts/imports/new");
  const buffer = Buffer.from("Town,Notes\nAarhus,met at expo\n");
  await page.getByLabel("File to import").setInputFiles({ name: "towns.csv", mimeType: "text/csv", buffer });
  const start = page.getByRole("button", { name: "Start import" });
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await start.hover();
  await expect(page.getByRole("tooltip")).toContainText("identifies a contact");
  // What was chosen survives leaving the page.
  await page.getByRole("button", { name: /^Notes goes to/ }).click();
  await page.getByRole("option", { name: /Notes.*On the contact/ }).click();
  await expect(page.getByRole("button", { name: "Notes goes to Notes" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Notes goes to Notes" })).toBeVisible();
});

test("a server that is away is said, and a retry brings the page back", async ({ page }) => {
  await signIn(page, "Admin");
  await page.route("**/graphql", (route) => route.abort());
  await page.getByTestId("nav-accounts").click();
  await page.getByTestId("nav-sub-all-accounts").click();
  await expect(page.getByText("Pivotal cannot be reached").first()).toBeVisible({ timeout: 30_000 });
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("tbody tr[data-index='0']")).toBeVisible();
});

test("an edit that could not be sent keeps the old value and offers a retry", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  const row = page.locator("tbody tr[data-index='1']");
  await row.waitFor();
  const before = await row.textContent();
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("ContactUpdate") ? route.abort() : route.fallback(),
  );
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Job title" }).fill("Head of Lost Connections");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/not saved/).first()).toBeVisible();
  await expect(row).toHaveText(before ?? "");
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(row).toContainText("Head of Lost Connections");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).not.toContainText("Head of Lost Connections");
});

test("a value that is not accepted keeps the text and names the field", async ({ page }) => {
  await signIn(page, "Admin", "/contacts?new=1");
  await page.getByRole("textbox", { name: "Email" }).fill("not an address");
  await page.getByRole("button", { name: "Create contact" }).click();
  await expect(page.getByText(/not an address/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("not an address");
});

test("a session that ended asks to sign in and comes back to the same place", async ({ page, context }) => {
  await signIn(page, "Admin", "/contacts?sort=full_name");
  await page.locator("tbody tr[data-index='0']").waitFor();
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill("maren@example.com");
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
  ]) {
    await page.goto(path ?? "");
    await expect(page.getByText(`This ${what} does not exist`)).toBeVisible();
  }
});

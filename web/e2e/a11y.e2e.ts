/**
 * axe on every page and on what opens over pages, light and dark, wide and narrow. Each is loaded once and looked at in
 * all four ways: what a page is made of changes with the width, its colours with the theme as well.
 */
import { type Page } from "@playwright/test";
import { looksRight, type Show } from "./looks.ts";
import { changeContact, contactByEmail, ensureContacts } from "./seed.ts";
import { expect, previewed, shown, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

/** A row of a list, as a table or as a phone shows it. */
const row = (page: Page) => page.locator("tbody tr[data-index='0'], .phone-rows li:not(.delayed)").first();
const there: Show = (page) => shown(row(page));
const dialog = (name: string | RegExp) => (page: Page) => shown(page.getByRole("dialog", { name }));
const heading = (name: string | RegExp) => (page: Page) => shown(page.getByRole("heading", { level: 1, name }));

async function lookAt(page: Page, pages: [name: string, path: string, ready: Show][]): Promise<void> {
  for (const [name, path, ready] of pages) {
    await test.step(name, async () => {
      await page.goto(path);
      await looksRight(page, name, ready);
    });
  }
}

/** Open, however often it is asked for. */
async function technicalDetails(page: Page): Promise<void> {
  const details = page.locator("details", { hasText: "Technical details" });
  await details.evaluate((element: HTMLDetailsElement) => {
    element.open = true;
  });
  await page.locator("tr[data-projection]").first().waitFor();
}

/** The address of the first record of a list. */
async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  await row(page).click({ position: { x: 120, y: 20 } });
  await expect(page).toHaveURL(/open=/);
  return `${list}/${new URL(page.url()).searchParams.get("open")}`;
}

test("signing in", async ({ page }) => {
  const form = page.getByRole("region", { name: "Development logins" });
  await lookAt(page, [["login", "/login", () => form.waitFor()]]);
  await page.goto("/login?refused=OIDC_NOBODY");
  await looksRight(page, "refused by the identity provider", () => page.getByRole("alert").waitFor());
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill("maren@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await looksRight(page, "refused sign-in", () => page.getByRole("alert").waitFor());
});

test("the pages of an admin", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "Admin");
  await lookAt(page, [
    ["dashboard", "/", () => page.getByRole("region", { name: "Key figures" }).waitFor()],
    ["contacts", "/contacts", there],
    ["contacts filtered to nothing", "/contacts?q=zzzzqqqq", () => page.getByText("No contacts match").waitFor()],
    ["accounts", "/accounts", there],
    ["imports", "/contacts/imports", there],
    ["upload", "/contacts/imports/new", () => page.getByText("Drop a CSV or Excel file here").waitFor()],
    ["tasks", "/tasks", heading("My tasks")],
    ["everybody's tasks", "/tasks?of=anybody", heading("Tasks")],
    ["exports", "/exports", heading("Exports")],
    ["notifications", "/notifications", heading("Notifications")],
    [
      "choice of notifications",
      "/notifications?show=preferences",
      (page) => page.getByRole("checkbox", { name: "My imports end", exact: true }).waitFor({ state: "attached" }),
    ],
    ["users", "/users", there],
    ["clients", "/clients", there],
    ["custom fields", "/custom-fields", heading("Custom fields")],
    ["duplicates", "/contacts/duplicates", heading("Duplicate contacts")],
    ["segments", "/contacts/segments", heading("Segments & lists")],
    ["audience builder", "/contacts/audience", (page) => page.getByText("The newest of them.").waitFor()],
    ["industry suggestions", "/accounts/industry-suggestions", heading("Industry suggestions")],
    ["campaigns", "/campaigns", heading("Campaigns")],
    ["campaigns by mail", "/campaigns/email", heading("Email campaigns")],
    ["campaigns compared", "/campaigns/compare", heading("Compare campaigns")],
    ["configuration of campaigns", "/campaigns/configuration", (page) => page.getByTestId("email-policy").waitFor()],
    ["email templates", "/campaigns/templates", heading("Email templates")],
    ["replies", "/campaigns/replies", heading("Replies")],
    ["email verification", "/contacts/email-verifications", heading("Email verification")],
    ["phone look-ups", "/contacts/phone-lookups", heading("Phone look-ups")],
    ["suppressions", "/suppressions", heading("Suppression Management")],
    ["consent register", "/compliance", heading("Compliance Center")],
    ["requests of people", "/compliance/requests", heading("Compliance Center")],
    ["retention", "/compliance/retention", (page) => page.getByText("Archived contacts").first().waitFor()],
    ["legal holds", "/compliance/legal-holds", heading("Compliance Center")],
    ["do-not-call files", "/compliance/registers", heading("Compliance Center")],
    ["rules of consent", "/compliance/rules", (page) => page.getByText("All other countries").first().waitFor()],
    ["survivorship", "/survivorship", (page) => page.getByText("All fields").waitFor()],
    ["mail", "/mailbox", () => page.getByText("No mail server is set up").waitFor()],
    ["system", "/system", () => page.getByRole("heading", { name: "Everything is working" }).waitFor()],
    ["system with its details", "/system", () => technicalDetails(page)],
    ["no page", "/nowhere", heading("This page does not exist")],
    ["no record", "/contacts/01930000-0000-7000-8000-000000000000", heading("This contact does not exist")],
  ]);
});

test("records, and the dialogs that make them", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "Admin");
  const contact = await firstOf(page, "/contacts");
  const account = await firstOf(page, "/accounts");
  const tab = (name: string) => () => shown(page.getByRole("tab", { name, selected: true }));
  const opened = new URLSearchParams({ open: contact.split("/").at(-1) ?? "" });
  await lookAt(page, [
    ["contact drawer", `/contacts?${opened}`, tab("Overview")],
    ["contact", contact, tab("Overview")],
    [
      "history",
      `${contact}?tab=history`,
      () => page.getByRole("tabpanel").getByText("Maren Lindqvist").first().waitFor(),
    ],
    ["tasks of a contact", `${contact}?tab=tasks`, () => page.getByRole("form", { name: "New task" }).waitFor()],
    ["notes on a contact", `${contact}?tab=notes`, () => page.getByRole("form", { name: "New note" }).waitFor()],
    ["account", account, tab("Overview")],
    // The newest account may be one that another spec made, without contacts.
    ["account's contacts", `${account}?tab=contacts`, tab("Contacts")],
    ["new contact", "/contacts?new=1", dialog("New contact")],
    ["new email campaign", "/campaigns?new=1", dialog("New email campaign")],
    ["new email template", "/campaigns/templates?new=1", dialog("New email template")],
    ["new user", "/users?new=1", dialog("New user")],
    ["teams", "/users/teams", () => page.getByRole("cell", { name: "North", exact: true }).waitFor()],
    ["new team", "/users/teams?new=1", dialog("New team")],
    ["senders", "/campaigns/senders", () => page.getByRole("heading", { level: 2, name: "Brands" }).waitFor()],
    [
      "invitations",
      "/users/invitations",
      () =>
        page
          .getByText("Nobody was invited yet")
          .or(page.getByRole("region", { name: "List of invitations" }))
          .waitFor(),
    ],
    ["invite", "/users/invitations?new=1", dialog("Invite somebody")],
    ["profile", "/profile", () => page.getByText("This one").waitFor()],
    ["forgotten password", "/forgotten", heading("Forgot your password?")],
    ["new password", "/new-password#a-token", heading("Choose a new password")],
    ["a link that does not work", "/invitation", () => page.getByText("This link does not work").waitFor()],
    ["a link for a password that is not whole", "/new-password", heading("This link does not work")],
    ["API keys", "/integrations", heading("Integrations & APIs")],
    ["new API key", "/integrations?new=1", dialog("New API key")],
    ["new client", "/clients?new=1", dialog("New client")],
  ]);
});

test("what opens over a page", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "Admin", "/contacts?sort=full_name");
  await row(page).waitFor();
  await page.keyboard.press("v");
  await looksRight(page, "views", dialog("Views of contacts"));
  const view = `Looked at ${Date.now()}`;
  await page.keyboard.type(view);
  await page.keyboard.press("Enter");
  await looksRight(page, "new view", dialog("Save as new view"));
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: `View: ${view}` }).waitFor();
  await page.getByRole("columnheader", { name: "Title" }).getByRole("button").click();
  await looksRight(page, "changed view", () => page.getByRole("button", { name: /^View: .*, changed$/ }).waitFor());
  await page.goto("/contacts?view=nonsense");
  await looksRight(page, "no view", () => page.getByText("This view is not there").waitFor());
  await row(page).waitFor();
  await page.getByRole("button", { name: "Export contacts" }).click();
  await looksRight(page, "export", dialog("Export contacts"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await looksRight(page, "palette", dialog("Command palette"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await looksRight(page, "keys", dialog("Keys that work here"));
  await page.keyboard.press("Escape");
  await page.getByTestId("notifications-bell").click();
  await looksRight(page, "bell", dialog("Notifications"));
});

test("an import from mapping to result", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "Data operations", "/contacts/imports/new");
  const buffer = Buffer.from("Email,Company,Fleet size\naxe@example.com,Norhavn,312\nno address,Norhavn,1\n");
  await page.getByLabel("File to import").setInputFiles({ name: "axe.csv", mimeType: "text/csv", buffer });
  await looksRight(page, "mapping", () => page.getByRole("heading", { name: "Map columns" }).waitFor());
  await page.getByRole("button", { name: /Fleet size goes to/ }).click();
  const find = page.getByPlaceholder("Find a field, or name a new one");
  await looksRight(page, "field picker", () => find.waitFor());
  await page.getByRole("option", { name: /New custom field/ }).click();
  await looksRight(page, "new custom field", () => page.getByRole("dialog", { name: "New custom field" }).waitFor());
  await page.getByRole("button", { name: "Create field" }).click();
  await page.getByRole("button", { name: "Preview all rows" }).click();
  await looksRight(page, "preview", () => previewed(page));
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await looksRight(page, "result", () => page.getByTestId("result-title").waitFor());
  await page.getByRole("link", { name: "Fix these rows" }).click();
  await looksRight(page, "rejected rows", () => page.getByRole("textbox", { name: "Email, row 3" }).waitFor());
  await page.getByRole("button", { name: "Back to the result" }).click();
  await changeContact((await contactByEmail("axe@example.com"))?.id ?? "", { city: "Aarhus" });
  await page.getByRole("link", { name: "Undo import" }).click();
  const choose = page.getByRole("checkbox", { name: "Undo axe@example.com too" });
  await looksRight(page, "undo of an import", () => choose.waitFor());
  await page.keyboard.press("Control+Enter");
  await looksRight(page, "undone import", () => page.getByText("Show what was left").waitFor());
});

test("what others see: a client user's pages, and a page that is refused", async ({ page }) => {
  await signIn(page, "Client user");
  await lookAt(page, [
    ["dashboard of a client user", "/", () => page.getByRole("heading", { name: "Your team" }).waitFor()],
    [
      "team",
      "/team",
      () =>
        page
          .getByRole("list", { name: "Team" })
          .or(page.getByRole("table", { name: "Team" }))
          .getByText("Mateo Villar")
          .waitFor(),
    ],
    ["refused", "/contacts", heading("This page is not for your role")],
  ]);
});

/** What each role finds in the navigation, what it reaches in how many clicks, and what it is refused. */
import { type Page } from "@playwright/test";
import { ACTIONS } from "./expected-actions.ts";
import { EVERYWHERE, ROLES } from "./expected-roles.ts";
import { ensureContacts, makeAccount } from "./seed.ts";
import { expect, shown, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const idsIn = (page: Page, prefix: string) =>
  page
    .locator(`aside[aria-label='Main navigation'] [data-testid^='${prefix}']`)
    .evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset.testid ?? ""));

/** The navigation as this person sees it, every group opened in turn. */
async function navigationOf(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const id of await idsIn(page, "nav-")) {
    if (id.startsWith("nav-sub-")) continue;
    const group = page.getByTestId(id);
    if ((await group.getAttribute("aria-expanded")) === "false") await group.click();
    const items = (await group.getAttribute("aria-expanded")) === null ? [] : await idsIn(page, "nav-sub-");
    found[id.replace("nav-", "")] = items.map((item) => item.replace("nav-sub-", ""));
  }
  return found;
}

const nowhere = (page: Page) => page.getByRole("heading", { level: 1, name: "This page does not exist" });

/**
 * To an address as a link inside the app leads there, of which there are some three hundred. Between two of them stands a page
 * that is alike for everybody: what is seen then is not of the one before.
 */
async function lead(page: Page, path: string): Promise<void> {
  const go = (to: string) =>
    page.evaluate((address) => {
      window.history.pushState(null, "", address);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }, to);
  await go("/nowhere");
  await shown(nowhere(page));
  await go(path);
  await expect(nowhere(page)).toHaveCount(0);
}

for (const { role, nav, may, allowed } of ROLES) {
  test(`${role}: the navigation, primary actions in at most two clicks, other pages refused`, async ({ page }) => {
    // As long as there are actions and pages: of an admin some forty.
    test.setTimeout(240_000);
    await signIn(page, role);
    expect(await navigationOf(page)).toEqual(nav);
    await page.reload();
    for (const key of may) {
      const action = ACTIONS[key];
      if (action === undefined) throw new Error(`no action ${key}`);
      expect(action.presses.length, action.name).toBeLessThanOrEqual(2);
      await test.step(action.name, async () => {
        // A navigation inside the app: each action begins at a dashboard with everything folded.
        await page.getByTestId("nav-dashboard").click();
        await expect(page.locator("[data-testid^='nav-sub-']")).toHaveCount(0);
        for (const press of action.presses) await press(page).click();
        await shown(action.there(page));
        await expect(action.there(page)).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      });
    }
    const refused = page.getByRole("heading", { level: 1, name: "This page is not for your role" });
    for (const path of EVERYWHERE) {
      await test.step(path, async () => {
        // Whole, as an address that is typed, for who may enter everywhere and for who may hardly anywhere.
        if (role === "Admin" || role === "Client user") await page.goto(path);
        else await lead(page, path);
        await shown(page.getByRole("heading", { level: 1 }));
        if (allowed.includes(path)) {
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(refused).toHaveCount(0);
        } else {
          await expect(refused).toBeVisible();
          await expect(page.getByRole("link", { name: "Go to the dashboard" })).toBeVisible();
        }
      });
    }
    // A record that this person may not see, and one that is not there, look the same and lead back.
    for (const path of ["/contacts/01930000-0000-7000-8000-000000000000", "/accounts/not-an-id"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: /does not exist|is not for your role/ })).toBeVisible();
    }
  });
}

test("whoever may see jobs alone sees nothing else of the system", async ({ page }) => {
  // So that there is work that ran by itself.
  await makeAccount("Work of its own", `work-${Date.now()}.test`);
  await signIn(page, "Data operations", "/system");
  await expect(page.getByRole("heading", { name: "Background work" })).toBeVisible();
  await page.getByText("Technical details").click();
  await expect(page.getByRole("heading", { name: "Runs by itself" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What people see" })).toHaveCount(0);
});

/** The page is made to believe that its user is an admin: now only the server is left to refuse. */
async function believeAdmin(page: Page): Promise<void> {
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("query Me")) return route.fallback();
    const response = await route.fetch();
    const body = (await response.json()) as { data: { me: { role: string; permissions: object[] } } };
    body.data.me.role = "ADMIN";
    body.data.me.permissions = GRANTS.map((permission) => ({ permission, scope: "ALL" }));
    return route.fulfill({ response, json: body });
  });
}

const GRANTS = [
  "ACCOUNTS_VIEW",
  "ACCOUNTS_EDIT",
  "ACCOUNTS_ARCHIVE",
  "CONTACTS_VIEW",
  "CONTACTS_EDIT",
  "CONTACTS_ARCHIVE",
  "IMPORTS_VIEW",
  "IMPORTS_RUN",
  "USERS_VIEW",
  "USERS_MANAGE",
  "CLIENTS_VIEW",
  "CLIENTS_MANAGE",
  "PRIVACY_REQUESTS",
  "JOBS_VIEW",
  "JOBS_MANAGE",
  "PROJECTIONS_VIEW",
  "PROJECTIONS_MANAGE",
];

test("what the API refuses is said in words, wherever it is asked", async ({ page }) => {
  await believeAdmin(page);
  await signIn(page, "QA analyst", "/contacts");
  const alert = (what: string) => page.getByRole("alert").filter({ hasText: what });
  await test.step("an edit", async () => {
    const row = page.locator("tbody tr[data-index='0']");
    await row.waitFor();
    const before = await row.textContent();
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Job title" }).fill("Nobody's business");
    await page.keyboard.press("Enter");
    await expect(alert("Job title not saved")).toContainText(/role|may not|not allowed/i);
    await expect(row).toHaveText(before ?? "");
  });
  await test.step("a new record keeps what was typed", async () => {
    await page.goto("/contacts?new=1");
    await page.getByRole("textbox", { name: "Email", exact: true }).fill("kept@example.com");
    await page.getByRole("button", { name: "Create contact" }).click();
    await expect(alert("Not saved. What you typed is kept.")).toContainText(/role|may not|not allowed/i);
    await expect(page.getByRole("textbox", { name: "Email", exact: true })).toHaveValue("kept@example.com");
  });
  await test.step("an upload", async () => {
    await page.goto("/contacts/imports/new");
    const buffer = Buffer.from("Email\nnot-mine@example.com\n");
    await page.getByLabel("File to import").setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer });
    await expect(alert("mine.csv was not taken")).toContainText(/role|may not|not allowed/i);
  });
  for (const [path, what] of [
    ["/users", "Users could not be loaded"],
    ["/users/teams", "Teams could not be loaded"],
    ["/users/invitations", "Invitations could not be loaded"],
    ["/compliance/requests", "could not be loaded"],
    ["/contacts/imports", "could not be loaded"],
    ["/system", "could not be loaded"],
  ] as const) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(alert(what).first()).toContainText(/role|may not|not allowed/i);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
});

test("a client user sees colleagues of the own organisation only", async ({ page }) => {
  await signIn(page, "Client user", "/team");
  await expect(page.getByRole("cell", { name: "Mateo Villar" })).toBeVisible();
  await expect(page.getByText("Imani Brooks")).toHaveCount(0);
  await expect(page.getByText("Maren Lindqvist")).toHaveCount(0);
});

/** What every spec starts from: the address of the running Pivotal, a person to be, and a page that must not fail. */
import { type BrowserContext, expect, type Locator, type Page, test as base } from "@playwright/test";

export type Role = "Admin" | "Campaign manager" | "Data operations" | "QA analyst" | "Agent" | "Client user";

export const test = base.extend<{ problems: string[]; another: (userAgent?: string) => Promise<Page> }>({
  // Anything the page throws fails the test that made it do so.
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  // A page of another browser: somebody else, or the same person elsewhere. Its failures count as well.
  another: async ({ browser, problems }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (userAgent) => {
      const context = await browser.newContext(userAgent === undefined ? {} : { userAgent });
      opened.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

/** What the API calls the roles. */
const ROLES: Record<Role, string> = {
  Admin: "ADMIN",
  "Campaign manager": "CAMPAIGN_MANAGER",
  "Data operations": "DATA_OPS",
  "QA analyst": "QA_ANALYST",
  Agent: "AGENT",
  "Client user": "CLIENT_USER",
};

/**
 * By a development login, landing on `path`. As the page for signing in does it, without that page: it has stories of its own,
 * and before every other one it would only be waited for.
 */
export async function signIn(page: Page, role: Role, path = "/"): Promise<void> {
  const known = await page.request.get("/api/v1/auth/development-logins");
  const logins = (await known.json()) as { email: string; password: string; role: string }[];
  const login = logins.find((one) => one.role === ROLES[role]);
  if (login === undefined) throw new Error(`Nobody among the development logins is ${role}.`);
  const { email, password } = login;
  const signedIn = await page.request.post("/api/v1/auth/login", {
    data: { email, password },
    headers: { "x-pivotal-csrf": "1" },
  });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  await page.goto(path);
  await begun(page);
  await expect(page.getByTestId("user-menu")).toBeVisible();
  // Not only the frame around it.
  await page.locator("h1").first().waitFor({ state: "attached" });
}

/**
 * The app has drawn a page, or takes long. Looked for in the page itself: what is expected from outside is looked for every
 * half second, once the first quarter of one went by, and an app that starts mostly takes a little longer than that.
 */
async function begun(page: Page): Promise<void> {
  const there = page.evaluate(async () => {
    const giveUp = performance.now() + 5_000;
    const drawn = () => document.querySelector("[data-testid='user-menu']") && document.querySelector("h1");
    while (!drawn() && performance.now() < giveUp) await new Promise((done) => setTimeout(done, 20));
  });
  // It may have been led elsewhere meanwhile: what is expected next says whether that is right.
  await there.catch(() => {});
}

/**
 * On the screen. Playwright looks every half second once the first quarter of one went by, which is when most pages come; for
 * somebody who has less than two and a half seconds it looks every tenth. Only for where much is opened one after another.
 */
export async function shown(what: Locator): Promise<void> {
  await what.waitFor({ timeout: 2_400 }).catch(() => {});
  await what.waitFor({ timeout: 30_000 });
}

/** By a press on a development login of the page for signing in. */
export async function pressLogin(page: Page, role: Role): Promise<void> {
  await page.goto("/");
  await page.getByRole("region", { name: "Development logins" }).getByRole("button", { name: role }).first().click();
  await expect(page.getByTestId("user-menu")).toBeVisible();
}

/** By email and password, from wherever a sign-in is asked for. */
export async function signInAs(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await fillSignIn(page, email, password);
  await expect(page.getByTestId("user-menu")).toBeVisible();
}

/** What comes of it is the caller's to say. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().endsWith("/login")) await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** "12,345" */
export const counted = (value: number) => value.toLocaleString("en-US");

/** The number an element shows. */
export async function numberIn(page: Page, testId: string): Promise<number> {
  const text = await page.getByTestId(testId).textContent();
  return Number((text ?? "").replaceAll(/\D/g, ""));
}

const OUTCOMES = ["created", "updated", "unchanged", "merged_in_file", "matches_archived", "rejected", "not_run"];

/** The outcomes on a result page, after checking that they add up to the rows read. */
export async function outcomes(page: Page): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const id of OUTCOMES) found[id] = await numberIn(page, `outcome-${id}`);
  const sum = Object.values(found).reduce((total, value) => total + value, 0);
  expect(sum, "outcomes add up to the rows read").toBe(await numberIn(page, "outcome-read"));
  return found;
}

/** Uploads a file, takes the mapping as suggested, and waits for the result. */
export async function importFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page.goto("/contacts/imports/new");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name, mimeType: "text/csv", buffer: typeof text === "string" ? Buffer.from(text) : text });
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await previewed(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("result-title")).toBeVisible({ timeout: 60_000 });
}

const PREVIEWED = ["created", "updated", "unchanged", "merged_in_file", "matches_archived", "rejected"];

/** The numbers of a preview, once every row was checked. */
export async function previewed(page: Page, timeout = 60_000): Promise<Record<string, number>> {
  await expect(page.getByTestId("preview-created")).toBeVisible({ timeout });
  const found: Record<string, number> = { not_run: 0 };
  for (const id of PREVIEWED) found[id] = await numberIn(page, `preview-${id}`);
  return found;
}

/** Makes a custom field out of a column of the mapping page. */
export async function makeField(page: Page, column: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${column} goes to`) }).click();
  await page.getByRole("option", { name: /New custom field/ }).click();
  const dialog = page.getByRole("dialog", { name: "New custom field" });
  await dialog.getByRole("button", { name: "Create field" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: `${column} goes to ${column}` })).toBeVisible();
}

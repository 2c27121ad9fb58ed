/** Users of a spec's own, made through the API, and the mail they get: those of the development logins are everybody's. */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import { graphql, token } from "./seed.ts";
import { expect } from "./test.ts";

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Of this run alone. The name stands at the top of the list of users, which draws only the rows that are in sight. */
export function somebody(what: string): Person {
  const id = randomUUID().slice(0, 8);
  return { name: `Aaa ${what} ${id}`, email: `${what}-${id}@example.com`, password: "correct horse battery" };
}

/** An agent, unless another role is named. */
export async function makePerson(what: string, role = "AGENT"): Promise<Person> {
  const person = somebody(what);
  const { userCreate: made } = await graphql<{ userCreate: { user: object | null; userErrors: object[] } }>(
    await token(),
    "mutation ($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { message } } }",
    { input: { ...person, role } },
  );
  if (made.user === null) throw new Error(`no user: ${JSON.stringify(made.userErrors)}`);
  return person;
}

/**
 * So many mails of this subject are there for an address, or it took too long. They are sent by a job; the page asks every
 * five seconds, which is long to sit out each time.
 */
export async function mailsArrived(address: string, subject: string, count = 1): Promise<void> {
  const giveUp = Date.now() + 45_000;
  for (;;) {
    const { mailbox } = await graphql<{ mailbox: { mails: { toAddress: string; subject: string }[] } }>(
      await token(),
      "{ mailbox { mails { toAddress subject } } }",
      {},
    );
    const there = mailbox.mails.filter((mail) => mail.toAddress === address && mail.subject.includes(subject));
    if (there.length >= count || Date.now() > giveUp) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The newest mail to an address on the page of the test mailbox, opened. */
export async function openMail(page: Page, address: string, subject: string) {
  await mailsArrived(address, subject);
  await page.goto("/mailbox");
  const mail = page
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: address }) })
    .filter({ has: page.locator("summary", { hasText: subject }) })
    .first();
  await mail.locator("summary").click({ timeout: 45_000 });
  // As words: what stands in the frame is not the page's.
  await mail.getByRole("button", { name: "Text", exact: true }).click();
  await expect(mail.getByRole("link")).toBeVisible();
  return mail;
}

/** Where the link in it leads, on the Pivotal of the specs whatever it calls itself. */
export async function linkIn(mail: Awaited<ReturnType<typeof openMail>>): Promise<string> {
  const { pathname, hash } = new URL((await mail.getByRole("link").getAttribute("href")) ?? "");
  return `${pathname}${hash}`;
}

export const door = (page: Page) => page.getByRole("heading", { level: 1, name: "Sign in" });

/** Loaded anew, so that it asks for everything: what the page kept says nothing. */
export async function expectSignedOut(page: Page): Promise<void> {
  await page.reload();
  await expect(door(page)).toBeVisible();
}

/** The row of somebody in the list of users. */
export const rowOf = (page: Page, { email }: Person) => page.getByRole("row").filter({ hasText: email });

/** An entry of the menu in that row. */
export async function choose(page: Page, person: Person, entry: string): Promise<void> {
  await rowOf(page, person)
    .getByRole("button", { name: `Actions for ${person.name}` })
    .click();
  await page.getByRole("menuitem", { name: entry }).click();
}

/**
 * Section 14 of the brief: a send leaves out the invalid and the bounced, and who unsubscribes gets nothing any more. The ledger says why
 * of each. How a campaign is built in the app is the story of email-campaign.e2e.ts.
 */
import { randomUUID } from "node:crypto";
import { type Page } from "@playwright/test";
import {
  bounceBefore,
  isSuppressed,
  makeDraft,
  makeList,
  makeReaders,
  makeSetup,
  makeWith,
  managerToken,
  suppress,
} from "./campaigns.ts";
import { looksRight } from "./looks.ts";
import { graphql, makeContactWithoutEmail } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const LEDGER =
  "query ($id: UUID!) { emailLedger(campaignId: $id) { audience pending sent excluded failed unknown balanced } }";

const state = (page: Page, words: string) => page.locator(".page-head").getByText(words, { exact: true });
const why = (page: Page) => page.getByTestId("ledger").getByRole("list", { name: "Why" });

/** As the API tells it, once it was worked off. */
async function expectLedger(id: string, sent: number, excluded: number): Promise<void> {
  const bearer = await managerToken();
  const told = async () => (await graphql<{ emailLedger: object }>(bearer, LEDGER, { id })).emailLedger;
  const audience = sent + excluded;
  const parts = { audience, pending: 0, sent, excluded, failed: 0, unknown: 0, balanced: true };
  await expect.poll(told, { timeout: 60_000 }).toEqual(parts);
}

/** The kept mails to an address. */
const mailsTo = (page: Page, address: string) =>
  page.locator("details").filter({ has: page.locator("summary", { hasText: address }) });

/** The way out that the newest mail to an address names. */
async function wayOut(page: Page, address: string): Promise<string> {
  const mail = mailsTo(page, address).first();
  await mail.locator("summary").click();
  await mail.getByRole("button", { name: "Text", exact: true }).click();
  await expect(mail.locator(".mail-text")).toBeVisible();
  const path = /\/u\/[\w-]+/.exec((await mail.textContent()) ?? "")?.[0];
  expect(path, "the mail says how to get no more of them").toBeDefined();
  return path ?? "";
}

test("a send leaves out the invalid and the bounced, and unsubscribing holds from then on", async ({
  page,
  another,
}) => {
  test.setTimeout(240_000);
  const id = randomUUID().slice(0, 6);
  const setup = await makeSetup(id);
  const at = (name: string) => `${name}.${id}@campaign-${id}.example`;
  const { ids, addresses } = await makeReaders(id, 3);
  const [byPage = "", byMail = "", stays = ""] = addresses;
  const bounced = await makeWith({ email: at("bounced"), full_name: `Bounced ${id}`, country: "US" });
  await bounceBefore(bounced);
  await suppress(at("gone"));
  const list = await makeList(`Everybody ${id}`, [
    ...ids,
    bounced,
    await makeWith({
      email: at("invalid"),
      full_name: `Invalid ${id}`,
      country: "US",
      email_verification_status: "invalid",
    }),
    await makeWith({ email: at("gone"), full_name: `Gone ${id}`, country: "US" }),
    await makeWith({ email: at("ohne"), full_name: `Ohne ${id}`, country: "DE" }),
    await makeContactWithoutEmail(`nowhere${id}`),
  ]);
  const first = await makeDraft(`First ${id}`, setup, [{ list }]);
  const second = await makeDraft(`Second ${id}`, setup, [{ list }]);
  await signIn(page, "Campaign manager", `/campaigns/${first}/edit/launch`);

  await test.step("it is launched, and everybody has one outcome, with its reason", async () => {
    await page.getByRole("button", { name: "Launch to 3 people" }).click();
    await expect(state(page, "Completed")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId("ledger-SENT")).toHaveText("3");
    await expect(page.getByTestId("ledger-EXCLUDED")).toHaveText("5");
    await expect(page.getByTestId("ledger-audience")).toHaveText("8");
    for (const reason of [
      "Invalid email address",
      "An earlier email bounced",
      "Suppressed",
      "No email address",
      "No consent",
    ])
      await expect(why(page).getByRole("listitem").filter({ hasText: reason })).toContainText(/1$/);
    await expectLedger(first, 3, 5);
  });

  await test.step("a number leads to whom it counts, and to why", async () => {
    await page.getByTestId("ledger-EXCLUDED").getByRole("link").click();
    const rows = page.getByRole("table", { name: "Recipients" }).locator("tbody tr[data-index]");
    await expect(rows).toHaveCount(5);
    await rows.filter({ hasText: `Bounced ${id}` }).click({ position: { x: 400, y: 16 } });
    await expect(page.getByTestId("recipient-steps")).toContainText("Taken into audience version 1");
    await expect(page.getByTestId("recipient-steps")).toContainText("An earlier email bounced");
    await looksRight(page, "recipients of a campaign", () => page.getByTestId("recipient-steps").waitFor());
    await page.getByRole("tab", { name: /^Audience/ }).click();
    await expect(page.getByTestId("audience-version-1")).toContainText("8 people");
    await looksRight(page, "audience versions", () => page.getByTestId("audience-version-1").waitFor());
  });

  const admin = await another();
  const { pageOut, mailOut } = await test.step("the test mailbox has those who got it, and nobody else", async () => {
    await signIn(admin, "Admin", "/mailbox");
    for (const address of addresses) await expect(mailsTo(admin, address)).toHaveCount(1);
    for (const name of ["bounced", "invalid", "gone", "ohne"]) {
      await expect(mailsTo(admin, at(name))).toHaveCount(0);
    }
    return { pageOut: await wayOut(admin, byPage), mailOut: await wayOut(admin, byMail) };
  });

  await test.step("looking at the way out changes nothing; pressing the button does, at once", async () => {
    const stranger = await another();
    await stranger.goto(pageOut);
    await expect(stranger.getByRole("heading", { name: "Unsubscribe?" })).toBeVisible();
    expect(await isSuppressed(byPage), "looked at").toBe(false);
    await stranger.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(stranger.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
    expect(await isSuppressed(byPage), "pressed").toBe(true);
  });

  await test.step("a mail program's one click shows no page", async () => {
    const answer = await fetch(`${process.env.E2E_URL}${mailOut}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
      redirect: "manual",
    });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(await isSuppressed(byMail)).toBe(true);
    expect(await isSuppressed(stays)).toBe(false);
  });

  await test.step("the pages of both say so", async () => {
    for (const contact of ids.slice(0, 2)) {
      // They follow the log within moments.
      await expect(async () => {
        await page.goto(`/contacts/${contact}`);
        await expect(page.getByTestId("suppressed")).toContainText("Unsubscribed", { timeout: 5_000 });
      }).toPass({ timeout: 60_000 });
    }
  });

  await test.step("a second campaign leaves both out, and says why", async () => {
    await page.goto(`/campaigns/${second}/edit/launch`);
    await page.getByRole("button", { name: /^Launch to 1 / }).click();
    await expect(state(page, "Completed")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId("ledger-SENT")).toHaveText("1");
    await expect(page.getByTestId("ledger-EXCLUDED")).toHaveText("7");
    await expect(why(page).getByRole("listitem").filter({ hasText: "Suppressed" })).toContainText(/3$/);
    await expectLedger(second, 1, 7);
    await admin.goto("/mailbox");
    await expect(mailsTo(admin, stays)).toHaveCount(2);
    for (const address of [byPage, byMail]) await expect(mailsTo(admin, address)).toHaveCount(1);
  });

  await test.step("one that leaves out whom the first wrote to has nobody", async () => {
    const third = await makeDraft(`Third ${id}`, setup, [{ list }], {
      exclude: [{ campaign: first, who: "EVERYBODY" }],
    });
    await page.goto(`/campaigns/${third}/edit/review`);
    await expect(page.getByTestId("preflight-AUDIENCE_EMPTY")).toBeVisible();
    await page.getByTestId("preflight-AUDIENCE_EMPTY").getByRole("link", { name: "Audience" }).click();
    await expect(page.getByTestId("audience-exclude")).toContainText(`First ${id}`);
    await page.goto(`/campaigns/${third}/edit/launch`);
    const launch = page.getByRole("button", { name: /^Launch/ }).last();
    await expect(launch).toHaveAttribute("aria-disabled", "true");
  });
});

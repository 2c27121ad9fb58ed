/** Invitations: sent by keys, read in the test mailbox, accepted once; what a link says that is used, replaced or withdrawn. */
import { type Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { linkIn, mailsArrived, openMail, somebody } from "./people.ts";
import { expect, signIn, signInAs, test } from "./test.ts";

const SUBJECT = "You are invited to Pivotal";

const rowOf = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });

/** By keys alone, from a page whose own act it is. */
async function invite(page: Page, email: string, role?: string): Promise<void> {
  await page.getByRole("button", { name: "Invite", exact: true }).first().waitFor();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await expect(dialog.getByRole("textbox", { name: "Email" })).toBeFocused();
  await page.keyboard.type(email);
  if (role !== undefined) await dialog.getByLabel("Role").selectOption({ label: role });
  await page.keyboard.press("Control+Enter");
}

/** Whoever follows a link that is good no more is told why, and where to go. */
async function refused(page: Page, link: string, why: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link does not work" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(why);
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
}

test("somebody is invited, follows the link of the mail, chooses a password and has their role", async ({
  page,
  another,
}) => {
  test.setTimeout(240_000);
  const { name, email, password } = somebody("invited");
  let link = "";

  await test.step("an admin invites from the list of users", async () => {
    await signIn(page, "Admin", "/users");
    await invite(page, email, "QA analyst");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(rowOf(page, email)).toContainText("Waiting for an answer");
    await looksRight(page, "invitations", () => rowOf(page, email).waitFor());
  });

  await test.step("the mail is in the test mailbox, and its link opens in a page of its own", async () => {
    const mail = await openMail(page, email, SUBJECT);
    await expect(mail).toContainText("Maren Lindqvist has invited you");
    await looksRight(page, "an opened mail", () => mail.getByRole("link").waitFor());
    link = await linkIn(mail);
    const [opened] = await Promise.all([page.context().waitForEvent("page"), mail.getByRole("link").click()]);
    await expect(opened.getByRole("heading", { level: 1, name: "Join Pivotal" })).toBeVisible();
    await opened.close();
  });

  const guest = await another();
  await test.step("who is invited chooses a name and a password", async () => {
    await guest.goto(link);
    await expect(guest.getByText("As QA analyst.")).toBeVisible();
    await expect(guest.getByRole("textbox", { name: "Email" })).toHaveValue(email);
    await looksRight(guest, "an invitation", () => guest.getByText("As QA analyst.").waitFor());
    await guest.getByRole("textbox", { name: "Your name" }).fill(name);
    await guest.getByLabel("Choose a password").fill("short");
    await guest.keyboard.press("Enter");
    await expect(guest.getByText("Use at least 12 characters", { exact: false })).toBeVisible();
    await guest.getByLabel("Choose a password").fill(password);
    await guest.keyboard.press("Enter");
  });

  await test.step("and lands in the app as what they were invited", async () => {
    await expect(guest.getByTestId("user-menu")).toContainText(name);
    await expect(guest.getByTestId("user-menu")).toContainText("QA analyst");
    await guest.goto("/users");
    await expect(guest.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  });

  await test.step("the link is good once; the password stays", async () => {
    const late = await another();
    await refused(late, link, "This invitation was used. Sign in with your email and password.");
    await late.getByRole("link", { name: "Sign in" }).click();
    await signInAs(late, { email, password });
  });

  await test.step("the list says so, and whoever is a user is not invited again", async () => {
    await page.goto("/users/invitations");
    await expect(rowOf(page, email)).toContainText("Accepted");
    await expect(rowOf(page, email).getByRole("button")).toHaveCount(0);
    await invite(page, email);
    await expect(
      page.getByRole("dialog").getByText(`Another user signs in with ${email}.`, { exact: false }),
    ).toBeVisible();
  });
});

test("sent again or withdrawn, the links before let nobody in", async ({ page, another }) => {
  test.setTimeout(180_000);
  const { email } = somebody("uninvited");
  await signIn(page, "Admin", "/users/invitations");
  await invite(page, email);
  await expect(rowOf(page, email)).toContainText("Waiting for an answer");
  const first = await linkIn(await openMail(page, email, SUBJECT));

  await page.goto("/users/invitations");
  await rowOf(page, email)
    .getByRole("button", { name: `Send again: the invitation to ${email}` })
    .click();
  await expect(page.getByText(`A new invitation to ${email} is on its way`)).toBeVisible();
  await refused(await another(), first, "This invitation was sent again since. Use the link of the newest mail.");

  await mailsArrived(email, SUBJECT, 2);
  await page.goto("/mailbox");
  await expect(page.locator("details").filter({ hasText: email })).toHaveCount(2, { timeout: 45_000 });
  const second = await linkIn(await openMail(page, email, SUBJECT));
  expect(second).not.toBe(first);
  await page.goto("/users/invitations");
  await rowOf(page, email)
    .getByRole("button", { name: `Withdraw the invitation to ${email}` })
    .click();
  await expect(rowOf(page, email)).toContainText("Withdrawn");
  await refused(await another(), second, "This invitation was withdrawn. Ask whoever invited you.");
});

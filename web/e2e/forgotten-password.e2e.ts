/** A forgotten password: asked for at the sign-in, replaced by the link of a mail, and whoever was signed in with the old one is not any more. */
import { randomUUID } from "node:crypto";
import { looksRight } from "./looks.ts";
import { expectSignedOut, linkIn, makePerson, openMail } from "./people.ts";
import { expect, fillSignIn, signIn, signInAs, test } from "./test.ts";

const NEW = "another fine staple";

test("a new password by the link of a mail ends all sessions, and the link is good once", async ({ page, another }) => {
  test.setTimeout(240_000);
  const person = await makePerson("forgot");
  const elsewhere = await another();
  await signInAs(elsewhere, person);

  await test.step("asked for at the sign-in", async () => {
    await page.goto("/login");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    // The page before it asks for an email too.
    await expect(page.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
    await page.getByRole("textbox", { name: "Email" }).fill(person.email);
    await page.keyboard.press("Enter");
    const said = page.getByText(`If somebody signs in with ${person.email}`, { exact: false });
    await looksRight(page, "a link for a new password is on its way", () => said.waitFor());
  });

  const admin = await another();
  await signIn(admin, "Admin");
  const link = await linkIn(await openMail(admin, person.email, "Choose a new password for Pivotal"));

  await test.step("chosen by the link", async () => {
    await page.goto(link);
    await page.getByLabel("New password").fill("short");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Use at least 12 characters", { exact: false })).toBeVisible();
    // Said when the field is left, before anything is sent.
    await page.getByLabel("New password").fill("christopher1");
    await page.keyboard.press("Tab");
    await expect(page.getByText("would soon be guessed", { exact: false })).toBeVisible();
    await page.getByLabel("New password").fill(NEW);
    await page.keyboard.press("Tab");
    await expect(page.getByText("Hard to guess.")).toBeVisible();
    await page.getByLabel("New password").press("Enter");
    const set = page.getByRole("heading", { level: 1, name: "Your password is set" });
    await looksRight(page, "a password that is set", () => set.waitFor());
  });

  await test.step("the old one lets nobody in, the new one does", async () => {
    await page.getByRole("link", { name: "Sign in" }).click();
    await fillSignIn(page, person.email, person.password);
    await expect(page.getByRole("alert")).toContainText("This email and password do not belong together.");
    await signInAs(page, { email: person.email, password: NEW });
  });

  await expectSignedOut(elsewhere);

  await test.step("the link is void now", async () => {
    const late = await another();
    await late.goto(link);
    await late.getByLabel("New password").fill("a third set of words");
    await late.keyboard.press("Enter");
    await expect(late.getByRole("alert")).toContainText("This link was used already");
    await late.getByRole("link", { name: "Ask for another link" }).click();
    await expect(late.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
  });
});

test("whoever asks for an address that is nobody's is told the same", async ({ page }) => {
  const email = `nobody-${randomUUID().slice(0, 8)}@example.com`;
  await page.goto("/forgotten");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`If somebody signs in with ${email}`, { exact: false })).toBeVisible();
});

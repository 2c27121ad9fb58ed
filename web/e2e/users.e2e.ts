/** Users in the hands of an admin: disabled and enabled again, signed out everywhere, made. */
import { choose, expectSignedOut, makePerson, rowOf, somebody } from "./people.ts";
import { expect, fillSignIn, signIn, signInAs, test } from "./test.ts";

test("whoever is disabled is signed out and refused, and let in again once enabled", async ({ page, another }) => {
  test.setTimeout(180_000);
  const person = await makePerson("disabled");
  const theirs = await another();
  await signInAs(theirs, person);
  await signIn(page, "Admin", "/users");
  const row = rowOf(page, person);
  await expect(row).toContainText("Active");

  await test.step("disabled: out at once, and not in again", async () => {
    await choose(page, person, "Disable");
    await expect(page.getByText(`${person.name} can no longer sign in`)).toBeVisible();
    await expect(row).toContainText("Disabled");
    await expectSignedOut(theirs);
    await fillSignIn(theirs, person.email, person.password);
    await expect(theirs.getByRole("alert")).toContainText("This user is disabled. Ask an administrator to enable it.");
  });

  await test.step("enabled: in again, with the password as it was", async () => {
    await choose(page, person, "Enable");
    await expect(page.getByText(`${person.name} can sign in again`)).toBeVisible();
    await expect(row).toContainText("Active");
    await signInAs(theirs, person);
  });

  await test.step("signed out everywhere: out, and in again", async () => {
    await choose(page, person, "Sign out everywhere");
    await expect(page.getByText(`${person.name} is signed out everywhere`)).toBeVisible();
    await expectSignedOut(theirs);
    await signInAs(theirs, person);
  });
});

test("a user is made with a first password, and signs in with it", async ({ page, another }) => {
  const person = somebody("made");
  await signIn(page, "Admin", "/users");
  await page.getByRole("button", { name: "New user with a password" }).click();
  const dialog = page.getByRole("dialog", { name: "New user" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(person.name);
  await dialog.getByRole("textbox", { name: "Email" }).fill(person.email);
  await dialog.getByLabel("Role").selectOption({ label: "Data operations" });
  await dialog.getByLabel("First password").fill("short");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByText("Use at least 12 characters.")).toBeVisible();
  await dialog.getByLabel("First password").fill(person.password);
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, person)).toContainText("Data operations");
  const theirs = await another();
  await signInAs(theirs, person);
  await expect(theirs.getByTestId("user-menu")).toContainText("Data operations");
});

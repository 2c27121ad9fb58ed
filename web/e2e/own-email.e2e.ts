/** One's own address: another one is confirmed by its owner, and the old one takes the change back. */
import { looksRight } from "./looks.ts";
import { door, linkIn, makePerson, openMail, somebody } from "./people.ts";
import { expect, fillSignIn, signIn, signInAs, test } from "./test.ts";

test("an address is changed by the mail to the new one, and taken back by the mail to the old one", async ({
  page,
  another,
}) => {
  test.setTimeout(240_000);
  const person = await makePerson("own-email");
  const { email: wanted } = somebody("new-email");
  await signInAs(page, person);

  await test.step("asked for on the profile, with the password", async () => {
    await page.goto("/profile");
    const card = page.locator("form").filter({ has: page.getByRole("button", { name: "Send a link" }) });
    await expect(card.getByText(`You sign in with ${person.email}.`)).toBeVisible();
    await card.getByRole("textbox", { name: /^New email/ }).fill(wanted);
    await card.getByLabel("Your password").fill("not my password at all");
    await card.getByRole("button", { name: "Send a link" }).click();
    await expect(card.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
    await card.getByLabel("Your password").fill(person.password);
    await card.getByRole("button", { name: "Send a link" }).click();
    await expect(card.getByText(`Look into the mail of ${wanted}`, { exact: false })).toBeVisible();
    await expect(card.getByText(`You sign in with ${person.email}.`), "nothing changes until then").toBeVisible();
  });

  const admin = await another();
  await signIn(admin, "Admin");

  await test.step("confirmed by the link of the mail to the new address", async () => {
    const link = await linkIn(await openMail(admin, wanted, "Confirm your new address"));
    const owner = await another();
    await owner.goto(link);
    await looksRight(owner, "an address to confirm", () =>
      owner.getByRole("button", { name: "Use this address" }).waitFor(),
    );
    await owner.getByRole("button", { name: "Use this address" }).click();
    await expect(owner.getByRole("heading", { level: 1, name: "This address is yours" })).toBeVisible();
    await signInAs(owner, { email: wanted, password: person.password });
    await owner.goto("/profile");
    await expect(owner.getByText(`You sign in with ${wanted}.`)).toBeVisible();
  });

  await test.step("taken back by the link of the mail to the old one: everybody is signed out", async () => {
    const link = await linkIn(await openMail(admin, person.email, "Your address for Pivotal was changed"));
    const before = await another();
    await before.goto(link);
    await before.getByRole("button", { name: "Keep my old address" }).click();
    await expect(before.getByRole("heading", { level: 1, name: "Your old address is back" })).toBeVisible();
    await page.reload();
    await expect(door(page)).toBeVisible();
    // Once more is told, not done.
    await before.goto("/login");
    await before.goto(link);
    await before.getByRole("button", { name: "Keep my old address" }).click();
    await expect(before.getByRole("alert")).toBeVisible();
  });

  await test.step("the new address lets nobody in, and the old one chooses a new password", async () => {
    await fillSignIn(page, wanted, person.password);
    await expect(page.getByRole("alert")).toBeVisible();
    const link = await linkIn(await openMail(admin, person.email, "Choose a new password for Pivotal"));
    await page.goto(link);
    await page.getByLabel("New password").fill("another fine staple");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Your password is set" })).toBeVisible();
    await signInAs(page, { email: person.email, password: "another fine staple" });
  });
});

/** What is one's own: where one is signed in and the ending of that, the name, the password. */
import { looksRight } from "./looks.ts";
import { door, expectSignedOut, makePerson } from "./people.ts";
import { expect, signInAs, test } from "./test.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";
const EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";

test("another browser's session is listed and ended, and that browser is signed out", async ({ page, another }) => {
  test.setTimeout(180_000);
  const person = await makePerson("sessions");
  const [firefox, edge] = [await another(FIREFOX), await another(EDGE)];
  for (const browser of [firefox, edge, page]) await signInAs(browser, person);

  await page.getByTestId("user-menu").click();
  await page.getByRole("menuitem", { name: "Profile and sessions" }).click();
  const rows = page.getByRole("region", { name: "Sessions" }).getByRole("row");
  // With the head of the table.
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: "This one" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Edge on Windows" })).toHaveCount(1);
  await looksRight(page, "a profile with sessions elsewhere", () => rows.last().waitFor());

  const theirs = rows.filter({ hasText: "Firefox on Linux" });
  await theirs.getByRole("button", { name: /^Sign out Firefox on Linux/ }).click();
  await expect(theirs).toHaveCount(0);
  await expect(rows).toHaveCount(3);
  // Its next question is refused, if it has not asked by itself before.
  await firefox.getByTestId("nav-tasks").or(door(firefox)).click();
  await expect(door(firefox)).toBeVisible();
  await expectSignedOut(firefox);

  const others = page.getByRole("button", { name: "Sign out everywhere else" });
  await others.click();
  await expect(rows).toHaveCount(2);
  await expect(others).toHaveAttribute("aria-disabled", "true");
  await expectSignedOut(edge);

  await page.reload();
  await expect(rows.filter({ hasText: "This one" })).toHaveCount(1);
});

test("a name and a password are changed on the profile; the sessions elsewhere end", async ({ page, another }) => {
  test.setTimeout(180_000);
  const person = await makePerson("profile");
  const elsewhere = await another(FIREFOX);
  await signInAs(elsewhere, person);
  await signInAs(page, person);
  await page.goto("/profile");

  const name = `${person.name} the Second`;
  await expect(page.getByRole("button", { name: "Save name" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByTestId("user-menu")).toContainText(name);

  const password = "another fine staple";
  const current = page.getByLabel("Current password");
  await current.fill("not my password");
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The current password is not right.", { exact: false })).toBeVisible();
  await expect(page.getByLabel("New password"), "what was typed is kept").toHaveValue(password);
  await current.fill(person.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed; your other sessions have ended")).toBeVisible();
  await expectSignedOut(elsewhere);
  await signInAs(elsewhere, { email: person.email, password });
});

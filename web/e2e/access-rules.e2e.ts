/** What everybody must bring to sign in: read and left as it is here, for a rule would shut every other journey out; and the page of who owes a second step. */
import { looksRight } from "./looks.ts";
import { expect, signIn, test } from "./test.ts";

test("an administrator sees the rules, and who owes a second step is led to it and to nothing else", async ({
  page,
}) => {
  await signIn(page, "Admin", "/users");
  await page.getByRole("button", { name: "Sign-in rules" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign-in rules" });
  const rule = dialog.getByLabel("A second step is required of");
  await looksRight(page, "sign-in rules", () => rule.waitFor());
  await expect(rule).toHaveValue("NOBODY");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await test.step("as the server says it of somebody whom a rule reaches", async () => {
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('"owesSecondStep":false', '"owesSecondStep":true');
      await route.fulfill({ response, body });
    });
    await page.reload();
    const heading = page.getByRole("heading", { name: "Set up the second step" });
    await looksRight(page, "second step that is owed", () => heading.waitFor());
    await expect(page.getByTestId("user-menu")).toHaveCount(0);
    await page.getByRole("button", { name: "Set up" }).click();
    await expect(page.getByRole("dialog").getByLabel("Your password")).toBeFocused();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  });
});

/** The digest: chosen, its next time said, one taken at once, and ended by the link in it without signing in. */
import { looksRight } from "./looks.ts";
import { makePerson } from "./people.ts";
import { expect, signIn, signInAs, test } from "./test.ts";

const PREFERENCES = "/notifications?show=preferences";
const SUBJECT = "Your Pivotal digest";

test("a digest is chosen, comes by mail, and its link ends it", async ({ page, another }) => {
  test.setTimeout(300_000);
  const person = await makePerson("digest");
  await signInAs(page, person);
  const comes = page.getByLabel("Comes", { exact: true });
  const status = page.getByRole("status");

  await test.step("every day: the page says when the next one is due", async () => {
    await page.goto(PREFERENCES);
    await expect(status.filter({ hasText: "No digest is sent by itself." })).toBeVisible();
    const saved = page.waitForResponse(
      (response) => response.request().postData()?.includes("notificationMailSet") ?? false,
    );
    await comes.selectOption({ label: "Every day" });
    await saved;
    await expect(status.filter({ hasText: /^The next one is due .*\d/ })).toBeVisible();
    // Kept by the server, not by the page; whoever comes anew may be faster than the list.
    await expect(async () => {
      await page.reload();
      await expect(comes).toHaveValue("DAILY", { timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await expect(status.filter({ hasText: /^The next one is due .*\d/ })).toBeVisible();
    await looksRight(page, "a digest that is chosen", () => comes.waitFor());
  });

  await test.step("one is taken at once", async () => {
    await page.getByRole("button", { name: "Send me one now" }).click();
    await expect(status.filter({ hasText: `A digest is on its way to ${person.email}` })).toBeVisible();
  });

  const link = await test.step("it is in the test mailbox, with a link to end it", async () => {
    const admin = await another();
    await signIn(admin, "Admin", "/mailbox");
    const mail = admin
      .locator("details")
      .filter({ has: admin.locator("summary", { hasText: person.email }) })
      .filter({ has: admin.locator("summary", { hasText: SUBJECT }) })
      // The one of the day may come as well, when its hour is now.
      .first();
    await mail.locator("summary").click({ timeout: 45_000 });
    await mail.getByRole("button", { name: "Text", exact: true }).click();
    await expect(mail).toContainText("Nothing is waiting for you");
    const path = /\/u\/\S+/.exec((await mail.textContent()) ?? "")?.[0];
    expect(path, "the mail says how to end it").toBeDefined();
    return path ?? "";
  });

  await test.step("pressed by somebody who is not signed in; looking alone changes nothing", async () => {
    const stranger = await another();
    await stranger.goto(link);
    await expect(stranger.getByRole("heading", { name: "No more digests?" })).toBeVisible();
    await page.reload();
    await expect(comes).toHaveValue("DAILY");
    await stranger.getByRole("button", { name: "Stop the digest" }).click();
    await expect(stranger.getByRole("heading", { name: "You get no digest any more" })).toBeVisible();
  });

  await test.step("it is off", async () => {
    // The list follows the log within moments: asked anew until it has it.
    await expect(async () => {
      await page.reload();
      await expect(comes).toHaveValue("OFF", { timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await expect(status.filter({ hasText: "No digest is sent by itself." })).toBeVisible();
  });
});

/** An email template is written by keys, previewed, tested, submitted, returned, put right and approved by somebody else. */
import { randomUUID } from "node:crypto";
import { makeContact } from "./seed.ts";
import { looksRight } from "./looks.ts";
import { expect, signIn, test } from "./test.ts";

const newName = (what: string) => `${what} ${randomUUID().slice(0, 6)}`;

test("a template goes from blocks to an approved version, and two people agree on it", async ({ page, another }) => {
  test.setTimeout(120_000);
  const name = newName("Spring news");
  await makeContact("Templata", "VP of templates");
  await signIn(page, "Campaign manager", "/campaigns/templates?new=1");
  const making = page.getByRole("dialog", { name: "New email template" });
  await making.getByLabel("Name").fill(name);
  await making.getByLabel("Tags").fill("stories");
  await making.getByRole("button", { name: "Create template" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const saved = page.getByRole("status").filter({ hasText: /^Saved$/ });
  await expect(saved).toBeVisible();

  // By keys alone: a heading is added, written and moved to the top.
  const add = page.getByRole("group", { name: "Add to the email" });
  await add.getByRole("button", { name: "Heading" }).press("Enter");
  await page.keyboard.type("Where the market goes");
  await page.getByRole("button", { name: /^Move heading 4 up/ }).press("Enter");
  await expect(page.getByRole("button", { name: /^Move heading 3 up/ })).toBeFocused();
  await page.getByRole("textbox", { name: "Subject" }).fill("News for {{contact.first_name|you}}");
  await page.getByRole("textbox", { name: "Preheader" }).fill("Three minutes to read");
  await expect(saved).toBeVisible();

  // As a contact gets it, and as plain text.
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("News for you");
  await preview.getByRole("button", { name: "Show as" }).click();
  await page.getByPlaceholder("Type to find").fill("Templata");
  await page.getByRole("option", { name: /Templata/ }).click();
  await expect(preview).toContainText("News for Spec");
  await expect(preview.frameLocator("iframe").getByRole("heading", { name: "Where the market goes" })).toBeVisible();
  await preview.getByRole("button", { name: "Plain text" }).click();
  await expect(page.getByRole("region", { name: "Plain text of the email" })).toContainText("Where the market goes");

  // What there is no such tag for is not saved, and says so; nobody leaves it by accident.
  await page.getByRole("textbox", { name: "Subject" }).fill("Hello {{contact.nothing}}");
  await expect(page.getByRole("alert").filter({ hasText: "contact.nothing" })).toBeVisible();
  await page.getByTestId("nav-dashboard").click();
  const leaving = page.getByRole("dialog", { name: "Not everything is saved" });
  await leaving.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("textbox", { name: "Subject" }).fill("News for {{contact.first_name|you}}");
  await expect(saved).toBeVisible();

  await page.getByRole("button", { name: "Send test" }).click();
  await page.getByRole("dialog", { name: "Send a test" }).getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText(/is on its way to/)).toBeVisible();

  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByText("Version 1 waits for approval")).toBeVisible();
  await expect(page.getByText(/You wrote or submitted this version/)).toBeVisible();
  await looksRight(page, "email template in review", () => page.getByRole("region", { name: "Checks" }).waitFor());

  const admin = await another();
  await signIn(admin, "Admin", new URL(page.url()).pathname);
  await admin.getByRole("button", { name: "Return" }).click();
  const returning = admin.getByRole("dialog", { name: "Return version 1" });
  await returning.getByLabel("Reason").fill("Name the market in the subject");
  await returning.getByRole("button", { name: "Return it" }).click();
  await expect(admin.getByText(/^Version 1 was returned/)).toBeVisible();

  await page.reload();
  await expect(page.getByText("Name the market in the subject")).toBeVisible();
  await page.getByRole("textbox", { name: "Subject" }).fill("The market for {{contact.first_name|you}}");
  await expect(saved).toBeVisible();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.getByText("Version 2 waits for approval")).toBeVisible();

  await admin.reload();
  await admin.getByRole("tab", { name: /^Versions/ }).click();
  await admin.getByRole("combobox", { name: "Before" }).selectOption("Version 1");
  await admin.getByRole("combobox", { name: "After" }).selectOption("Version 2");
  await expect(admin.getByRole("region", { name: "Changes of subject" })).toContainText("The market for");
  await looksRight(admin, "versions of an email template", () =>
    admin.getByRole("region", { name: "Changes of subject" }).waitFor(),
  );
  await admin.getByRole("button", { name: "Approve" }).click();
  await expect(admin.getByText(`Version 2 of ${name} is approved`)).toBeVisible();

  await page.goto("/campaigns/templates?state=APPROVED");
  await page.getByRole("textbox", { name: "Find by name or subject" }).fill(name);
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Approved");
});

test("a template goes on in MJML, whose mistakes are shown at their lines", async ({ page }) => {
  const name = newName("By hand");
  await signIn(page, "Campaign manager", "/campaigns/templates?new=1");
  const making = page.getByRole("dialog", { name: "New email template" });
  await making.getByLabel("Name").fill(name);
  await making.getByRole("button", { name: "Create template" }).click();
  await page.getByRole("button", { name: "Write it in MJML" }).click();
  await page.getByRole("dialog", { name: "Write it in MJML" }).getByRole("button", { name: "Go on in MJML" }).click();
  const source = page.getByRole("textbox", { name: "MJML" });
  await expect(source).toHaveValue(/<mj-body/);
  const whole = await source.inputValue();
  await source.fill("<mjml>\n<mj-body>\n<mj-bodi />\n</mj-body>\n</mjml>");
  await page.getByRole("list", { name: "Problems of the source" }).getByRole("button", { name: "Line 3" }).click();
  await expect(source).toBeFocused();
  await source.fill(whole.replace("Write your message here.", "By hand."));
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await expect(page.frameLocator("iframe").getByText("By hand.")).toBeVisible();
});

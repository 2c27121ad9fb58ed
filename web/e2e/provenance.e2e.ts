/** Where a value comes from, the record as it was, and the way back: by mouse and by keys alone. */
import { type Page } from "@playwright/test";
import { violations } from "./looks.ts";
import { changeContact, makeContact } from "./seed.ts";
import { expect, signIn, test } from "./test.ts";

const value = (page: Page, label: string) =>
  page.locator("dl.fields dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]");

/** A contact whose title was changed twice. */
async function promoted(name: string): Promise<string> {
  const id = await makeContact(name, "Analyst");
  await changeContact(id, { job_title: "Director of Operations", city: "Odense" });
  await changeContact(id, { job_title: "VP Operations" });
  return id;
}

test("a field says where its value comes from, and an earlier one comes back, by keys alone", async ({ page }) => {
  const id = await promoted("sourced");
  await signIn(page, "Data operations", `/contacts/${id}`);
  const button = page.getByRole("button", { name: "Where Job title comes from" });
  await button.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Where Job title comes from" });
  await expect(panel).toContainText("VP Operations");
  await expect(panel).toContainText("Typed in · Maren Lindqvist");
  await expect(panel.getByText("Analyst")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.keyboard.press("Enter");
  const back = panel.getByRole("listitem").filter({ hasText: "Analyst" }).getByRole("button", { name: "Bring back" });
  await back.focus();
  await page.keyboard.press("Enter");
  await expect(panel).toHaveCount(0);
  await expect(value(page, "Job title")).toHaveText("Analyst");
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("restored the value of");
  await page.keyboard.press("Control+z");
  await page.getByRole("tab", { name: "Overview" }).click();
  await expect(value(page, "Job title")).toHaveText("VP Operations");
});

test("the record as it was is read only, marks what differs, and gives values back", async ({ page }) => {
  const id = await promoted("looked-back");
  await signIn(page, "Data operations", `/contacts/${id}`);
  await page.getByRole("button", { name: "Look back" }).click();
  await expect(page).toHaveURL(/asof=p\d+/);
  const past = page.getByRole("region", { name: "Looking back" });
  await expect(past.getByText(/ as of /)).toBeVisible();
  await expect(past.getByRole("button", { name: /^Edit/ })).toHaveCount(0);
  await expect(value(page, "Job title")).toContainText("Director of Operations");
  await expect(value(page, "Job title")).toContainText("VP Operations");

  // One change further back, by keys.
  await past.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(value(page, "Job title")).toContainText("Analyst");
  await expect(value(page, "City")).toContainText("empty");
  // The address shows the same to whoever opens it.
  await page.reload();
  await expect(value(page, "Job title")).toContainText("Analyst");

  await past.getByRole("button", { name: "Compare", exact: true }).click();
  const table = page.getByRole("region", { name: "Comparison" }).getByRole("table");
  await expect(table.getByRole("row", { name: /^Job title/ })).toContainText("Analyst");
  await expect(table.getByRole("row", { name: /^Job title/ })).toContainText("VP Operations");
  await past.getByRole("button", { name: "Stop comparing" }).click();

  await page.getByRole("button", { name: "Bring Job title back" }).click();
  await expect(page.getByText("Job title brought back")).toBeVisible();
  await past.getByRole("button", { name: "Back to now" }).click();
  await expect(past).toHaveCount(0);
  await expect(value(page, "Job title")).toHaveText("Analyst");
  await expect(value(page, "City")).toHaveText("Odense");
});

test("the timeline shows what is asked for", async ({ page }) => {
  const id = await promoted("timed");
  await signIn(page, "Data operations", `/contacts/${id}?tab=history`);
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByRole("listitem").first()).toBeVisible();
  await panel.getByLabel("To day").fill("2001-01-01");
  await expect(panel).toContainText("Nothing of this kind happened then.");
  await panel.getByRole("button", { name: "Show everything" }).click();
  await expect(panel).toContainText("Director of Operations");
});

test("a taken address is refused with who has it", async ({ page }) => {
  const id = await makeContact("first-owner", "Analyst");
  await signIn(page, "Data operations", `/contacts/${id}`);
  const old = (await value(page, "Email").innerText()).trim();
  await changeContact(id, { email: `moved.${Date.now()}@example.com` });
  const other = await makeContact("second-owner", "Analyst");
  await changeContact(other, { email: old });
  await page.reload();
  await page.getByRole("button", { name: "Where Email comes from" }).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Where Email comes from" });
  await panel.getByRole("button", { name: "Bring back" }).click();
  await expect(panel.getByRole("alert")).toContainText(/second-owner has the email/i);
  await expect(panel.getByRole("alert")).toContainText(old);
  await panel.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(new RegExp(other));
});

test("axe finds nothing on them, light and dark, wide and narrow", async ({ page }) => {
  const id = await promoted("looked-at");
  await signIn(page, "Data operations", `/contacts/${id}`);
  const ways = [
    { colorScheme: "light", width: 1440 },
    { colorScheme: "dark", width: 390 },
  ] as const;
  const shows: [string, () => Promise<unknown>][] = [
    [
      "origins",
      async () => {
        await page.goto(`/contacts/${id}`);
        await page.getByRole("button", { name: "Where Job title comes from" }).press("Enter");
        await page.getByRole("dialog").getByText("Analyst").waitFor();
      },
    ],
    [
      "looking back",
      async () => {
        await page.goto(`/contacts/${id}?asof=2100-01-01`);
        await page.getByRole("region", { name: "Looking back" }).getByRole("slider").waitFor();
        await page.getByRole("button", { name: "The change before" }).first().click();
        await value(page, "Job title").getByText("Now").waitFor();
      },
    ],
    ["comparing", () => page.getByRole("button", { name: "Compare", exact: true }).click()],
    [
      "timeline",
      async () => {
        await page.goto(`/contacts/${id}?tab=history`);
        await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
      },
    ],
  ];
  for (const { colorScheme, width } of ways) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    for (const [name, show] of shows) {
      await show();
      expect.soft(await violations(page), `${name}, ${colorScheme}, ${width} wide`).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${name}, ${width} wide: pixels over the right edge`).toBeLessThanOrEqual(0);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}-${width}.png` });
    }
  }
});

/** Campaigns by mail: built and launched by keys alone; launched twice at once; paused and stopped; all sending stopped. */
import { randomUUID } from "node:crypto";
import { type Locator, type Page } from "@playwright/test";
import { allowSending, makeDraft, makeList, makeReaders, makeSetup, testAndConfirm } from "./campaigns.ts";
import { looksRight } from "./looks.ts";
import { expect, signIn, test } from "./test.ts";

const mark = () => randomUUID().slice(0, 6);
const state = (page: Page, words: string | RegExp) =>
  page.locator(".page-head").getByText(words, { exact: typeof words === "string" });
const step = (page: Page) => page.getByRole("list", { name: "Steps" }).locator("[aria-current='step']");
const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved$/ });

/** Tab by Tab until it is reached. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, `reached by ${most} presses of Tab`).toBeFocused();
}

test("from a name to a launch by keys alone", async ({ page }) => {
  test.setTimeout(300_000);
  const id = mark();
  const setup = await makeSetup(id);
  const { ids } = await makeReaders(id, 3);
  const list = `Readers ${id}`;
  await makeList(list, ids);
  await signIn(page, "Campaign manager", "/campaigns");
  await page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();

  await test.step("a name", async () => {
    await page.keyboard.press("c");
    const making = page.getByRole("dialog", { name: "New email campaign" });
    await expect(making.getByRole("textbox", { name: "Name" })).toBeFocused();
    await expect(making.getByRole("combobox", { name: "Brand" })).toHaveValue(setup.brandId);
    await page.keyboard.type(`By keys ${id}`);
    await page.keyboard.press("Control+Enter");
    await expect(step(page)).toHaveText(/Audience/);
  });

  await test.step("an audience, counted at once", async () => {
    await page.keyboard.press("i");
    const adding = page.getByRole("dialog", { name: "Include" });
    await adding.waitFor();
    await tabTo(page, adding.getByRole("button", { name: /^Lists/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByPlaceholder("Type to find")).toBeFocused();
    await page.keyboard.type(list);
    await page.getByRole("option", { name: new RegExp(list) }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Enter");
    await expect(adding).toBeHidden();
    await expect(page.getByTestId("audience-include")).toContainText(list);
    await expect(page.getByTestId("audience-health")).toContainText("3 people would get it");
    await expect(saved(page)).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(step(page)).toHaveText(/Content/);
  });

  await test.step("words", async () => {
    const variant = page.getByTestId("variant-A");
    await tabTo(page, variant.getByRole("button", { name: /^Template/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByPlaceholder("Type to find")).toBeFocused();
    await page.keyboard.type(setup.template);
    await page.getByRole("option", { name: setup.template }).waitFor();
    await page.keyboard.press("Enter");
    await expect(variant.getByRole("combobox", { name: /^Version/ })).toHaveValue("1");
    await expect(saved(page)).toBeVisible();
    await expect(page.getByRole("region", { name: "Preview" })).toContainText("A message for you");
    await page.keyboard.press("Control+Enter");
    await expect(step(page)).toHaveText(/Schedule/);
  });

  await test.step("a schedule, as it stands", async () => {
    await page.getByTestId("schedule-windows").waitFor();
    await page.keyboard.press("Control+Enter");
    await expect(step(page)).toHaveText(/Review/);
  });

  await test.step("what is missing is named, and mended here", async () => {
    await expect(page.getByTestId("preflight-SEED_TEST_MISSING")).toBeVisible();
    await expect(page.getByTestId("preflight-CONFIRMATIONS_MISSING")).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Send the test" }));
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("seed-test")).toContainText("Sent ");
    for (const code of ["LAWFUL_BASIS", "CONTENT_CHECKED"]) {
      const box = page.getByTestId(`confirm-${code}`).locator("input");
      await tabTo(page, box);
      await page.keyboard.press("Space");
      await expect(box).toBeChecked();
      await expect(page.getByTestId(`confirm-${code}`)).toContainText("Confirmed by");
    }
    await expect(page.getByTestId("preflight-SEED_TEST_MISSING")).toHaveCount(0);
    await expect(page.getByTestId("preflight-CONFIRMATIONS_MISSING")).toHaveCount(0);
    await page.keyboard.press("Control+Enter");
    await expect(step(page)).toHaveText(/Launch/);
  });

  await test.step("the launch, with how many get it on the button", async () => {
    await expect(page.getByRole("button", { name: "Launch to 3 people" })).toBeVisible();
    // The checks run once more before it can be pressed.
    await expect(page.getByRole("button", { name: "Launch to 3 people" })).not.toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: `By keys ${id}` })).toBeVisible();
    await expect(page).toHaveURL(/\/campaigns\/[0-9a-f-]{36}$/);
    await expect(state(page, "Completed")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId("ledger-SENT")).toHaveText("3");
  });
});

/** A draft on one of its steps, as whoever makes campaigns sees it. */
async function openStep(page: Page, at: string, said: { tested?: boolean } = {}): Promise<string> {
  const id = mark();
  const setup = await makeSetup(id);
  const { ids } = await makeReaders(id, 2);
  const list = await makeList(`Looked at ${id}`, ids);
  const campaign = await makeDraft(`Looked at ${id}`, setup, [{ list }], said);
  await signIn(page, "Campaign manager", `/campaigns/${campaign}/edit/${at}`);
  return campaign;
}

test("steps that say who gets it, what and when look right", async ({ page }) => {
  test.setTimeout(180_000);
  const campaign = await openStep(page, "audience");
  const health = page.getByTestId("audience-health");
  await expect(health).toContainText("2 people would get it");
  await looksRight(page, "audience of a campaign", () => health.waitFor());
  await page.goto(`/campaigns/${campaign}/edit/content`);
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("A message for you");
  await looksRight(page, "content of a campaign", () => preview.waitFor());
  await page.goto(`/campaigns/${campaign}/edit/schedule`);
  await looksRight(page, "schedule of a campaign", () => page.getByTestId("schedule-windows").waitFor());
});

test("steps that check and launch look right, and so does a campaign that is over", async ({ page }) => {
  test.setTimeout(180_000);
  const campaign = await openStep(page, "review", { tested: false });
  await looksRight(page, "review of a campaign", () => page.getByTestId("preflight-SEED_TEST_MISSING").waitFor());
  await testAndConfirm(campaign);
  await page.goto(`/campaigns/${campaign}/edit/launch`);
  const launch = page.getByRole("button", { name: "Launch to 2 people" });
  await looksRight(page, "launch of a campaign", () => launch.waitFor());
  await expect(launch).not.toHaveAttribute("aria-disabled", "true");
  await launch.click();
  await expect(state(page, "Completed")).toBeVisible({ timeout: 60_000 });
  await looksRight(page, "a campaign that is over", () => page.getByTestId("ledger").waitFor());
});

test("two launches at once are one", async ({ page, another }) => {
  test.setTimeout(180_000);
  const id = mark();
  const setup = await makeSetup(id);
  const { ids } = await makeReaders(id, 2);
  const list = await makeList(`Twice ${id}`, ids);
  const campaign = await makeDraft(`Twice ${id}`, setup, [{ list }]);
  const admin = await another();
  await signIn(page, "Campaign manager", `/campaigns/${campaign}/edit/launch`);
  await signIn(admin, "Admin", `/campaigns/${campaign}/edit/launch`);
  const launch = (of: Page) => of.getByRole("button", { name: "Launch to 2 people" });
  await launch(page).waitFor();
  await launch(admin).waitFor();
  await Promise.all([launch(page).click(), launch(admin).click()]);
  for (const of of [page, admin]) {
    await of.goto(`/campaigns/${campaign}`);
    await expect(state(of, "Completed")).toBeVisible({ timeout: 60_000 });
    await expect(of.getByTestId("ledger-SENT")).toHaveText("2");
  }
  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("list", { name: "History of this campaign" });
  await expect(history.getByText(/^Launched/)).toHaveCount(1);
});

test("a campaign is paused, resumed and stopped, and says whom it left out", async ({ page }) => {
  test.setTimeout(180_000);
  const id = mark();
  const setup = await makeSetup(id);
  const { ids } = await makeReaders(id, 2);
  const list = await makeList(`Slowly ${id}`, ids);
  // Open on one day that is not near: everybody waits.
  const far = (new Date().getUTCDay() + 6 + 3) % 7;
  const windows = { days: Array.from({ length: 7 }, (_, day) => day === far), fromMinute: 0, toMinute: 1440 };
  const campaign = await makeDraft(`Slowly ${id}`, setup, [{ list }], { windows });
  await signIn(page, "Campaign manager", `/campaigns/${campaign}/edit/launch`);
  await page.getByRole("button", { name: "Launch to 2 people" }).click();
  await expect(state(page, "Sending")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId("ledger-PENDING")).toHaveText("2");

  await page.keyboard.press("p");
  const pausing = page.getByRole("dialog", { name: `Pause Slowly ${id}?` });
  await pausing.getByRole("textbox", { name: "Why" }).fill("Wrong price");
  await looksRight(page, "pause of a campaign", () => pausing.waitFor());
  await page.keyboard.press("Control+Enter");
  await expect(state(page, "Paused")).toBeVisible();
  await page.keyboard.press("p");
  await page.getByRole("dialog", { name: `Resume Slowly ${id}?` }).waitFor();
  await page.keyboard.press("Control+Enter");
  await expect(state(page, "Sending")).toBeVisible();
  await page.getByTestId("campaign-stop").click();
  await page.getByRole("dialog", { name: `Stop Slowly ${id} for good?` }).waitFor();
  await page.keyboard.press("Control+Enter");
  await expect(state(page, "Stopped")).toBeVisible();
  await expect(page.getByTestId("ledger-EXCLUDED")).toHaveText("2", { timeout: 60_000 });
});

test("an audience is assigned from where it is, to a new draft and to one that is there", async ({ page }) => {
  test.setTimeout(120_000);
  const id = mark();
  const setup = await makeSetup(id);
  const { ids } = await makeReaders(id, 1);
  const [one, other] = [await makeList(`One ${id}`, ids), await makeList(`Other ${id}`, ids)];
  await signIn(page, "Campaign manager", `/lists/${one}`);
  await page.getByRole("button", { name: "Assign to campaign" }).click();
  const assigning = page.getByRole("dialog", { name: "Assign to a campaign" });
  await assigning.getByRole("radio", { name: "A new campaign" }).check({ force: true });
  await assigning.getByRole("textbox", { name: "Name" }).fill(`Assigned ${id}`);
  await expect(assigning.getByRole("combobox", { name: "Brand" })).toHaveValue(setup.brandId);
  await assigning.getByRole("button", { name: "Create campaign" }).click();
  await expect(page.getByTestId("audience-include")).toContainText(`One ${id}`);

  await page.goto(`/lists/${other}`);
  await page.getByRole("button", { name: "Assign to campaign" }).click();
  await assigning.getByRole("radio", { name: "A draft there is" }).check({ force: true });
  await assigning.getByRole("button", { name: /^Campaign/ }).click();
  await page.getByPlaceholder("Type to find").fill(`Assigned ${id}`);
  await page.getByRole("option", { name: `Assigned ${id}` }).click();
  await looksRight(page, "assign to a campaign", () => assigning.waitFor());
  await assigning.getByRole("button", { name: "Add to its audience" }).click();
  const include = page.getByTestId("audience-include");
  await expect(include).toContainText(`One ${id}`);
  await expect(include).toContainText(`Other ${id}`);
});

test("all sending is stopped from the palette, says so everywhere, and is allowed again by an admin", async ({
  page,
  another,
}) => {
  test.setTimeout(120_000);
  try {
    await signIn(page, "Campaign manager", "/contacts");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("stop all");
    await page.getByRole("option", { name: "Stop all sending" }).click();
    const stopping = page.getByRole("dialog", { name: "Stop all sending?" });
    await stopping.getByRole("textbox", { name: "Why" }).fill("Wrong price in the mail");
    await page.keyboard.press("Control+Enter");
    const said = page.getByTestId("sending-stopped");
    await expect(said).toContainText("All sending is stopped.");
    await expect(said).toContainText("Wrong price in the mail");
    await looksRight(page, "all sending stopped", () => said.getByText("All sending is stopped.").waitFor());
    await expect(said.getByRole("button", { name: "Allow sending again" })).toHaveCount(0);
    const admin = await another();
    await signIn(admin, "Admin", "/campaigns");
    await admin.getByRole("button", { name: "Allow sending again" }).click();
    await expect(admin.getByText("All sending is stopped.")).toHaveCount(0);
    // Told to whoever is looking.
    await expect(page.getByText("All sending is stopped.")).toHaveCount(0);
    await expect(admin.getByRole("button", { name: "Stop all sending" })).toBeVisible();
  } finally {
    await allowSending();
  }
});

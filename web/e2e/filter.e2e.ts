/** Filters as people build them: chips, groups, a pasted column, links; what they say, find and refuse. */
import { type Page } from "@playwright/test";
import { violations } from "./looks.ts";
import { countContacts, ensureContacts, makeContact } from "./seed.ts";
import { counted, expect, signIn, test } from "./test.ts";

test.beforeAll(ensureContacts);

const COUNTRY = { field: "country", op: "in", value: ["DE", "AT"] };
const HEAD = { field: "job_title", op: "contains", value: "head" };
const VP = { field: "seniority_level", op: "in", value: ["VP"] };
const WHOLE = { v: 1, all: [COUNTRY, { any: [HEAD, VP] }] };

const rows = (page: Page) => page.locator("tbody tr[data-index='0']");
const filterIn = (page: Page): unknown => JSON.parse(new URL(page.url()).searchParams.get("filter") ?? "null");
const path = (filter: unknown) => `/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const builder = (page: Page) => page.getByRole("region", { name: "Filter builder" });

test("Germany or Austria, and a head or a VP: built by keys, read, linked, cleared", async ({ page }) => {
  await signIn(page, "Admin", "/contacts");
  await rows(page).waitFor();
  await test.step("a chip", async () => {
    await page.keyboard.press("f");
    await expect(page.getByPlaceholder("Find a field")).toBeFocused();
    await page.keyboard.type("country");
    await page.keyboard.press("Enter");
    await expect(page.getByPlaceholder("Find, or paste a column")).toBeFocused();
    await page.keyboard.type("germany");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("austria");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Country: Germany, Austria" })).toBeVisible();
    await expect.poll(() => filterIn(page)).toEqual({ v: 1, all: [COUNTRY] });
  });
  await test.step("a group", async () => {
    await page.keyboard.press("Shift+F");
    await expect(builder(page)).toBeFocused();
    await builder(page).getByRole("button", { name: "Group" }).press("Enter");
    const group = builder(page).getByRole("group", { name: "Any of these is true" });
    await group.getByRole("button", { name: "Condition" }).press("Enter");
    await page.keyboard.type("job title");
    await page.keyboard.press("Enter");
    await page.keyboard.type("head");
    await page.keyboard.press("Enter");
    await group.getByRole("button", { name: "Condition" }).press("Enter");
    await page.keyboard.type("seniority");
    await page.keyboard.press("Enter");
    await page.keyboard.type("vp");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => filterIn(page)).toEqual(WHOLE);
  });
  const expected = await countContacts(WHOLE);
  expect(expected).toBeGreaterThan(0);
  await test.step("what it says and finds", async () => {
    await expect(page.getByTestId("filter-sentence")).toHaveText(
      'Country is Germany or Austria and (job title contains "head" or seniority is VP)',
    );
    await expect(page.getByTestId("filter-count")).toHaveText(`${counted(expected)} contacts match`);
    await page.keyboard.press("Escape");
    await expect(builder(page)).toHaveCount(0);
  });
  await test.step("the link", async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "Country: Germany, Austria" })).toBeVisible();
    await expect(page.getByText("Job title contains head or Seniority is any of VP")).toBeVisible();
    await expect(page.locator(".page-head .count")).toHaveText(counted(expected));
  });
  await test.step("cleared", async () => {
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(page.getByRole("button", { name: /^Country:/ })).toHaveCount(0);
    expect(filterIn(page)).toBeNull();
    await expect(page.locator(".page-head .count")).toHaveText(counted(await countContacts({})));
  });
});

test("a chip is edited where it stands: operator, value, field, gone", async ({ page }) => {
  // A title of its own, whatever else was imported before.
  await makeContact("Chip", "VP Orchards");
  await signIn(page, "Admin", path({ v: 1, all: [HEAD] }));
  await page.getByRole("button", { name: "Operator of Job title: contains" }).click();
  await page.getByRole("option", { name: "starts with" }).click();
  await expect.poll(() => filterIn(page)).toEqual({ v: 1, all: [{ ...HEAD, op: "starts_with" }] });
  await page.getByRole("button", { name: "Job title: head" }).click();
  await page.getByPlaceholder("Type a value").fill("VP Orch");
  await page.getByRole("option", { name: /^VP Orchards/ }).click();
  await expect(page.getByRole("button", { name: "Job title: VP Orchards" })).toBeVisible();
  await page.getByRole("button", { name: "Field: Job title" }).click();
  await page.getByPlaceholder("Find a field").fill("city");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => filterIn(page))
    .toEqual({ v: 1, all: [{ field: "city", op: "starts_with", value: "VP Orchards" }] });
  await expect(page.getByText("No contacts match this filter")).toBeVisible();
  await page.getByRole("button", { name: "Remove City filter" }).click();
  await expect(rows(page)).toBeVisible();
  expect(filterIn(page)).toBeNull();
});

test("a pasted column: counted, without what came twice", async ({ page }) => {
  await signIn(page, "Admin", path({ v: 1, all: [{ field: "last_name", op: "in", value: ["Vester"] }] }));
  await page.getByRole("button", { name: "Last name: Vester" }).click();
  await page.getByRole("button", { name: "Paste a column" }).click();
  await page
    .getByRole("textbox", { name: "Last name, one value a line" })
    .fill("Novotná\nVester\nnovotná\r\nKaradeniz\t Ekström\n");
  await expect(page.getByText("4 values, 1 repeated and dropped")).toBeVisible();
  await page.getByRole("button", { name: "Add 4" }).click();
  await expect(page.getByText("3 added, 2 were there already")).toBeVisible();
  const whole = { v: 1, all: [{ field: "last_name", op: "in", value: ["Vester", "Novotná", "Karadeniz", "Ekström"] }] };
  await expect.poll(() => filterIn(page)).toEqual(whole);
  await page.keyboard.press("Escape");
  await expect(page.locator(".page-head .count")).toHaveText(counted(await countContacts(whole)));
});

test("a filter too long for a link outlives a reload, and says so to who gets the link", async ({ page, browser }) => {
  await signIn(page, "Admin", path({ v: 1, all: [{ field: "last_name", op: "in", value: ["Vester"] }] }));
  await page.getByRole("button", { name: "Last name: Vester" }).click();
  const names = Array.from({ length: 4_000 }, (_, index) => `Somebody who is not there ${index}`);
  await page.getByPlaceholder("Type, or paste a column").evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, names.join("\n"));
  await expect(page.getByText("4,000 added")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("This filter is too long for a link.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as view" }).first()).toBeVisible();
  const found = counted(await countContacts({ all: [{ field: "last_name", op: "in", value: ["Vester"] }] }));
  await expect(page.locator(".page-head .count")).toHaveText(found);
  const link = page.url();
  expect(link.length).toBeLessThan(2_000);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Last name: Vester/ })).toBeVisible();
  await expect(page.locator(".page-head .count")).toHaveText(found);
  await test.step("elsewhere nobody is shown all records for those of the link", async () => {
    const other = await browser.newPage();
    await signIn(other, "Campaign manager", link.replace(/^https?:\/\/[^/]+/, ""));
    await expect(other.getByText("This link names a filter that is kept in the tab it was made in.")).toBeVisible();
    await expect(rows(other)).toHaveCount(0);
    await other.close();
  });
});

test("links from before conditions go on working", async ({ page }) => {
  await signIn(page, "Admin", "/contacts?country=DE&country=AT&title=head");
  await expect(page.getByRole("button", { name: "Country: Germany, Austria" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Job title: head" })).toBeVisible();
  const same = await countContacts({ all: [COUNTRY, HEAD] });
  await expect(page.locator(".page-head .count")).toHaveText(counted(same));
  await page.getByRole("button", { name: "Remove Job title filter" }).click();
  await expect.poll(() => filterIn(page)).toEqual({ v: 1, all: [COUNTRY] });
  expect(new URL(page.url()).searchParams.has("country")).toBe(false);
});

test("a mistake is told where it is, and the list keeps the last filter", async ({ page }) => {
  await signIn(page, "Admin", path({ v: 1, all: [COUNTRY] }));
  await rows(page).waitFor();
  await page.keyboard.press("Shift+F");
  await builder(page).getByRole("button", { name: "Condition" }).click();
  await page.getByPlaceholder("Find a field").fill("score");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Score" }).fill("many");
  await expect(page.getByRole("alert").first()).toContainText('"many" is not what fits here');
  expect(filterIn(page)).toEqual({ v: 1, all: [COUNTRY] });
  await expect(rows(page)).toBeVisible();
  await page.getByRole("textbox", { name: "Score" }).fill("0");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect
    .poll(() => filterIn(page))
    .toEqual({ v: 1, all: [COUNTRY, { field: "score", op: "at_least", value: 0 }] });
});

test("a link whose filter cannot be asked says so, and is cleared", async ({ page }) => {
  await signIn(page, "Admin", path({ v: 1, all: [{ field: "shoe_size", op: "equals", value: "41" }] }));
  await expect(page.getByText("Contacts have no field `shoe_size`", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Clear all" }).first().click();
  await expect(rows(page)).toBeVisible();
  await page.goto("/contacts?filter=%7Bbroken");
  await expect(page.getByText("This filter cannot be read")).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter" }).click();
  await expect(rows(page)).toBeVisible();
});

test("an overtaken count is given up", async ({ page }) => {
  await signIn(page, "Admin", path({ v: 1, all: [HEAD] }));
  await rows(page).waitFor();
  const aborted: string[] = [];
  page.on("requestfailed", (request) => aborted.push(request.postData() ?? ""));
  // Answers to counts stay away, so that the next one overtakes them.
  await page.route("**/graphql", async (route) => {
    if (!(route.request().postData() ?? "").includes("ContactCount")) return route.continue();
    await new Promise((done) => setTimeout(done, 3_000));
    await route.continue().catch(() => undefined);
  });
  await page.getByRole("button", { name: "Job title: head" }).click();
  const input = page.getByPlaceholder("Type a value");
  await input.fill("vp");
  await expect.poll(() => JSON.stringify(filterIn(page))).toContain("vp");
  await expect(page.getByRole("cell", { name: /VP/ }).first()).toBeVisible();
  await input.fill("manager");
  await expect.poll(() => aborted.some((body) => body.includes("ContactCount") && body.includes('"vp"'))).toBe(true);
});

test("on a phone the builder is a sheet", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path(WHOLE));
  await page.getByRole("region", { name: "Development logins" }).getByRole("button", { name: "Admin" }).first().click();
  await page.getByRole("button", { name: "Filter, 3 conditions" }).click();
  const sheet = page.getByRole("dialog", { name: "Filter" });
  await expect(sheet.getByTestId("filter-count")).toContainText("contacts match");
  await sheet.getByRole("button", { name: "Country: Germany, Austria" }).click();
  await expect(page.getByPlaceholder("Find, or paste a column")).toBeFocused();
  await page.keyboard.press("Escape");
  await sheet.getByRole("button", { name: "More for Country" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Not/ }).click();
  await page.keyboard.press("Escape");
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => filterIn(page)).toEqual({ v: 1, all: [{ not: COUNTRY }, { any: [HEAD, VP] }] });
});

test("axe finds nothing in chips, builder and editors", async ({ page }) => {
  const deep = {
    v: 1,
    all: [
      COUNTRY,
      { any: [HEAD, { not: { any: [VP, { field: "created_at", op: "before", value: { daysAgo: 3 } }] } }] },
    ],
  };
  await signIn(page, "Admin", path(deep));
  await page.getByRole("button", { name: "Country: Germany, Austria" }).waitFor();
  const clean = async (what: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const said = await violations(page, ["tbody tr:nth-child(n + 4)"]);
      expect.soft(said, `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  await clean("chips");
  await page.keyboard.press("f");
  await page.getByPlaceholder("Find a field").waitFor();
  await clean("fields");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F");
  await page.getByTestId("filter-count").waitFor();
  await clean("builder");
  for (const name of [
    "Country: Germany, Austria",
    "Job title: head",
    "Created: 3 days ago",
    "Operator of Seniority: is any of",
  ]) {
    await page.getByRole("button", { name }).click();
    await clean(name);
    await page.keyboard.press("Escape");
  }
});

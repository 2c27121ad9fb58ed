/** The second step of signing in: set up on the profile, asked for at the door, turned off again. */
import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { looksRight } from "./looks.ts";
import { expect, test } from "./test.ts";

// Somebody whom no other journey signs in by password.
const WHO = { email: "imani@harrow.test", password: "pivotal-dev" };

/** What an authenticator app shows (RFC 6238), so many steps from now. */
function codeOf(secret: string, steps: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function fill(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(WHO.email);
  await page.getByLabel("Password").fill(WHO.password);
  await page.keyboard.press("Enter");
}

test("it is set up with an app, asked for at the door, and turned off", async ({ page }) => {
  test.setTimeout(120_000);
  await fill(page);
  await expect(page.getByTestId("user-menu")).toBeVisible();
  await page.goto("/profile");
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog", { name: "Set up the second step" });
  await dialog.getByLabel("Your password").fill(WHO.password);
  await page.keyboard.press("Control+Enter");
  await looksRight(page, "QR code of the second step", () => dialog.getByRole("img", { name: /QR code/ }).waitFor());
  const secret = await dialog.getByRole("textbox", { name: "Or type this into the app" }).inputValue();
  await dialog.getByRole("textbox", { name: "Code" }).fill(codeOf(secret, 0));
  await page.keyboard.press("Control+Enter");
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left")).toBeVisible();

  await page.getByTestId("user-menu").click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await fill(page);
  await looksRight(page, "second step at the door", () => page.getByRole("textbox", { name: "Code" }).waitFor());
  await page.getByRole("textbox", { name: "Code" }).fill(recovery);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("user-menu")).toBeVisible();

  await page.goto("/profile");
  await expect(page.getByText("9 recovery codes are left")).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("dialog").getByLabel("Your password").fill(WHO.password);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Set up" })).toBeVisible();
});

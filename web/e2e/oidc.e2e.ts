/** Signing in with an identity provider: on a Pivotal of its own, which is set up with one. */
import { CLIENT, type IdentityProvider, startIdentityProvider } from "./identity-provider.ts";
import { looksRight } from "./looks.ts";
import { besides } from "./pivotal.ts";
import { expect, test } from "./test.ts";

let provider: IdentityProvider;
let pivotal: Awaited<ReturnType<typeof besides>>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  provider = await startIdentityProvider({});
  pivotal = await besides({
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Example",
  });
});

test.afterAll(async () => {
  await pivotal?.stop();
  await provider?.stop();
});

test("whom the provider vouches for is let in, and a stranger is told why not", async ({ page, another }) => {
  test.setTimeout(120_000);
  const enter = page.getByRole("link", { name: "Sign in with Example" });
  await page.goto(`${pivotal.url}/login`);
  await looksRight(page, "a sign-in with a provider", () => enter.waitFor());

  await test.step("a stranger comes back to the sign-in, with words", async () => {
    provider.says = { email: "nobody@example.net", email_verified: true, name: "Nobody" };
    await enter.click();
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByRole("alert")).toContainText("Nobody signs in here with your address.");
  });

  await test.step("an address that is not verified is none", async () => {
    provider.says = { email: "maren@example.com", email_verified: false, name: "Maren" };
    await enter.click();
    await expect(page.getByRole("alert")).toContainText("has not verified your email address");
  });

  await test.step("Maren is in", async () => {
    provider.says = { email: "maren@example.com", email_verified: true, name: "Maren" };
    await enter.click();
    await expect(page.getByTestId("user-menu")).toBeVisible();
    await page.goto(`${pivotal.url}/profile`);
    await expect(page.getByText("You sign in with maren@example.com.")).toBeVisible();
  });

  await test.step("the way in of one browser is none in another", async () => {
    const other = await another();
    await other.goto(`${pivotal.url}/api/v1/auth/oidc/callback?code=x&state=y`);
    await expect(other.getByRole("alert")).toContainText("This sign-in did not begin in this browser");
  });
});

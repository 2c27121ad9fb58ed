import { defineConfig } from "@playwright/test";

/** The stories in a real browser. e2e/pivotal.ts starts what they run against: build it and the web app before. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  globalSetup: "./e2e/global-setup.ts",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // One Pivotal, one story at a time; the first one wants it empty.
  workers: 1,
  fullyParallel: false,
  reporter: [["list"]],
  projects: [
    { name: "story", testMatch: "story.e2e.ts" },
    { name: "pages", testIgnore: "story.e2e.ts" },
  ],
  use: {
    // The address is known once the global set-up has started it; workers read this file after that.
    baseURL: process.env.E2E_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Europe/Copenhagen",
    // As who asks for it has it: what moves is painted by the processor here.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every page, thrown away unless the story fails, takes a good part of the time of two cores: on demand only.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      // Nobody presses two keys before the first one is on the screen.
      slowMo: 30,
      executablePath: process.env.CHROMIUM ?? process.env.E2E_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--disable-gpu", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
});

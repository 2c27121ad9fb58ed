import { defineConfig } from "@playwright/test";

/** PIVOTAL_URL points at a running binary; without it the specs run on the build against the development mock. */
const url = process.env.PIVOTAL_URL;

export default defineConfig({
  testDir: "e2e",
  timeout: 60_000,
  workers: 1,
  use: {
    viewport: { width: 1440, height: 900 },
    baseURL: url ?? "http://127.0.0.1:4311",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  ...(url === undefined
    ? {
        webServer: {
          command: "npm run build && npm run preview:mock -- --host 127.0.0.1",
          url: "http://127.0.0.1:4311",
          reuseExistingServer: true,
        },
      }
    : {}),
});

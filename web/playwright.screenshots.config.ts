import { defineConfig } from "@playwright/test";
import stories from "./playwright.config.ts";

/** The pictures of the documentation: taken of the real binary, on an empty state with one import. */
export default defineConfig({
  ...stories,
  testDir: "screenshots",
  testMatch: "*.shots.ts",
  projects: [{ name: "screenshots" }],
});

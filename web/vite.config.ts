/// <reference types="vitest/config" />
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const api = process.env.PIVOTAL_API ?? "http://127.0.0.1:4300";
const mock = process.env.PIVOTAL_MOCK === "1";

/** The same policy the binary sends in production, so that a breach shows in preview already. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

const proxy = {
  "/graphql": { target: api, ws: true },
  "/api": { target: api },
  // The pixel of a mail that is looked at.
  "/t/": { target: api },
};

export default defineConfig(async () => ({
  plugins: [
    react(),
    tailwindcss(),
    // Imported only when asked for: a real build never sees the mock.
    ...(mock ? [(await import("./dev-mock/plugin.ts")).devMock()] : []),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 4310, proxy: mock ? undefined : proxy },
  preview: {
    port: 4311,
    proxy: mock ? undefined : proxy,
    headers: { "content-security-policy": contentSecurityPolicy },
  },
  build: { target: "es2023", chunkSizeWarningLimit: 400, assetsInlineLimit: 0, manifest: true },
  test: {
    environment: "jsdom",
    globals: false,
    setupFiles: ["./src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "dev-mock/**/*.test.ts"],
    css: false,
    // Beside a build on the same cores a first render takes seconds.
    testTimeout: 30_000,
  },
}));

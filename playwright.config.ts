import { defineConfig } from "@playwright/test";

// Headless in a container, as any user, and silent towards the network.
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// `npm run test:e2e` builds and serves the application and says where; so can you, with your own.
const baseURL = process.env.E2E_BASE_URL ?? "http://localhost:3000";
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: "e2e",
  outputDir: "reports/e2e",
  fullyParallel: false, // one journey a file, its steps in order
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000, // a journey takes two minutes on two slow cores
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "reports/e2e.json" }]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Kathmandu",
    // A control that is not there fails its step, not the whole journey minutes later.
    actionTimeout: 30_000,
    screenshot: "only-on-failure",
    // Nothing moves that a journey would only wait for.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
});

import { defineConfig } from "@playwright/test";
import { CHROMIUM, FLAGS } from "./support/chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine shared with others may stall a browser for seconds: what fails once and then passes is told as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
    // What is kept for a reader without a network has tests of its own; all others see what is served.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    // Far from the workspace's own zone: days must be counted by the workspace's clock, not the reader's.
    timezoneId: "America/New_York",
    // Colours are measured at rest.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
  },
});

// As the end-to-end tests, with servers beside that take a machine's strength: one test at a time.
import { defineConfig } from "@playwright/test";
import common from "../e2e/playwright.config.mjs";

export default defineConfig({ ...common, testDir: ".", workers: 1, fullyParallel: false });

// How long a reader waits: from the address to the last row, in the built site.
import { resolve } from "node:path";
import { serve } from "../../tests/e2e/serve.mjs";
import { launch, withPage } from "../browser/lib/browser.mjs";

const FOLDER = resolve(import.meta.dirname, "../..", process.env.SITE ?? "dist");
const PATIENCE = 120_000;

// Seconds until the header says that all has been read. Journeys come with the site, as an engine that only counts has
// none; `config` is written knowing where that is.
export async function readInPage(config) {
  const configured = () => ({
    body: JSON.stringify(config({ path: `${site.url}/demo/journeys.json`, rows: "$.journeys[*]" })),
  });
  const site = await serve(FOLDER, { answers: (path) => (path === "/config.json" ? configured() : undefined) });
  const browser = await launch();
  try {
    return await withPage(browser, {}, async (page) => {
      await page.goto(`${site.url}/`);
      await page.locator("header .reading", { hasText: /Read / }).waitFor({ timeout: PATIENCE });
      return (await page.evaluate(() => performance.now())) / 1000;
    });
  } finally {
    await browser.close();
    await site.close();
  }
}

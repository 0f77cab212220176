// One page of fifty megabytes; clocks that disagree.
import { OPEN } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { open, whole } from "../support/places.mjs";
import { configOf, journeys, response, serveSample } from "../support/sample.mjs";

const ROWS = 100_000;
const WORDS = "The desk was kind and quick, and the room was ready before noon. ".repeat(6);
const DAY = 24 * 60 * 60 * 1000;

// Rows one after the other, as fast as they are taken; no body of this size is ever held.
async function bulk(_, answer) {
  answer.writeHead(200, { "content-type": "application/json", ...OPEN });
  for (let place = 0; place < ROWS && !answer.destroyed; place += 1) {
    const row = JSON.stringify({ ...response(place), comment: `${place} ${WORDS}` });
    if (!answer.write(`${place === 0 ? "[" : ","}${row}`))
      await new Promise((resolve) => answer.once("drain", resolve));
  }
  answer.end("]");
}

test("fifty megabytes in one page: every row counts once, and the page can be used meanwhile", async ({
  page,
  api,
  serveSite,
}) => {
  test.setTimeout(120_000);
  api.json("/journeys", journeys);
  api.on("/responses", bulk);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/data`);
  await expect(page.getByRole("button", { name: "Stop reading" })).toBeVisible();
  await page.getByRole("link", { name: "Journeys" }).click();
  await expect(page.getByRole("heading", { name: "Shopping" })).toBeVisible();
  await page.getByRole("link", { name: "Data" }).click();
  await expect(page.locator("header .reading")).toContainText("Read ", { timeout: 90_000 });
  await whole(page);
  const feed = page.getByRole("region", { name: "Feeds" }).getByRole("row").filter({ hasText: "/responses" });
  const cells = feed.getByRole("cell");
  await expect(cells.nth(1)).toHaveText("100,000");
  await expect(cells.nth(2)).toHaveText("0");
  const size = Number.parseFloat((await cells.nth(4).textContent()).replace(",", ""));
  expect(size, "megabytes").toBeGreaterThan(50);
  await expect(page.getByText("Nothing was wrong with any row.")).toBeVisible();
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about")).toContainText("100,000 responses");
});

test("rows of a clock that is hours ahead count; those of days ahead are told", async ({ page, api, serveSite }) => {
  serveSample(api);
  const at = (millis) => new Date(Date.now() + millis).toISOString();
  const ahead = [0, DAY / 2, 3 * DAY].map((millis, place) => ({ ...response(place), submitted_at: at(millis) }));
  api.json("/responses", ahead);
  const site = await serveSite({ config: configOf(api.url) });
  await open(page, `${site.url}/data`);
  const wrong = page.getByRole("region", { name: "What was wrong" });
  await expect(wrong).toContainText("a date before 1990 or in the future");
  await expect(wrong).toContainText("or the clock of this device");
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about")).toContainText("2 responses");
});

// An API that answers well, with something that is not what the configuration says.
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

const rows = responses();
const text = JSON.stringify(rows);

// The body, and what is said of it.
const BODIES = {
  "a sign-in page": [
    "<!doctype html><title>Sign in</title>",
    /not JSON; it begins with: <!doctype html><title>Sign in/,
  ],
  "another shape": [
    JSON.stringify({ items: rows, total: 3 }),
    /no rows at \$\[\*\]; found: items, total: 3\. Correct the feed's rows/,
  ],
  "nothing at all": ["", /The answer was empty\./],
};

for (const [name, [body, words]] of Object.entries(BODIES)) {
  test(`${name}: it is said what came instead of rows`, async ({ page, api, serveSite }) => {
    serveSample(api);
    api.on("/responses", { body });
    const site = await serveSite({ config: configOf(api.url) });
    await page.goto(site.url);
    const notice = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Responses could not be read." }) });
    await expect(notice).toContainText(words);
    await expect(notice).toContainText(`${api.url}/responses`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.locator("title").count()).toBe(1);
  });
}

test("an answer that breaks off counts as far as it came", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", { body: text.slice(0, text.indexOf('{"id":"r100"')) });
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(site.url);
  await expect(page.getByRole("heading", { name: "Responses could not be read whole." })).toBeVisible();
  await expect(page.getByText("The answer broke off after 100 rows.")).toBeVisible();
  await expect(page.getByText("Responses: the 100 rows that came count, the rest is missing.")).toBeVisible();
  await expect(page.locator(".about")).toContainText(/\d+ responses/);
});

test("a document of a newer version is refused", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.json("/responses", { format: "heartline/responses", version: 9, responses: rows });
  const feeds = { responses: { path: "responses", rows: "$.responses[*]" } };
  const site = await serveSite({ config: configOf(api.url, { feeds }) });
  await page.goto(site.url);
  await expect(page.getByText("written for a newer Heartline (version 9)")).toBeVisible();
  await expect(page.locator(".about")).not.toContainText("300");
});

test("an empty list is no fault, and every page says that there is nothing yet", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.json("/responses", []);
  const site = await serveSite({ config: configOf(api.url) });
  const words = {
    "/": "There is too little data for a health index.",
    "/journeys/shop": "no responses",
    "/journeys/shop/heat": "Order",
    "/responses": "No responses match",
    "/data": "Nothing was wrong with any row.",
  };
  for (const [place, said] of Object.entries(words)) {
    await page.goto(site.url + place);
    await whole(page);
    await expect(page.getByRole("main")).toContainText(said);
  }
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("journeys that are none are said to be none", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.json("/journeys", []);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/journeys`);
  await expect(page.getByRole("heading", { name: "There are no journeys yet" })).toBeVisible();
  await page.goto(`${site.url}/journeys/shop`);
  await expect(page.getByRole("heading", { name: "There is no such journey" })).toBeVisible();
});

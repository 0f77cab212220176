// The page itself is kept too: it opens without a network, every part of it, and can be forgotten.
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, serveSample } from "../support/sample.mjs";

test.use({ serviceWorkers: "allow", complaints: /Failed to load resource|net::ERR|Failed to fetch/ });

// The reader stirs; then the page is kept.
async function settled(page, url) {
  await page.goto(`${url}/data`);
  await whole(page);
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 220);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);
  await expect(page.getByText(/The figures read .* are kept here/)).toBeVisible();
}

test("every page opens without a network", async ({ page, api, serveSite }) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await settled(page, site.url);
  // Nobody answers any more: neither the site nor the API.
  await Promise.all([site.close(), api.close()]);
  for (const [place, heading] of [
    ["/", "Overview"],
    ["/journeys/shop", "Shopping"],
    ["/journeys/shop/heat", "Shopping"],
    ["/responses", "Responses"],
    ["/data", "Data"],
  ]) {
    await page.goto(site.url + place);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(heading === "Overview" ? /./ : heading);
    await expect(page.getByText(/No answer came/).first()).toBeVisible();
    await expect(page.getByText(/What was read before is still shown/).first()).toBeVisible();
  }
});

test("a page of a newer build is shown as soon as there is a network", async ({ page, api, serveSite }) => {
  serveSample(api);
  let isNewer = false;
  const answers = (path) => {
    if (path === "/config.json") return { body: JSON.stringify(configOf(api.url)) };
    if (path === "/data" && isNewer) return { type: "text/html", body: "<!doctype html><title>Newer</title>" };
    return undefined;
  };
  const site = await serveSite({ answers });
  await settled(page, site.url);
  isNewer = true;
  await page.goto(`${site.url}/data`);
  await expect(page).toHaveTitle("Newer");
});

test("the device forgets everything when it is told to, and only then", async ({ page, api, serveSite }) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await settled(page, site.url);
  await page.getByLabel("Theme").selectOption("dark");
  await page.getByRole("button", { name: "Clear this device" }).click();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: "Clear this device" }).click();
  api.on("/responses", () => {});
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page).toHaveURL(`${site.url}/`);
  const left = await page.evaluate(async () => ({
    names: Object.keys(localStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== "heartline"),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ names: [], caches: [], databases: [], workers: 0 });
  // Nothing is shown that was read before.
  await expect(page.locator("header .reading")).toContainText("Reading responses: 0");
});

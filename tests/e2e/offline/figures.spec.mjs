// What was read last is there at once when the page is next opened, with its age, and gives way to what is newer.
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, response, responses, serveSample } from "../support/sample.mjs";

const DIST = resolve(import.meta.dirname, "../../..", process.env.SITE ?? "dist");
const ENGINE = readdirSync(DIST).find((name) => /^engine.*\.js$/.test(name));

const about = (page) => page.locator(".about").first();

// The engine keeps its figures after it has shown them.
async function kept(page) {
  await page.goto("about:blank");
}

async function readOnce(page, url) {
  await page.goto(`${url}/data`);
  await whole(page);
  await expect(page.getByText(/The figures read .* are kept here/)).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toContain("heartline");
}

test("figures stand while everything is read again, and newer ones take their place", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await readOnce(page, site.url);
  await kept(page);

  const waiting = [];
  api.on("/responses", (_, answer) => waiting.push(answer));
  await page.goto(`${site.url}/responses`);
  await expect(about(page)).toContainText("300 responses");
  await expect(page.locator("header .reading")).toContainText("Reading again");
  expect(waiting).toHaveLength(1);

  const rows = [...responses(), response(300)];
  waiting[0].writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
  waiting[0].end(json(rows).body);
  await expect(about(page)).toContainText("301 responses");
});

test.describe("when the API is gone", () => {
  test.use({ complaints: /Failed to load resource|net::ERR/ });

  test("figures are shown with their age and what went wrong", async ({ page, api, serveSite }) => {
    serveSample(api);
    const site = await serveSite({ config: configOf(api.url) });
    await readOnce(page, site.url);
    await kept(page);
    for (const path of ["/journeys", "/responses"]) api.on(path, { status: 503, body: "{}" });
    await page.goto(`${site.url}/responses`);
    await expect(about(page)).toContainText("300 responses");
    await expect(page.getByText(/What was read before is still shown. It was read/).first()).toBeVisible();
    await expect(page.locator("header .reading")).toContainText("Read ");
  });

  test("figures of another configuration are not shown", async ({ page, api, serveSite }) => {
    serveSample(api);
    const config = configOf(api.url);
    const answers = (path) => (path === "/config.json" ? json(config) : undefined);
    const site = await serveSite({ answers });
    await readOnce(page, site.url);
    await kept(page);
    config.workspace.time_zone = "Europe/Berlin";
    for (const path of ["/journeys", "/responses"]) api.on(path, { status: 503, body: "{}" });
    await page.goto(`${site.url}/journeys`);
    await expect(page.getByText("Journeys, Responses could not be read.")).toBeVisible();
    await expect(page.getByText(/is still shown/)).toHaveCount(0);
  });
});

// The engine's script as a browser would run it that does not keep what it is given.
const without = (lines) => ({
  type: "text/javascript",
  body: `${lines}\n${readFileSync(resolve(DIST, ENGINE), "utf8")}`,
});

const BROWSERS = {
  "has no room": [
    'IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); };',
    "this device has no room for them",
  ],
  "keeps nothing": [
    'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };',
    "this browser keeps nothing for this site",
  ],
};

for (const [name, [lines, said]] of Object.entries(BROWSERS)) {
  test(`a browser that ${name} shows all the same, and says so`, async ({ page, api, serveSite }) => {
    serveSample(api);
    const config = json(configOf(api.url));
    const answers = (path) => ({ "/config.json": config, [`/${ENGINE}`]: without(lines) })[path];
    const site = await serveSite({ answers });
    await page.goto(`${site.url}/data`);
    await whole(page);
    await expect(page.getByText(said)).toBeVisible();
    await page.reload();
    await whole(page);
    await expect(page.getByText(said)).toBeVisible();
  });
}

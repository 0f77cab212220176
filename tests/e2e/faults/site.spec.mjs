// The site itself is not whole, wrongly configured, or out of reach: that is said, and no page is blank.
import { expect, test } from "../support/fixtures.mjs";
import { open, whole } from "../support/places.mjs";
import { configOf, serveSample } from "../support/sample.mjs";

test.use({
  complaints: /Failed to load resource|WebAssembly|Failed to fetch dynamically imported|MIME type|failed to fetch Wasm/,
});

// Answers for some files of the site.
const without = (pattern, answer) => (path) => (pattern.test(path) ? answer : undefined);

const ENGINES = {
  "is not there": { status: 404, type: "text/plain", body: "not found" },
  "is a page instead, as hosts of single pages answer": { type: "text/html", body: "<!doctype html>" },
  "is cut short": { type: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0]) },
};

for (const [name, answer] of Object.entries(ENGINES)) {
  test(`the engine ${name}: that is said, with what to do`, async ({ page, serveSite }) => {
    const site = await serveSite({ answers: without(/engine_bg.*\.wasm/, answer) });
    await page.goto(`${site.url}/hearts`);
    await expect(page.getByRole("heading", { name: "The engine could not start" })).toBeVisible();
    await expect(page.getByText(/Reload the page; if that does not help, update the browser/)).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });
}

test("the engine's script is not there: that is said", async ({ page, serveSite }) => {
  const site = await serveSite({ answers: without(/engine-\w+\.js/, { status: 404 }) });
  await page.goto(`${site.url}/hearts`);
  await expect(page.getByRole("heading", { name: "The engine could not start" })).toBeVisible();
});

test("an engine that fails before the page is there has failed all the same", async ({ page, serveSite }) => {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const answers = (path) => {
    if (/engine_bg.*\.wasm/.test(path)) return { status: 404 };
    return /journeys_bg-\w+\.wasm/.test(path) ? released : undefined;
  };
  const site = await serveSite({ answers });
  const refused = page.waitForResponse(/engine_bg/);
  await page.goto(`${site.url}/journeys`, { waitUntil: "commit" });
  await refused;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  release();
  await expect(page.getByRole("heading", { name: "The engine could not start" })).toBeVisible();
});

for (const [program, place] of [
  ["overview", "/"],
  ["journeys", "/journeys"],
  ["analysis", "/hearts"],
  ["sources", "/data"],
]) {
  for (const file of [`${program}_bg-\\w+\\.wasm`, `${program}-\\w+\\.js`]) {
    test(`${place} without ${file}: the reader is not left with grey shapes`, async ({ page, serveSite }) => {
      const site = await serveSite({ answers: without(new RegExp(file), { status: 404 }) });
      await page.goto(site.url + place);
      await expect(page.getByText("Please load the page again")).toBeVisible();
      await expect(page.getByText("请重新加载页面")).toBeVisible();
      await expect(page.locator(".bone")).toHaveCount(0);
    });
  }
}

test("the charts' bundle is not there: the table behind the chart is shown", async ({ page, serveSite }) => {
  const site = await serveSite({ answers: without(/charts-\w+\.js/, { status: 404 }) });
  await open(page, `${site.url}/hearts`);
  await expect(page.getByRole("region", { name: "Index month by month" }).getByRole("row")).toHaveCount(25);
});

test("without a config.json there is the demo", async ({ page, serveSite }) => {
  const site = await serveSite({ answers: without(/config\.json/, { status: 404 }) });
  await open(page, site.url);
  await expect(page.getByRole("banner")).toContainText("Demo data");
});

const feeds = (responses) => JSON.stringify({ connection: { base_url: "/", feeds: { responses } } });
const surveys = (survey) => JSON.stringify({ workspace: { surveys: [survey] } });

// Configurations that cannot be used, and what is said of them.
const CONFIGS = {
  '{"connection": ': /it is not JSON \(line 1, column \d+\)/,
  '{"version": 2}': /written for a newer Heartline \(version 2\)/,
  '{"conection": {}}': /At conection: there is no such field\. Is it misspelt\?/,
  [feeds({ path: "r", rows: "data[*]" })]: /At connection\.feeds\.responses\.rows: data\[\*\] is not a JSONPath/,
  [feeds({ rows: "$[*]" })]: /At connection\.feeds\.responses\.path: this field must be there/,
  [surveys({ id: "a", kind: "kano", name: "A", features: [{ name: "F", functional: "f" }] })]:
    /At workspace\.surveys\[0\]\.features\[0\]\.dysfunctional: this field must be there/,
  [surveys({ id: "a", kind: "joy", name: "A" })]: /At workspace\.surveys\[0\]\.kind: one of these is wanted: servqual/,
  [feeds({ path: 7, rows: "$[*]" })]: /At connection\.feeds\.responses\.path: a text is wanted here/,
};

for (const [config, words] of Object.entries(CONFIGS)) {
  test(`config.json with ${config} names the place`, async ({ page, serveSite }) => {
    const site = await serveSite({ config });
    await page.goto(site.url);
    const notice = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "config.json cannot be used" }) });
    await expect(notice).toContainText(words);
  });
}

test("config.json that the host cannot give is named", async ({ page, serveSite }) => {
  const site = await serveSite({ answers: without(/config\.json/, { status: 500 }) });
  await page.goto(site.url);
  await expect(page.getByText("config.json could not be fetched (500). Check that the file is served.")).toBeVisible();
});

test("off line after everything was read, pages still work, and reading again says why not", async ({
  page,
  api,
  serveSite,
  context,
}) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await open(page, `${site.url}/journeys/shop`);
  // Who reads moves, and then the other programs come.
  const ahead = page.waitForResponse(/overview_bg/);
  await page.mouse.move(300, 300);
  await (await ahead).finished();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about")).toContainText("300 responses");
  await page.getByRole("button", { name: "Refresh" }).click();
  const notices = page.getByText("The device is offline. Connect it and try again.");
  await expect(notices, "one cause is told once").toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Journeys, Responses could not be read." })).toBeVisible();
  await expect(page.getByText("What was read before is still shown.").first()).toBeVisible();
  await expect(page.locator(".about")).toContainText("300 responses");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await whole(page);
  await expect(notices).toHaveCount(0);
});

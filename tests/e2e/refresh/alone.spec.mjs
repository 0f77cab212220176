// Connections that are read again by themselves: after a while, or when the API says that something is new.
import { OPEN, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

const about = (page) => page.locator(".about").first();
const readings = (api) => api.asked.filter(({ path }) => path === "/responses").length;

// Whether anybody looks, as the page is told it.
const look = (page, hidden) =>
  page.evaluate((is) => {
    Object.defineProperty(document, "hidden", { value: is, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

// Serves a stream of events, and hands out what tells them.
function serveEvents(api) {
  const streams = [];
  api.on("/changes", (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", ...OPEN });
    response.write(": hello\nretry: 50\n\n");
    streams.push(response);
  });
  return streams;
}

async function open(page, api, serveSite, refresh) {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url, { connection: { refresh } }) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  return site;
}

test("what is new shows after the interval, and nothing is read while nobody looks", async ({
  page,
  api,
  serveSite,
}) => {
  await open(page, api, serveSite, { every_seconds: 2 });
  await expect(about(page)).toContainText("300 responses");
  api.json("/responses", responses(310));
  await expect(about(page)).toContainText("310 responses");

  await look(page, true);
  // What was under way when the page was hidden may still come.
  await page.waitForTimeout(1000);
  const before = readings(api);
  api.json("/responses", responses(320));
  await page.waitForTimeout(5000);
  expect(readings(api)).toBe(before);
  await look(page, false);
  await expect(about(page), "it is made up for at once").toContainText("320 responses");
});

test("an event has the connection read again, once for many", async ({ page, api, serveSite }) => {
  const streams = serveEvents(api);
  const site = await open(page, api, serveSite, { events: { path: "changes" } });
  await expect.poll(() => streams.length).toBe(1);
  await page.waitForTimeout(3000);
  const before = readings(api);
  api.json("/responses", responses(310));
  for (let event = 0; event < 20; event++) streams[0].write(`event: added\ndata: ${event}\n\n`);
  await expect(about(page)).toContainText("310 responses");
  await page.waitForTimeout(3000);
  expect(readings(api) - before, "twenty events in a moment are two readings at most").toBeLessThanOrEqual(2);
  await page.goto(`${site.url}/connections`);
  await expect(page.getByText("Tells of what is new")).toBeVisible();
});

test("a stream that breaks is asked for again, and what was missed is read", async ({ page, api, serveSite }) => {
  const streams = serveEvents(api);
  await open(page, api, serveSite, { events: { path: "changes" } });
  await expect.poll(() => streams.length).toBe(1);
  api.json("/responses", responses(305));
  streams[0].end();
  await expect.poll(() => streams.length).toBe(2);
  await expect(about(page)).toContainText("305 responses");
});

test("the key goes with the stream as with every request", async ({ page, api, serveSite }) => {
  const streams = serveEvents(api);
  serveSample(api);
  const connection = { auth: { kind: "bearer" }, refresh: { events: { path: "changes" } } };
  const site = await serveSite({ config: configOf(api.url, { connection }) });
  await page.goto(`${site.url}/responses`);
  await page.getByLabel("Key", { exact: true }).fill("token-7");
  await page.getByRole("button", { name: "Use key" }).click();
  await whole(page);
  await expect.poll(() => streams.length).toBe(1);
  const asked = api.asked.filter(({ path, method }) => path === "/changes" && method === "GET");
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-7"]);
});

test.describe("an API that fails in between", () => {
  test.use({ complaints: /Failed to load resource/ });

  test("leaves the last figures and is asked again", async ({ page, api, serveSite }) => {
    await open(page, api, serveSite, { every_seconds: 1 });
    api.on("/responses", { status: 500, body: "{}" });
    await expect(page.getByText("The API itself failed (500)").first()).toBeVisible();
    await expect(about(page)).toContainText("300 responses");
    api.on("/responses", json(responses(301)));
    await expect(about(page)).toContainText("301 responses");
    await expect(page.locator("section.notice.bad")).toHaveCount(0);
  });
});

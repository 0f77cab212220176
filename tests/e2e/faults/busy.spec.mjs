// An API that is busy for a while: it is asked again later, that is told, and it can be stopped.
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { row } from "../support/shown.mjs";
import { configOf, journeys, responses, serveSample } from "../support/sample.mjs";

test.use({ complaints: /Failed to load resource|net::ERR/ });

const PATIENT = { retries: 3 };
const asked = (api, path = "/responses") => api.asked.filter((one) => one.path === path && one.method === "GET");

// Turns away so many requests, then answers well.
function busyFor(api, times, refusal, path = "/responses", rows = responses()) {
  let left = times;
  api.on(path, (request, response) => {
    left -= 1;
    if (left < 0) return end(response, json(rows));
    return refusal(response, request);
  });
}

const says =
  (status, headers = {}) =>
  (response) =>
    end(response, { status, headers: { ...OPEN, ...headers } });

const REFUSALS = { 500: says(500), 503: says(503), "a broken connection": (response) => response.destroy() };

for (const [name, refusal] of Object.entries(REFUSALS)) {
  const times = name === "a broken connection" ? 1 : 2;
  test(`${name}, ${times} times: it is asked again and nothing is missing`, async ({ page, api, serveSite }) => {
    serveSample(api);
    busyFor(api, times, refusal);
    const site = await serveSite({ config: configOf(api.url, { connection: PATIENT }) });
    await page.goto(`${site.url}/responses`);
    // A browser that meets a broken connection asks again by itself, and tells nobody.
    const isTold = name !== "a broken connection";
    if (isTold) await expect(page.locator("header .reading")).toContainText(/tries again in \d s/);
    await whole(page);
    await expect(page.locator(".about")).toContainText("300 responses");
    expect(asked(api).length).toBe(times + 1);
    await expect(page.locator("section.notice")).toHaveCount(0);
  });
}

test("the time an API asks for is waited, and counted for whoever looks on", async ({ page, api, serveSite }) => {
  serveSample(api);
  const times = [];
  busyFor(api, 1, (response) => {
    times.push(Date.now());
    end(response, {
      status: 429,
      headers: { ...OPEN, "retry-after": "3", "access-control-expose-headers": "Retry-After" },
    });
  });
  const site = await serveSite({ config: configOf(api.url, { connection: PATIENT }) });
  await page.goto(`${site.url}/data?lang=zh-CN`);
  await expect(page.locator("header .reading")).toContainText(/请求过于频繁，[123]秒后重试/);
  await expect(row(page.locator("table").first(), "反馈")).toContainText(/请求过于频繁，[123]秒后重试/);
  await whole(page);
  expect(Date.now() - times[0]).toBeGreaterThanOrEqual(3000);
  expect(asked(api).length).toBe(2);
});

test("an API that wants a long rest is not waited for: it is said how long", async ({ page, api, serveSite }) => {
  serveSample(api);
  const headers = { "retry-after": "1800", "access-control-expose-headers": "Retry-After" };
  busyFor(api, 9, says(429, headers));
  const site = await serveSite({ config: configOf(api.url, { connection: PATIENT }) });
  await page.goto(`${site.url}/responses`);
  await expect(page.getByText(/too many requests \(429\).*It asks to be left alone for 30 min\./)).toBeVisible();
  expect(asked(api).length).toBe(1);
});

test("while it waits the reading can be stopped, and asks for nothing more", async ({ page, api, serveSite }) => {
  serveSample(api);
  const headers = { "retry-after": "50", "access-control-expose-headers": "Retry-After" };
  busyFor(api, 9, says(503, headers));
  const site = await serveSite({ config: configOf(api.url, { connection: PATIENT }) });
  await page.goto(`${site.url}/responses`);
  await expect(page.locator("header .reading")).toContainText(/not ready \(503\); tries again in \d\d s/);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByRole("heading", { name: "The reading was stopped." })).toBeVisible();
  await expect(page.locator("header .reading")).not.toContainText("tries again");
  expect(asked(api).length).toBe(1);
});

test("a page in the middle is asked for again, also when the line broke", async ({ page, api, serveSite }) => {
  serveSample(api);
  const rows = responses(250);
  const refusals = [says(503), (response) => response.destroy(), (response) => response.destroy()];
  api.on("/responses", (request, response) => {
    const from = Number(new URL(request.url, "http://api").searchParams.get("skip"));
    if (from === 100 && refusals.length > 0) return refusals.shift()(response);
    return end(response, json(rows.slice(from, from + 100)));
  });
  const paging = { kind: "offset", offset: "skip", limit: "top", size: 100 };
  const feeds = { responses: { path: "responses", rows: "$[*]", paging } };
  const site = await serveSite({ config: configOf(api.url, { connection: PATIENT, feeds }) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
  expect(asked(api).map(({ query }) => query.skip)).toEqual(["0", "100", "100", "100", "100", "200"]);
});

test("no more requests are under way than the API is to have", async ({ page, api, serveSite }) => {
  let [under, most] = [0, 0];
  const slowly = (value) => async (_, response) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, 150));
    under -= 1;
    end(response, json(value));
  };
  const sums = [{ period: "2026-03", responses: 300, counts: {} }];
  const values = { journeys, responses: responses(), indicators: [], one: sums, two: sums, three: sums };
  for (const [name, value] of Object.entries(values)) api.on(`/${name}`, slowly(value));
  const at = (path) => ({ path, rows: "$[*]" });
  const feeds = { indicators: at("indicators"), summary: [at("one"), at("two"), at("three")] };
  const site = await serveSite({ config: configOf(api.url, { connection: { max_requests: 2 }, feeds }) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
  expect(most).toBe(2);
  expect(Object.keys(values).map((name) => asked(api, `/${name}`).length)).toEqual([1, 1, 1, 1, 1, 1]);
});

test("one request at a time is enough for journeys in pages and for sums", async ({ page, api, serveSite }) => {
  serveSample(api);
  const touchpoints = journeys[0].stages[0].touchpoints;
  const journey = (one) => ({ id: one.id, name: one.name, stages: [{ id: "all", name: "All", touchpoints: [one] }] });
  api.on("/journeys", (request, response) => {
    const offset = Number(new URL(request.url, api.url).searchParams.get("skip"));
    end(response, json(touchpoints.slice(offset, offset + 1).map(journey)));
  });
  const sums = [{ period: "2026-03", responses: 300, counts: {} }];
  ["one", "two"].forEach((name) => api.json(`/${name}`, sums));
  const at = (path) => ({ path, rows: "$[*]" });
  const paging = { kind: "offset", offset: "skip", limit: "top", size: 1 };
  const feeds = { journeys: { ...at("journeys"), paging }, summary: [at("one"), at("two")] };
  const site = await serveSite({ config: configOf(api.url, { connection: { max_requests: 1 }, feeds }) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
});

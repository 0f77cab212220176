// An API that filters by time: a refresh asks for what is new alone, and finds what reading everything finds.
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { row, texts } from "../support/shown.mjs";
import { configOf, journeys, response, responses, serveSample } from "../support/sample.mjs";

test.use({ complaints: /Failed to load resource|net::ERR/ });

const FEED = {
  path: "responses?size=max",
  rows: "$[*]",
  since: { query: "from", form: "epoch_millis", overlap_seconds: 3 * 86_400 },
};

// Serves rows, and of them what was submitted since `from` if it is asked so.
function serveSince(api, rows) {
  const at = (one) => Date.parse(one.submitted_at);
  api.on("/responses", (request, answer) => {
    const from = Number(new URL(request.url, "http://api").searchParams.get("from") ?? 0);
    end(answer, json(rows.filter((one) => at(one) >= from)));
  });
}

const asked = (api) => api.asked.filter(({ path, method }) => path === "/responses" && method === "GET");
const about = (page) => page.locator(".about");
const refresh = (page) => page.getByRole("button", { name: "Refresh" }).click();

async function opened({ page, api, serveSite }, rows, place = "/responses?period=all", feeds = { responses: FEED }) {
  serveSample(api);
  serveSince(api, rows);
  const site = await serveSite({ config: configOf(api.url, { feeds }) });
  await page.goto(site.url + place);
  await whole(page);
  return site;
}

// A response that was given on a day of April, later than all of the sample.
const april = (place, day) => ({ ...response(place), submitted_at: `2026-04-0${day}T04:00:00Z` });
const NEWEST = Date.UTC(2026, 2, 31, 4);

test("only what is new is asked for, and the figures are those of everything", async ({
  page,
  api,
  serveSite,
  newReader,
}) => {
  const rows = responses();
  const site = await opened({ page, api, serveSite }, rows);
  await expect(about(page)).toContainText("300 responses");
  rows.push(april(300, 1), april(301, 2), { ...response(302), submitted_at: "2026-03-30T01:00:00Z" });
  await refresh(page);
  await expect(about(page)).toContainText("303 responses");
  expect(asked(api).map(({ query }) => query)).toEqual([
    { size: "max" },
    { size: "max", from: String(NEWEST - 3 * 86_400_000) },
  ]);
  await whole(page);
  const everything = await newReader();
  await everything.goto(`${site.url}/responses?period=all`);
  await whole(everything);
  expect(await texts(page)).toEqual(await texts(everything));
  await page.getByRole("link", { name: "Data", exact: true }).click();
  const feed = row(page.locator("table").first(), "Responses");
  await expect(feed.getByRole("cell").nth(1)).toHaveText("303");
  await expect(feed).toContainText(/3 rows new since .*; \d+ more had been read before/);
});

test("refreshed again and again, nothing is counted twice", async ({ page, api, serveSite }) => {
  const rows = responses();
  await opened({ page, api, serveSite }, rows);
  for (const day of [1, 2, 3]) {
    rows.push(april(300 + day, day));
    await refresh(page);
    await expect(about(page)).toContainText(`${300 + day} responses`);
    await whole(page);
  }
  await refresh(page);
  await expect.poll(() => asked(api).length).toBe(5);
  await whole(page);
  await expect(about(page)).toContainText("303 responses");
});

test("without ids, what is later than all before is new", async ({ page, api, serveSite }) => {
  const rows = responses().map(({ id, ...one }) => one);
  await opened({ page, api, serveSite }, rows);
  rows.push({ ...april(300, 1), id: undefined });
  await refresh(page);
  await expect(about(page)).toContainText("301 responses");
});

test("what was corrected or deleted is seen when everything is read again", async ({ page, api, serveSite }) => {
  const rows = responses();
  await opened({ page, api, serveSite }, rows, "/data");
  rows.splice(0, 100);
  const read = () => row(page.locator("table").first(), "Responses").getByRole("cell").nth(1);
  await refresh(page);
  await expect.poll(() => asked(api).length).toBe(2);
  await whole(page);
  await expect(read()).toHaveText("300");
  await page.getByRole("button", { name: "Read everything again" }).click();
  await expect(read()).toHaveText("200");
  expect(asked(api).at(-1).query).toEqual({ size: "max" });
});

const FAILURES = {
  "that is refused": (_, answer) => end(answer, { status: 500 }),
  "that breaks off": (_, answer) => {
    answer.writeHead(200, { "content-type": "application/json", ...OPEN });
    answer.write(JSON.stringify([april(300, 1), april(301, 1)]).slice(0, -20), () => answer.socket.destroy());
  },
  "that is no list": (_, answer) => end(answer, json({ error: "no" })),
};

for (const [name, answer] of Object.entries(FAILURES)) {
  test(`a refresh ${name} changes nothing, and the next goes on from where the last good one was`, async ({
    page,
    api,
    serveSite,
  }) => {
    const rows = responses();
    await opened({ page, api, serveSite }, rows);
    const before = await texts(page);
    api.on("/responses", answer);
    await refresh(page);
    await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
    await expect(page.getByText(/What was read before is still shown\. It was read/)).toBeVisible();
    expect(await texts(page)).toEqual(before);
    serveSince(api, [...rows, april(300, 1)]);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(about(page)).toContainText("301 responses");
    await expect(page.locator("section.notice.bad")).toHaveCount(0);
    expect(asked(api).at(-1).query).toEqual(asked(api).at(-2).query);
  });
}

test("a refresh that is stopped changes nothing", async ({ page, api, serveSite }) => {
  const rows = responses();
  await opened({ page, api, serveSite }, rows);
  api.on("/responses", (_, answer) => {
    answer.writeHead(200, { "content-type": "application/json", ...OPEN });
    answer.write(`[${JSON.stringify(april(300, 1))},`);
  });
  await refresh(page);
  await expect(page.locator("header .reading")).toContainText("Reading what is new: 1");
  await expect(about(page)).toContainText("300 responses");
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByRole("heading", { name: "The reading was stopped." })).toBeVisible();
  await expect(about(page)).toContainText("300 responses");
});

test("a touchpoint that is new may have answers that are old: everything is read", async ({ page, api, serveSite }) => {
  const rows = [...responses(), { ...response(0), id: "lost", touchpoint: "repair" }];
  await opened({ page, api, serveSite }, rows);
  await expect(about(page)).toContainText("300 responses");
  const more = structuredClone(journeys);
  more[0].stages[0].touchpoints.push({ id: "repair", name: "Repair" });
  api.json("/journeys", more);
  await refresh(page);
  await expect(about(page)).toContainText("301 responses");
  expect(asked(api).at(-1).query).toEqual({ size: "max" });
});

test("a bad row that comes again is told once, and one that is new with the part it is in", async ({
  page,
  api,
  serveSite,
}) => {
  const rows = [
    ...responses(),
    { ...response(0), id: "bad", touchpoint: "moon", submitted_at: "2026-03-31T04:00:00Z" },
  ];
  await opened({ page, api, serveSite }, rows, "/data");
  const first = page.getByRole("region", { name: /^(The first|With its row)/ });
  await expect(first.getByRole("row")).toHaveCount(2);
  rows.push({ ...april(301, 1), touchpoint: "sun" });
  await refresh(page);
  await expect(first.getByRole("row")).toHaveCount(3);
  await expect(first.getByRole("row").filter({ hasText: "sun" })).toContainText(/\d+, of what was new since/);
  await expect(page.getByRole("banner")).toContainText("2 rows or values left out");
});

test("indicators that cannot be had any more leave everything as it was", async ({ page, api, serveSite }) => {
  const rows = responses();
  api.json("/indicators", [{ id: "error-rate", heart: "attentiveness", name: "Errors", readings: [] }]);
  const feeds = { responses: FEED, indicators: { path: "indicators", rows: "$[*]" } };
  await opened({ page, api, serveSite }, rows, "/responses?period=all", feeds);
  rows.push(april(300, 1));
  api.on("/indicators", { status: 500 });
  await refresh(page);
  await expect(page.getByRole("heading", { name: "Indicators could not be read." })).toBeVisible();
  await expect(about(page)).toContainText("300 responses");
});

test("sums are not asked for again behind figures that are whole", async ({ page, api, serveSite }) => {
  api.json("/sums", [{ period: "2026-03", responses: 300, counts: {} }]);
  const feeds = { responses: FEED, summary: [{ path: "sums", rows: "$[*]" }] };
  await opened({ page, api, serveSite }, responses(), "/data", feeds);
  await refresh(page);
  await expect.poll(() => asked(api).length).toBe(2);
  await whole(page);
  expect(api.asked.filter(({ path }) => path === "/sums").length).toBe(1);
  await expect(row(page.locator("table").first(), "Summary")).toContainText("read");
});

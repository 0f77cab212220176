// A server that says which version of a body it has: one that has been read is not read again.
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

const EXPOSED = { ...OPEN, "access-control-expose-headers": "etag", "cache-control": "no-cache" };

// Serves rows with an entity tag, and nothing but 304 to who has them.
function serveTagged(api, rows, tag, headers = EXPOSED) {
  const answered = [];
  api.on("/responses", (request, response) => {
    const isKnown = request.headers["if-none-match"] === tag;
    answered.push(isKnown ? 304 : 200);
    if (!isKnown) return end(response, { headers: { ...headers, etag: tag }, ...json(rows) });
    response.writeHead(304, { ...headers, etag: tag });
    return response.end();
  });
  return answered;
}

// Counts the pieces of bodies that the engine reads.
const COUNT_PIECES = () => {
  globalThis.pieces = 0;
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = function () {
    globalThis.pieces += 1;
    return read.call(this);
  };
};

const pieces = (page) => page.workers()[0].evaluate(() => globalThis.pieces);

test("what has not changed is not read again, and its figures are new", async ({ page, api, serveSite }) => {
  serveSample(api);
  const answered = serveTagged(api, responses(5000), '"one"');
  // One small list beside the responses, which has no tag and is read each time.
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await page.workers()[0].evaluate(COUNT_PIECES);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => answered).toEqual([200, 304]);
  await whole(page);
  await expect(page.locator(".about")).toContainText("5,000 responses");
  const asked = api.asked.filter(({ path }) => path === "/responses");
  expect(
    asked.map(({ method }) => method),
    "nobody is asked for permission first",
  ).toEqual(["GET", "GET"]);
  expect(asked[1].headers["if-none-match"]).toBe('"one"');
  const journeysAlone = await pieces(page);
  expect(journeysAlone, "the journeys and nothing else").toBeLessThanOrEqual(2);

  serveTagged(api, responses(5001), '"two"');
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.locator(".about")).toContainText("5,001 responses");
  expect(await pieces(page)).toBeGreaterThan(journeysAlone);
});

test("a tag that may not be seen saves the way, not the reading", async ({ page, api, serveSite }) => {
  serveSample(api);
  const answered = serveTagged(api, responses(), '"one"', { ...OPEN, "cache-control": "no-cache" });
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => answered).toEqual([200, 304]);
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
});

test("everything can be read again all the same", async ({ page, api, serveSite }) => {
  serveSample(api);
  const rows = { path: "responses", rows: "$[*]", since: { query: "from" } };
  const answered = serveTagged(api, responses(), '"one"');
  const site = await serveSite({ config: configOf(api.url, { feeds: { responses: rows } }) });
  await page.goto(`${site.url}/data`);
  await whole(page);
  await page.workers()[0].evaluate(COUNT_PIECES);
  await page.getByRole("button", { name: "Read everything again" }).click();
  await expect.poll(() => answered).toEqual([200, 304]);
  await whole(page);
  expect(await pieces(page)).toBeGreaterThan(2);
});

test("the version of one page says nothing of the others", async ({ page, api, serveSite }) => {
  serveSample(api);
  const answered = [];
  const tags = { 1: '"a"', 2: '"b"', 3: '"c"' };
  let rows = responses(250);
  api.on("/responses", (request, response) => {
    const number = Number(new URL(request.url, "http://api").searchParams.get("page"));
    const headers = { ...EXPOSED, etag: tags[number] };
    const isKnown = request.headers["if-none-match"] === tags[number];
    answered.push([number, isKnown ? 304 : 200]);
    if (!isKnown) return end(response, { headers, ...json(rows.slice((number - 1) * 100, number * 100)) });
    response.writeHead(304, headers);
    return response.end();
  });
  const paged = { path: "responses", rows: "$[*]", paging: { kind: "page", page: "page", size: 100 } };
  const site = await serveSite({ config: configOf(api.url, { feeds: { responses: paged } }) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
  [rows, tags[3]] = [responses(260), '"d"'];
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.locator(".about")).toContainText("260 responses");
  expect(answered).toEqual([
    [1, 200],
    [2, 200],
    [3, 200],
    [1, 304],
    [2, 304],
    [3, 200],
  ]);
});

test("what a key in the address opens is kept nowhere, and sent again", async ({ page, api, serveSite }) => {
  serveSample(api);
  const auth = { kind: "query", name: "key" };
  const answered = serveTagged(api, responses(), '"one"');
  const site = await serveSite({ config: configOf(api.url, { connection: { auth } }) });
  await page.goto(`${site.url}/responses`);
  await page.getByLabel("Key", { exact: true }).fill("token-7");
  await page.getByRole("button", { name: "Use key" }).click();
  await whole(page);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => answered).toEqual([200, 200]);
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
});

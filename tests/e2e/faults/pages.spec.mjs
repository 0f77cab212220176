// An API that hands its rows out in pages, well and badly: they are read as one, to the end, and no row counts twice.
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { row } from "../support/shown.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

test.use({ complaints: /Failed to load resource|net::ERR/ });

const rows = responses(250);
const ofPage = (request) => new URL(request.url, "http://api").searchParams;

// Serves rows by offset, no more than so many at once.
function serveByOffset(api, { most = 100, headers = OPEN } = {}) {
  api.on("/responses", (request, response) => {
    const query = ofPage(request);
    const [from, limit] = [Number(query.get("skip")), Math.min(Number(query.get("top")), most)];
    end(response, { headers, ...json(rows.slice(from, from + limit)) });
  });
}

const BY_OFFSET = { kind: "offset", offset: "skip", limit: "top", size: 100 };
const asked = (api) => api.asked.filter(({ path, method }) => path === "/responses" && method !== "OPTIONS");
const feedOf = (paging, feed = {}) => ({ responses: { path: "responses", rows: "$[*]", paging, ...feed } });
const notice = (page, name = "Responses could not be read whole.") =>
  page.locator("section").filter({ has: page.getByRole("heading", { name }) });

async function opened({ page, api, serveSite }, feeds, { place = "/responses", connection = {} } = {}) {
  const site = await serveSite({ config: configOf(api.url, { feeds, connection }) });
  await page.goto(site.url + place);
  return site;
}

test("pages are read to the last, and how many there were is said", async ({ page, api, serveSite }) => {
  serveSample(api);
  serveByOffset(api);
  await opened({ page, api, serveSite }, feedOf(BY_OFFSET), { place: "/data" });
  await whole(page);
  const feed = row(page.locator("table").first(), "Responses");
  await expect(feed.getByRole("cell").nth(1)).toHaveText("250");
  await expect(feed).toContainText("Pages read: 3.");
  expect(asked(api).map(({ query }) => query)).toEqual([
    { skip: "0", top: "100" },
    { skip: "100", top: "100" },
    { skip: "200", top: "100" },
  ]);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => asked(api).length).toBe(6);
  await whole(page);
  await expect(feed.getByRole("cell").nth(1)).toHaveText("250");
});

test("a page size that is cut down is learned", async ({ page, api, serveSite }) => {
  serveSample(api);
  serveByOffset(api, { most: 60 });
  await opened({ page, api, serveSite }, feedOf({ ...BY_OFFSET, size: 5000 }));
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
  expect(asked(api).map(({ query }) => query.skip)).toEqual(["0", "60", "120", "180", "240"]);
});

test("a page that ignores the offset is told, and its rows count once", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.json("/responses", rows.slice(0, 100));
  await opened({ page, api, serveSite }, feedOf(BY_OFFSET));
  await expect(notice(page)).toContainText("On page 2. The page has the rows of page 1 again");
  await expect(notice(page)).toContainText(`${api.url}/responses?top=100&skip=100`);
  await expect(notice(page)).toContainText("Responses: the 100 rows that came count, the rest is missing.");
  await expect(page.locator(".about")).toContainText("100 responses");
});

test("a cursor that goes round in circles is told", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", (request, response) => {
    const at = Number(ofPage(request).get("after") ?? 0);
    const part = rows.slice(asked(api).length * 50 - 50, asked(api).length * 50);
    end(response, json({ items: part, after: String(at === 50 ? 10 : at === 10 ? 50 : 50) }));
  });
  const paging = { kind: "cursor", next: "$.after", cursor: "after" };
  await opened({ page, api, serveSite }, feedOf(paging, { rows: "$.items[*]" }));
  await expect(notice(page)).toContainText("leads back to one that has been read");
  await expect(page.locator(".about")).toContainText("150 responses");
  expect(asked(api).length).toBe(3);
});

test("a page that is cut off leaves the rows before it, and it is said which page", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  api.on("/responses", (request, response) => {
    const from = Number(ofPage(request).get("skip"));
    const body = JSON.stringify(rows.slice(from, from + 100));
    end(response, { body: from === 100 ? body.slice(0, body.indexOf('{"id":"r130"')) : body });
  });
  await opened({ page, api, serveSite }, feedOf(BY_OFFSET));
  await expect(notice(page)).toContainText("On page 2. The answer broke off after 30 rows.");
  await expect(notice(page)).toContainText("Responses: the 130 rows that came count");
  await expect(page.locator(".about")).toContainText("130 responses");

  serveByOffset(api);
  await notice(page).getByRole("button", { name: "Try again" }).click();
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
});

test("a sign-in page in place of the second page is told, in Chinese too", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", (request, response) => {
    if (ofPage(request).get("skip") === "0") return end(response, json(rows.slice(0, 100)));
    return end(response, { type: "text/html", body: "<!doctype html><title>Sign in</title>" });
  });
  await opened({ page, api, serveSite }, feedOf(BY_OFFSET), { place: "/responses?lang=zh-CN" });
  await expect(notice(page, "反馈未能完整读取。")).toContainText("在第2页。 返回的不是 JSON，开头是：<!doctype html>");
  await expect(page.locator(".about")).toContainText("100条反馈");
});

test("the limit of pages is told, never kept silent", async ({ page, api, serveSite }) => {
  serveSample(api);
  serveByOffset(api);
  await opened({ page, api, serveSite }, feedOf({ ...BY_OFFSET, max_pages: 2 }));
  await expect(notice(page)).toContainText("There are more than 2 pages");
  await expect(notice(page)).toContainText("the 200 rows that came count");
  expect(asked(api).length).toBe(2);
});

test("what the server counts is how far the reading is", async ({ page, api, serveSite }) => {
  serveSample(api);
  const headers = { ...OPEN, "x-total-count": "250", "access-control-expose-headers": "X-Total-Count" };
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  api.on("/responses", async (request, response) => {
    const from = Number(ofPage(request).get("skip"));
    if (from === 100) await released;
    end(response, { headers, ...json(rows.slice(from, from + 100)) });
  });
  await opened({ page, api, serveSite }, feedOf(BY_OFFSET), { place: "/data" });
  await expect(page.locator("header .reading")).toContainText("Reading responses: 100 (40%)");
  await expect(row(page.locator("table").first(), "Responses")).toContainText("Page 2; 250 rows in all.");
  release();
  await whole(page);
  expect(asked(api).length).toBe(3);
});

test("a posted query is paged in its body", async ({ page, api, serveSite }) => {
  serveSample(api);
  const asked = [];
  api.post("/graphql", ({ variables }) => {
    asked.push(variables);
    const from = Number(variables.after ?? 0);
    const info = { end: String(from + variables.first), more: from + variables.first < rows.length };
    return json({ data: { answers: rows.slice(from, from + variables.first), info } });
  });
  const paging = {
    kind: "cursor",
    next: "$.data.info.end",
    more: "$.data.info.more",
    cursor: { body: "$.variables.after" },
    limit: { body: "$.variables.first" },
    size: 125,
  };
  const body = { query: "query($after: String, $first: Int) { answers info }", variables: {} };
  await opened({ page, api, serveSite }, feedOf(paging, { path: "graphql", rows: "$.data.answers[*]", body }));
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
  expect(asked).toEqual([{ first: 125 }, { after: "125", first: 125 }]);
});

// Serves pages that lead on by a whole address, which one of them has at another server.
test("a next address that leaves the origin is followed without the key", async ({ page, api, serveSite, demo }) => {
  serveSample(api);
  api.on("/responses", (_, response) =>
    end(response, json({ rows: rows.slice(0, 100), next: `${demo.url}/demo/responses.json?api_key=s3cret-7` })),
  );
  const sent = [];
  page.context().on("request", (request) => {
    if (request.url().startsWith(demo.url) && request.url().includes("/demo/responses.json")) sent.push(request);
  });
  const paging = { kind: "url", next: "$.next" };
  const connection = { auth: { kind: "query", name: "api_key" } };
  await opened({ page, api, serveSite }, feedOf(paging, { rows: "$.rows[*]" }), { connection });
  await page.getByLabel("Key", { exact: true }).fill("s3cret-7");
  await page.getByRole("button", { name: "Use key" }).click();
  await expect(notice(page)).toContainText("On page 2.");
  await expect(notice(page)).toContainText(`${demo.url}/demo/responses.json`);
  expect(await page.content()).not.toContain("s3cret");
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.map((request) => request.url()).join(" ")).not.toContain("s3cret");
  expect(asked(api).map(({ query }) => query.api_key)).toEqual(["s3cret-7"]);
});

test("a Link header leads on, with the key in a header at its own origin alone", async ({ page, api, serveSite }) => {
  serveSample(api);
  const headers = { ...OPEN, "access-control-expose-headers": "Link" };
  api.on("/responses", (request, response) => {
    const from = Number(ofPage(request).get("from") ?? 0);
    const link = from + 100 < rows.length ? { link: `</responses?from=${from + 100}>; rel="next"` } : {};
    end(response, { headers: { ...headers, ...link }, ...json(rows.slice(from, from + 100)) });
  });
  await opened({ page, api, serveSite }, feedOf({ kind: "link" }));
  await whole(page);
  await expect(page.locator(".about")).toContainText("250 responses");
  expect(asked(api).map(({ query }) => query.from)).toEqual([undefined, "100", "200"]);
});

// How a long reading goes: rows, size, pace, and the time left only where it can be known.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { OPEN } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";
import { closed } from "../serve.mjs";

const rows = responses(6000);
const text = Buffer.from(JSON.stringify(rows));
const reading = (page) => page.locator("header .reading");

// Sends a body bit by bit, in about fifteen seconds, unless told to hurry.
function drip(body, headers = {}) {
  const pace = { bytes: Math.ceil(body.length / 150), every: 100 };
  const answer = async (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...OPEN, ...headers });
    for (let at = 0; at < body.length && !response.destroyed; at += pace.bytes) {
      await new Promise((resolve) => setTimeout(resolve, pace.every));
      response.write(body.subarray(at, at + pace.bytes));
    }
    response.end();
  };
  return { answer, hurry: () => Object.assign(pace, { bytes: body.length, every: 0 }) };
}

// Passes what is asked below /api on to an API, so that it is at the site's own origin.
async function throughSite(site, api) {
  const server = createServer(async (request, response) => {
    if (request.url.startsWith("/api/")) return api(request, response);
    const file = await fetch(site.url + request.url);
    response.writeHead(file.status, { "content-type": file.headers.get("content-type") ?? "text/html" });
    return response.end(Buffer.from(await file.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => closed(server) };
}

test("from another origin rows, size and pace are told, and never a share", async ({ page, api, serveSite }) => {
  serveSample(api);
  const slow = drip(text, { "content-length": text.length });
  api.on("/responses", slow.answer);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/hearts`);
  await expect(reading(page)).toContainText(/Reading responses: [1-9][\d,]* \(\d+ KB\)/);
  await expect(reading(page).locator(".pace")).toHaveText(/^\d+ KB\/s$/);
  // Three seconds on, the pace is steady; of a size nobody knows nothing is foretold all the same.
  await page.waitForTimeout(3000);
  await expect(reading(page)).not.toContainText(/%|left/);
  slow.hurry();
  await whole(page);
  await expect(reading(page).locator(".pace")).toHaveCount(0);
});

test("from the site's own origin the share is told, and the time left once the pace is steady", async ({
  page,
  api,
  serveSite,
  watched,
}) => {
  serveSample(api);
  const slow = drip(text, { "content-length": text.length });
  const site = await serveSite({ config: configOf("", { connection: { base_url: "api/" } }) });
  const journeys = await (await fetch(`${api.url}/journeys`)).text();
  const through = await throughSite(site, (request, response) =>
    request.url === "/api/journeys" ? response.end(journeys) : slow.answer(request, response),
  );
  watched.allow(through.url);
  await page.goto(`${through.url}/data`);
  await expect(reading(page)).toContainText(/Reading responses: [1-9][\d,]* \(\d+%\)/);
  const bar = page.getByRole("progressbar");
  await expect(bar).toHaveAttribute("max", "100");
  const before = Number(await bar.getAttribute("value"));
  await expect(page.getByRole("table").first()).toContainText(/rows\/s · \d+ KB\/s · about \d+ s left/);
  expect(Number(await bar.getAttribute("value"))).toBeGreaterThan(before);
  slow.hurry();
  await whole(page);
  await expect(bar).toHaveCount(0);
  await through.close();
});

test("the length of a packed answer is not taken for that of the text", async ({ page, api, serveSite, watched }) => {
  serveSample(api);
  const packed = gzipSync(text, { level: 1 });
  const slow = drip(packed, { "content-length": packed.length, "content-encoding": "gzip" });
  const site = await serveSite({ config: configOf("", { connection: { base_url: "api/" } }) });
  const journeys = await (await fetch(`${api.url}/journeys`)).text();
  const through = await throughSite(site, (request, response) =>
    request.url === "/api/journeys" ? response.end(journeys) : slow.answer(request, response),
  );
  watched.allow(through.url);
  await page.goto(`${through.url}/hearts`);
  await expect(reading(page)).toContainText(/Reading responses: [1-9]/);
  await expect(reading(page)).not.toContainText("%");
  slow.hurry();
  await whole(page);
  await through.close();
});

test("who cannot see the line is told when the reading begins and ends, and nothing between", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  const slow = drip(text);
  api.on("/responses", slow.answer);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/hearts`);
  const said = page.getByRole("status").filter({ hasText: "The data" });
  await expect(said).toHaveText("The data are being read.");
  await said.evaluate((element) => {
    globalThis.said = [];
    const hear = () => globalThis.said.push(element.textContent);
    new MutationObserver(hear).observe(element, { childList: true, characterData: true, subtree: true });
  });
  await expect(reading(page)).toContainText(/[1-9]\d\d/);
  slow.hurry();
  await whole(page);
  expect(await page.evaluate(() => globalThis.said)).toEqual(["The data have been read."]);
  // What changes with every row is in no region that is read out.
  expect(await reading(page).evaluate((element) => element.closest("[aria-live], [role=status]"))).toBeNull();
});

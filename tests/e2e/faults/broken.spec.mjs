// Answers that begin well and do not arrive whole: what came counts, and it is said that it is not all.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { row } from "../support/shown.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

// A browser writes every failed request to its console.
test.use({ complaints: /Failed to load resource|net::ERR/ });

// So many rows that a part of them is more than a browser or a packer holds back.
const COUNT = 20_000;
const text = JSON.stringify(responses(COUNT));
const headers = { "content-type": "application/json", ...OPEN };

// Packs a text so that what is sent can be unpacked piece by piece.
const PACKED = {
  gzip: (body) => gzipSync(body, { level: 1 }),
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

// Sends a part, and breaks the connection once it has gone.
function reset(response, part) {
  response.write(part, () => setTimeout(() => response.socket.destroy(), 200));
}

// Sends a part, and says that it is all.
function endEarly(response, part) {
  response.write(part, () => setTimeout(() => response.end(), 200));
}

const half = (body) => body.subarray(0, Math.floor(body.length / 2));

// How an answer can fail to arrive whole.
const BREAKS = {
  "a connection that is reset": (_, response) => {
    response.writeHead(200, headers);
    reset(response, half(Buffer.from(text)));
  },
  "a length that was not kept to": (_, response) => {
    response.writeHead(200, { ...headers, "content-length": Buffer.byteLength(text) });
    reset(response, half(Buffer.from(text)));
  },
  "JSON that ends in the middle": (_, response) => end(response, { body: half(Buffer.from(text)) }),
  ...Object.fromEntries(
    Object.entries(PACKED).flatMap(([encoding, pack]) => {
      const coded = { ...headers, "content-encoding": encoding };
      return [
        [
          `${encoding} that ends in the middle`,
          (_, response) => {
            response.writeHead(200, coded);
            endEarly(response, half(pack(text)));
          },
        ],
        [
          `a connection that is reset, packed with ${encoding}`,
          (_, response) => {
            response.writeHead(200, coded);
            reset(response, half(pack(text)));
          },
        ],
        [
          `${encoding} of JSON that ends in the middle`,
          (_, response) => end(response, { headers: coded, body: pack(text.slice(0, text.length / 2)) }),
        ],
      ];
    }),
  ),
};

const notice = (page, feed) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: `${feed} could not be read whole.` }) });

for (const [name, answer] of Object.entries(BREAKS)) {
  test(`${name}: the rows that came count and it is said how many`, async ({ page, api, serveSite }) => {
    serveSample(api);
    api.on("/responses", answer);
    const site = await serveSite({ config: configOf(api.url) });
    await page.goto(`${site.url}/responses`);
    await expect(notice(page, "Responses")).toContainText(/broke|did not arrive whole/);
    const said = await notice(page, "Responses").getByText("rows that came count").textContent();
    const rows = said.match(/the ([\d,]+) rows/)[1];
    expect(Number(rows.replace(",", ""))).toBeGreaterThan(0);
    expect(Number(rows.replace(",", ""))).toBeLessThan(COUNT);
    await expect(page.locator("header .reading")).toContainText(`Not whole: ${rows} rows read`);
    await expect(page.locator(".about")).toContainText(`${rows} responses`);
    await page.getByRole("link", { name: "Data", exact: true }).click();
    await expect(row(page.locator("table").first(), "Responses").getByRole("cell").nth(1)).toHaveText(rows);
  });
}

test("trying again reads all of it", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", BREAKS["a connection that is reset"]);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await expect(notice(page, "Responses")).toBeVisible();
  api.json("/responses", responses(COUNT));
  await page.getByRole("button", { name: "Try again" }).click();
  await whole(page);
  await expect(page.locator(".about")).toContainText("20,000 responses");
  await expect(page.locator("section.notice.bad")).toHaveCount(0);
});

// Counts of the same responses, as a database groups them.
const COUNTS = Array.from({ length: 5000 }, (_, place) => ({
  touchpoint: ["order", "delivery", "return"][place % 3],
  period: `2026-0${1 + (place % 3)}`,
  question: "csat",
  value: 1 + (place % 5),
  count: 1,
  responses: 1,
}));

test("counts that break off count as far as they came", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/tally", (_, response) => {
    response.writeHead(200, headers);
    reset(response, half(Buffer.from(JSON.stringify(COUNTS))));
  });
  const feeds = { responses: undefined, tally: { path: "tally", rows: "$[*]" } };
  const site = await serveSite({ config: configOf(api.url, { feeds }) });
  await page.goto(`${site.url}/responses`);
  const said = await notice(page, "Tally").getByText("rows that came count").textContent();
  await expect(page.locator(".about")).toContainText(`${said.match(/the ([\d,]+) rows/)[1]} responses`);
});

test("sums that break off are not used: they would pass for all there is", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/sums", (_, response) => {
    response.writeHead(200, headers);
    reset(response, half(Buffer.from(COUNTS.map((count) => `${JSON.stringify(count)}\n`).join(""))));
  });
  let answer;
  api.on("/responses", (_, response) => {
    answer = () => end(response, json(responses()));
  });
  const feeds = { summary: [{ path: "sums", format: "json_lines" }] };
  const site = await serveSite({ config: configOf(api.url, { feeds }) });
  await page.goto(`${site.url}/responses`);
  await expect(page.getByRole("heading", { name: "Summary could not be read." })).toBeVisible();
  await expect(page.locator(".about")).toContainText("0 responses");
  await expect.poll(() => typeof answer).toBe("function");
  answer();
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
});

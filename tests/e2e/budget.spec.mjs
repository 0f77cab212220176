// How many bytes each entrance takes over the wire, as the site is served: compressed with Brotli.
import { expect, test } from "./support/fixtures.mjs";
import { PAGES, STATES, open } from "./support/places.mjs";

// The first page whole, and the overview, which has a program of its own.
const FIRST_PAGE = 300 * 1000;
const OVERVIEW = 170 * 1000;

// Which part of the site a file belongs to.
const PARTS = [
  ["engine", /^\/engine[-_]/],
  ["charts", /^\/charts[-_]/],
  ["data", /^\/demo\/.*\.json$/],
  ["page", /./],
];
const partOf = (path) => PARTS.find(([, pattern]) => pattern.test(path))[0];

// Every answer of a page that is opened for the first time.
async function answers(page, url) {
  const found = [];
  page.context().on("requestfinished", (request) => found.push(request));
  await open(page, url);
  await page.waitForLoadState("networkidle");
  return Promise.all(
    found.map(async (request) => {
      const [response, sizes] = [await request.response(), await request.sizes()];
      const path = new URL(request.url()).pathname;
      const bytes = sizes.responseBodySize + sizes.responseHeadersSize;
      return { path, part: partOf(path), bytes, encoding: (await response.allHeaders())["content-encoding"] };
    }),
  );
}

const sum = (all, part) => all.filter((one) => one.part === part).reduce((total, { bytes }) => total + bytes, 0);

// One worker, so that there is one table.
test.describe.configure({ mode: "default" });

const table = [];

for (const [name, place] of Object.entries({ ...PAGES, panel: STATES.panel, mapper: STATES["no such connection"] })) {
  test(`${name} keeps to its budget`, async ({ page, demo }) => {
    const all = await answers(page, demo.url + place);
    const sums = Object.fromEntries(PARTS.map(([part]) => [part, sum(all, part)]));
    table.push({ entrance: place, ...sums });
    // Whatever is large came compressed.
    const plain = all.filter(({ encoding, bytes }) => encoding !== "br" && bytes > 2000);
    expect(plain).toEqual([]);
    const paths = all.map(({ path }) => path);
    expect(paths.length, "nothing is fetched twice").toBe(new Set(paths).size);
    expect(sums.page).toBeLessThanOrEqual(name === "overview" ? OVERVIEW : FIRST_PAGE);
    expect(sums.engine).toBeGreaterThan(0);
    const hasChart = (await page.locator(".chart").count()) > 0;
    expect(hasChart).toBe(["hearts", "panel"].includes(name));
    expect(sums.charts > 0).toBe(hasChart);
  });
}

test("the charts come with the first chart, and once", async ({ page, demo }) => {
  const charts = [];
  page.context().on("request", (request) => {
    if (/\/charts[-_]/.test(request.url())) charts.push(request.url());
  });
  await open(page, demo.url);
  expect(charts).toEqual([]);
  await page.getByRole("link", { name: "Hearts" }).click();
  await expect(page.locator(".chart canvas")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("link", { name: "Hearts" }).click();
  await expect(page.locator(".chart canvas")).toBeVisible();
  expect(charts.length).toBe(2);
});

test.afterAll(() => {
  if (table.length > 0) console.table(table);
});

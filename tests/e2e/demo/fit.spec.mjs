// What is wide fits where there is room for it, and where there is none one sees that more lies at the side.
import { expect, test } from "../support/fixtures.mjs";
import { PAGES, STATES, open } from "../support/places.mjs";
import { configOf, journeys, responses } from "../support/sample.mjs";

const hidden = (page) =>
  page.locator("main .table-frame").evaluateAll((frames) => frames.map((one) => one.scrollWidth - one.clientWidth));

for (const [width, name, place] of [
  [1280, "risks", PAGES.risk],
  [390, "risks", PAGES.risk],
  [1024, "two teams", PAGES.compare],
  [1280, "two teams of few answers", `${PAGES.compare}&period=2026-10`],
  [1280, "features", STATES["features of a survey"]],
]) {
  test(`${name}: no column is out of sight on a screen of ${width}`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, demo.url + place);
    await expect(page.locator("main .table-frame").first()).toBeVisible();
    expect(Math.max(...(await hidden(page)))).toBeLessThanOrEqual(0);
  });
}

// A service of long words, with many risks at one point.
const LONG = "Reconciliation ".repeat(12);
const WORDS = "unbroken".repeat(12_000);
const risk = (place) => ({ name: { en: `Risk ${place}` }, severity: 9, occurrence: 9, detection: 9 });
const [{ stages, ...shop }] = journeys;
const [one, ...others] = stages[0].touchpoints;
const long = { ...one, name: { en: LONG }, risks: Array.from({ length: 35 }, (_, place) => risk(place)) };
const service = [{ ...shop, stages: [{ ...stages[0], touchpoints: [long, ...others] }] }];

async function serveLong({ api, serveSite }) {
  const [first, ...rest] = responses(60);
  api.json("/journeys", service);
  api.json("/responses", [{ ...first, comment: WORDS }, ...rest]);
  return serveSite({ config: configOf(api.url) });
}

test("a long name makes no page wider, and a long comment none tall", async ({ page, api, serveSite }) => {
  const site = await serveLong({ api, serveSite });
  await open(page, `${site.url}/responses?period=all`);
  const size = () => page.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight]);
  const [wide, tall] = await size();
  expect(wide).toBeLessThanOrEqual(1280);
  expect(tall).toBeLessThan(4000);
  await page.locator(".long summary").click();
  expect((await size())[1]).toBeGreaterThan(10_000);
});

test("the count of a risk cell is whole on a phone, and thirty risks come before all", async ({
  page,
  api,
  serveSite,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const site = await serveLong({ api, serveSite });
  await open(page, `${site.url}/journeys/shop/heat?view=risk`);
  const cell = page.locator('[data-cell="9-9"]');
  await expect(cell).toContainText("×35");
  const isCut = await cell.evaluate((one) => {
    const inner = one.querySelector("[aria-hidden]").getBoundingClientRect();
    const outer = one.getBoundingClientRect();
    return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
  });
  expect(isCut).toBe(false);
  const rows = page.locator(".risks tbody tr");
  await expect(rows).toHaveCount(30);
  await page.getByRole("button", { name: "Show all 35" }).click();
  await expect(rows).toHaveCount(35);
});

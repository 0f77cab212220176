// A journey of a thousand touchpoints: only what is looked at is made.
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, response } from "../support/sample.mjs";

const COUNT = 1000;
const name = (place) => `Contact ${place}`;

function serveLarge(api) {
  const touchpoint = (place) => ({ id: `t${place}`, name: name(place), action: `Does ${place}`, hearts: ["care"] });
  const stage = (number) => {
    const places = Array.from({ length: COUNT / 10 }, (_, place) => (number * COUNT) / 10 + place);
    return { id: `s${number}`, name: `Part ${number}`, touchpoints: places.map(touchpoint) };
  };
  api.json("/journeys", [{ id: "long", name: "A long way", stages: Array.from({ length: 10 }, (_, n) => stage(n)) }]);
  api.json(
    "/responses",
    Array.from({ length: 4000 }, (_, place) => ({ ...response(place), touchpoint: `t${place % COUNT}` })),
  );
}

const elements = (page) => page.evaluate(() => document.querySelectorAll("*").length);

test.beforeEach(async ({ page, api, serveSite }) => {
  serveLarge(api);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/journeys/long`);
  await whole(page);
});

test("the map is drawn, and the document stays small", async ({ page }) => {
  const map = page.getByRole("grid");
  await expect(map.getByRole("columnheader", { name: name(0), exact: true })).toBeVisible();
  await expect(map).toHaveAttribute("aria-colcount", String(COUNT + 1));
  expect(await elements(page)).toBeLessThan(1500);
});

test("scrolling finds every column, and makes no more than are seen", async ({ page }) => {
  const map = page.getByRole("grid");
  for (const share of [0.25, 0.5, 1]) {
    await map.evaluate((element, to) => element.scrollTo({ left: element.scrollWidth * to }), share);
    const last = Math.min(Math.round(COUNT * share), COUNT - 1);
    await expect(map.getByRole("columnheader", { name: name(last), exact: true })).toBeVisible();
    expect(await elements(page)).toBeLessThan(1500);
  }
  await expect(map.getByRole("columnheader", { name: name(10), exact: true })).toHaveCount(0);
});

test("the end key leads to the last touchpoint, and Enter opens it", async ({ page }) => {
  await page.getByRole("columnheader", { name: name(0), exact: true }).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("columnheader", { name: name(COUNT - 1), exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(name(COUNT - 1));
});

test("the whole journey fits in one view, as a curve", async ({ page }) => {
  await page.getByRole("button", { name: "Whole journey" }).click();
  const map = page.getByRole("grid");
  await expect.poll(() => map.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  // A knot for each touchpoint: the curve is all there.
  const curve = await map.locator("path.measured").getAttribute("d");
  expect(curve.split("C").length).toBe(COUNT);
  expect(await elements(page)).toBeLessThan(1500);
});

test("the heat map makes only the rows that are seen", async ({ page }) => {
  await page.getByRole("link", { name: "Heat map" }).click();
  const heat = page.getByRole("grid");
  await expect(heat).toHaveAttribute("aria-rowcount", String(COUNT + 1));
  await expect(heat.getByRole("rowheader", { name: name(0) }).first()).toBeVisible();
  expect(await elements(page)).toBeLessThan(2000);
  await heat.locator("[tabindex='0']").focus();
  await page.keyboard.press("Control+End");
  await expect(heat.getByRole("rowheader", { name: name(COUNT - 1) })).toBeVisible();
  expect(await elements(page)).toBeLessThan(2000);
});

test("keys that cross the heat map at once lose nothing, however far they go", async ({ page }) => {
  await page.getByRole("link", { name: "Heat map" }).click();
  const heat = page.getByRole("grid");
  await heat.locator("[tabindex='0']").focus();
  const place = () => page.evaluate(() => document.activeElement.parentElement.ariaRowIndex);
  for (const key of ["Control+End", "ArrowUp", "ArrowUp", "Control+Home", "ArrowDown"]) await page.keyboard.press(key);
  await expect.poll(place).toBe("2");
  for (const key of ["Control+End", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  await expect.poll(place).toBe(String(COUNT - 1));
  await page.mouse.move(400, 500);
  await page.mouse.wheel(0, -40 * COUNT);
  await expect(heat.getByRole("rowheader", { name: name(0) }).first()).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect.poll(place, "scrolling does not move where the keys are").toBe(String(COUNT - 2));
});

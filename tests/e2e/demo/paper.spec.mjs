// What is printed: pages are printed for real and their sheets are read, for a medium that is only pretended counts none.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "../support/fixtures.mjs";
import { print, textOf, times } from "../support/paper.mjs";
import { PAGES, STATES, open } from "../support/places.mjs";

const FOLDER = resolve(import.meta.dirname, "../../..", process.env.SITE ?? "dist", "demo");
const JOURNEYS = JSON.parse(readFileSync(resolve(FOLDER, "journeys.json"), "utf8"));
const hotel = (JOURNEYS.journeys ?? JOURNEYS).find(({ id }) => id === "hotel-stay");
const TOUCHPOINTS = hotel.stages.flatMap(({ touchpoints }) => touchpoints);
const NAMES = TOUCHPOINTS.map(({ name }) => name.en);
const RISKS = TOUCHPOINTS.flatMap(({ risks }) => risks ?? []).map(({ name }) => name.en);

const missing = (sheets, names) => names.filter((name) => times(sheets, name) === 0);

for (const name of ["map", "heat", "priority", "panel", "map as a table", "heat by heart"]) {
  test(`${name}: every touchpoint is on paper, with its n`, async ({ page, demo }) => {
    await open(page, demo.url + { ...PAGES, ...STATES }[name]);
    // Charts come last.
    await expect(page.locator(".chart canvas")).toHaveCount(name === "panel" ? 2 : 0);
    const sheets = await print(page);
    expect(sheets.every(({ wide }) => wide)).toBe(true);
    expect(missing(sheets, NAMES)).toEqual([]);
    expect(times(sheets, "n = ")).toBeGreaterThanOrEqual(NAMES.length);
    // The screen is as it was.
    await expect(page.locator(".on-paper table, .on-paper svg")).toHaveCount(0);
    // The second copy is like the first.
    expect(textOf(await print(page))).toBe(textOf(sheets));
  });
}

test("the map's curve is on paper", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.map);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed-curve path.measured")).toBeVisible();
  await expect(page.getByRole("grid")).toBeHidden();
});

test("an open panel is on paper whole, below the map", async ({ page, demo }) => {
  await open(page, demo.url + STATES.panel);
  await expect(page.locator(".chart canvas")).toHaveCount(2);
  const text = textOf(await print(page));
  for (const part of ["Control chart", "Satisfied, month by month", "Centre and spread come from", "Latest comments"])
    expect(text).toContain(part);
  expect(text).not.toContain("All responses to this touchpoint");
});

test("every risk is on paper, of the chosen cell or of all", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.risk);
  expect(missing(await print(page), RISKS)).toEqual([]);
});

test("no sheet is left empty, and none says what only a screen can do", async ({ page, demo }) => {
  test.setTimeout(120_000);
  for (const place of Object.values({ ...PAGES, ...STATES })) {
    await open(page, demo.url + place);
    const sheets = await print(page);
    // The last sheet may hold a line or two; a sheet before it that holds little was left for the next.
    const sparse = sheets.slice(0, -1).filter(({ text, pictures }) => text.length < 150 && pictures === 0);
    expect.soft(sparse, place).toEqual([]);
    expect.soft(textOf(sheets), place).not.toContain("Point at");
  }
});

test("the button prints what the browser's own menu does", async ({ page, demo }) => {
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.body.dataset.rows = document.querySelectorAll(".on-paper tbody tr").length;
      dispatchEvent(new Event("afterprint"));
    };
  });
  await open(page, demo.url + PAGES.heat);
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-rows", String(NAMES.length));
  await expect(page.locator(".on-paper table")).toHaveCount(0);
});

test("paper is white, also of a dark screen", async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, demo.url + PAGES.hearts);
  await expect(page.locator(".chart canvas")).toBeVisible();
  await expect(page.locator(".chart-canvas")).toHaveAttribute("data-dark");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator(".chart canvas")).toHaveCSS("filter", "invert(1) hue-rotate(180deg)");
});

// Frames that hide a part of what they hold: paper cannot be scrolled.
const cut = (page) =>
  page.locator("main *:visible:not(.visually-hidden)").evaluateAll((elements) => {
    const hides = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWider = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      return isWider || (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
    };
    return elements.filter(hides).map((element) => `${element.localName}.${element.className}`);
  });

// A4 with margins of twelve millimetres, at the 96 dots an inch of style sheets. Wide pages lie on their side.
const UPRIGHT = { width: 703, height: 1032 };
const SIDEWAYS = { width: 1032, height: 703 };

for (const [name, place] of Object.entries({ ...PAGES, ...STATES })) {
  test(`${name}: nothing is cut off on paper`, async ({ page, demo }) => {
    const isWide = [PAGES.overview, "/journeys/", PAGES.surveys].some(
      (wide) => place === wide || (wide !== "/" && place.startsWith(wide)),
    );
    await page.setViewportSize(isWide ? SIDEWAYS : UPRIGHT);
    await open(page, demo.url + place);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("banner")).toBeHidden();
    // What only paper shows is made when the browser is about to print, which no medium is.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect.poll(() => cut(page)).toEqual([]);
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond).toBeLessThanOrEqual(0);
  });
}

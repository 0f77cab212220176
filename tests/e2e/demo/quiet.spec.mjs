// Whatever page is opened: no word of the machine, no sideways scrolling. That nothing is complained
// about and no stranger is asked, the fixtures see to in every test.
import { expect, test } from "../support/fixtures.mjs";
import { open, PAGES, STATES } from "../support/places.mjs";
import { texts } from "../support/shown.mjs";

// What a program says when it should have said something else.
const RAW = /\bNaN\b|\bundefined\b|\bnull\b|\bNone\b|Infinity|\[object|\{\w*\}|Some\(|Err\(|-0%|−0%/;

const places = Object.entries({ ...PAGES, ...STATES });

for (const [name, place] of places) {
  for (const lang of ["en", "zh-CN"]) {
    test(`${name} says nothing raw in ${lang}`, async ({ page, demo }) => {
      await open(page, `${demo.url + place + (place.includes("?") ? "&" : "?")}lang=${lang}`);
      expect((await texts(page, "body")).filter((text) => RAW.test(text))).toEqual([]);
      await expect(page).toHaveTitle(/Heartline/);
    });
  }

  test(`${name} never scrolls sideways on a phone`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, demo.url + place);
    // How much wider than the screen the document is; 320 is the narrowest that WCAG asks for.
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(beyond, { message: `${width} pixels wide` }).toBe(0);
    }
  });
}

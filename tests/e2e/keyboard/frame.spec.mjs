// What stands around every page, by keyboard alone.
import { expect, test } from "../support/fixtures.mjs";
import { expectFocusSeen, tabTo } from "../support/keys.mjs";
import { PAGES, STATES, address, open } from "../support/places.mjs";

test("the first tab stop skips to the content", async ({ page, demo }) => {
  await open(page, demo.url);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("pages are gone to by their links, and their titles take the focus", async ({ page, demo }) => {
  await open(page, demo.url);
  for (const name of ["Journeys", "Hearts", "Responses", "Data", "Overview"]) {
    const link = page.getByRole("navigation").getByRole("link", { name });
    await link.focus();
    await expectFocusSeen(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.locator("[aria-current=page]")).toHaveText(name);
  }
});

test("filters are chosen and cleared", async ({ page, demo }) => {
  await open(page, demo.url);
  await tabTo(page, page.getByRole("combobox", { name: "Period" }));
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => address(page)).toBe("/?period=6m");
  await expect(page.getByRole("combobox", { name: "Period" })).toBeFocused();
  await tabTo(page, page.getByRole("combobox", { name: "Team" }));
  await page.keyboard.type("South");
  await expect.poll(() => address(page)).toBe("/?period=6m&team=branch-south");
  await tabTo(page, page.getByRole("button", { name: "Clear filters" }));
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/");
});

test("the language and the theme are changed", async ({ page, demo }) => {
  await open(page, demo.url);
  await tabTo(page, page.getByRole("combobox", { name: "Theme" }));
  await page.keyboard.type("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await tabTo(page, page.getByRole("button", { name: "中文" }), { back: true });
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("button", { name: "English" })).toBeFocused();
});

test("a figure tells its n and its interval when it has the focus", async ({ page, demo }) => {
  await open(page, demo.url);
  const figure = page.locator(".figure").first();
  await expect(figure.locator(".tip")).toBeHidden();
  await figure.focus();
  await expect(figure.locator(".tip")).toBeVisible();
  await expect(figure.locator(".tip")).toContainText(/n = \d+.*95% interval/);
});

test("alerts are unfolded and folded", async ({ page, demo }) => {
  await open(page, demo.url);
  const more = page.getByRole("button", { name: /\d+ more/ });
  await more.focus();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Fewer" }).press("Enter");
  await expect(more).toBeVisible();
});

for (const [name, place] of Object.entries({ ...PAGES, ...STATES })) {
  test(`${name}: every tab stop is seen, from the first to the last and round again`, async ({ page, demo }) => {
    test.setTimeout(60_000);
    await open(page, demo.url + place);
    const stops = new Set();
    const here = () =>
      page.evaluate(() => document.activeElement.outerHTML.slice(0, 300) + document.activeElement.offsetTop);
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "Skip to content" }).focus();
    const first = await here();
    // The skip link again means all the way round; a trap would never come back to it.
    for (let stop = 0; stop < 200; stop++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      if ((await here()) === first) break;
      await expectFocusSeen(page);
      stops.add(await here());
    }
    expect(stops.size).toBeGreaterThan(8);
    expect(stops.size).toBeLessThan(150);
  });
}

// Both matrices by keys alone: one tab stop each, arrows move, Enter opens or lists.
import { expect, test } from "../support/fixtures.mjs";
import { expectFocusSeen, tabTo } from "../support/keys.mjs";
import { PAGES, address, open } from "../support/places.mjs";

const label = (page) =>
  page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.getAttribute("aria-label"));
const cell = (page) => page.evaluate(() => document.activeElement.dataset.cell);

test("the priority matrix is one stop, and every point is reached", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  const first = page.locator('.plot .point[data-place="0"]');
  await tabTo(page, first);
  expect(await label(page)).toBe("Night service");
  await expect(page.locator("#readout")).toContainText("Night service · Concentrate here");
  const met = new Set();
  for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowLeft");
  for (let step = 0; step < 20; step++) {
    met.add(await label(page));
    await page.keyboard.press("ArrowRight");
  }
  expect(met.size).toBe(20);
  for (const key of ["ArrowUp", "ArrowDown", "End"]) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  await page.keyboard.press("Home");
  await expect.poll(() => label(page)).toBe("Night service");
  await page.keyboard.press("Tab");
  await expect(page.locator(".ranked a").first()).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/journeys/hotel-stay?open=night-service");
});

test("choosing keeps the focus where it was", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  await tabTo(page, page.getByRole("combobox", { name: "Performance" }));
  await page.keyboard.type("NPS");
  await expect.poll(() => address(page)).toContain("measure=nps");
  await expect(page.locator(".plot text.axis.across")).toHaveText("NPS →");
  await expect(page.getByRole("combobox", { name: "Performance" })).toBeFocused();
});

test("the risk matrix is moved through, and Enter lists a cell", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.risk);
  await tabTo(page, page.locator('[data-cell="10-1"]'));
  const moves = { ArrowLeft: "10-1", ArrowUp: "10-1", ArrowDown: "9-1", ArrowRight: "9-2", End: "9-10", Home: "9-1" };
  for (const [key, place] of Object.entries(moves)) {
    await page.keyboard.press(key);
    await expect.poll(() => cell(page), { message: key }).toBe(place);
    await expectFocusSeen(page);
  }
  await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 7; step++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => cell(page)).toBe("8-8");
  await expect(page.locator("#readout")).toContainText("Severity 8, occurrence 8: 1 risk · Nobody answers the phone");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe(`${PAGES.risk}&cell=8-8`);
  await expect(page.locator(".risks tbody tr")).toHaveCount(1);
  await expect.poll(() => cell(page)).toBe("8-8");
  await page.keyboard.press("Escape");
  await expect.poll(() => address(page)).toBe(PAGES.risk);
});

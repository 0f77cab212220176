// The heat map as a grid: arrows move, Enter leads to the responses behind a cell, a column's head sorts.
import { expect, test } from "../support/fixtures.mjs";
import { expectFocusSeen, tabTo } from "../support/keys.mjs";
import { PAGES, address, open } from "../support/places.mjs";

const spot = (page) =>
  page.evaluate(() => {
    const { ariaColIndex, parentElement } = document.activeElement;
    return `${parentElement.ariaRowIndex - 1}/${ariaColIndex - 1}`;
  });

test.beforeEach(async ({ page, demo }) => {
  await open(page, demo.url + PAGES.heat);
});

async function enter(page) {
  await page.getByRole("main").getByRole("button", { name: "Table" }).focus();
  await page.keyboard.press("Tab");
  await expect.poll(() => spot(page)).toBe("1/1");
  await expectFocusSeen(page);
}

test("arrows, Home and End move, and what is under the focus is said", async ({ page }) => {
  await enter(page);
  const moves = {
    ArrowRight: "1/2",
    ArrowDown: "2/2",
    End: "2/4",
    Home: "2/0",
    ArrowUp: "1/0",
    "Control+End": "20/4",
    "Control+Home": "0/0",
  };
  for (const [key, place] of Object.entries(moves)) {
    await page.keyboard.press(key);
    await expect.poll(() => spot(page), { message: key }).toBe(place);
    await expectFocusSeen(page);
  }
  await page.keyboard.press("Control+End");
  await expect(page.locator("#readout")).toHaveText(/Lost property · Oct 2026: \d+% · n = \d+ · 95% interval/);
});

test("keys that follow each other at once lose nothing", async ({ page }) => {
  await enter(page);
  for (const key of ["Control+End", "Control+Home", "End", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
  await expect.poll(() => spot(page)).toBe("1/3");
});

test("Enter leads to the responses behind a cell", async ({ page }) => {
  await enter(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => spot(page)).toBe("1/2");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("/responses?touchpoint=room-search&period=2026-08");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responses · Room search");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect.poll(() => address(page)).toBe(PAGES.heat);
});

test("Enter on a column's head sorts by it, and again undoes that", async ({ page }) => {
  await enter(page);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => spot(page)).toBe("0/1");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe(`${PAGES.heat}?sort=coldest`);
  await expect(page.getByRole("columnheader", { name: "All" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("rowheader").first()).toContainText("Night service");
  // The grid has been made anew; the focus is still on the head.
  await expect.poll(() => spot(page)).toBe("0/1");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe(PAGES.heat);
});

test("columns, measure, order and search are chosen", async ({ page }) => {
  await tabTo(page, page.getByRole("combobox", { name: "Columns" }));
  await page.keyboard.type("Team");
  await expect.poll(() => address(page)).toContain("by=team");
  await expect(page.getByRole("combobox", { name: "Columns" })).toBeFocused();
  await tabTo(page, page.getByRole("combobox", { name: "Order" }));
  await page.keyboard.type("Cold");
  await expect.poll(() => address(page)).toContain("sort=coldest");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("night");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await expect(page.getByRole("searchbox")).toBeFocused();
});

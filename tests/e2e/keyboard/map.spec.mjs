// The map as a grid: one tab stop, arrows move, Enter opens, Escape comes back.
import { expect, test } from "../support/fixtures.mjs";
import { expectFocusSeen, tabTo } from "../support/keys.mjs";
import { PAGES, address, open } from "../support/places.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id);

test.beforeEach(async ({ page, demo }) => {
  await open(page, demo.url + PAGES.map);
});

// The map's first cell, reached by tabbing.
async function enter(page) {
  await page.getByRole("link", { name: "Heat map" }).focus();
  await tabTo(page, page.getByRole("columnheader", { name: "Room search" }), { most: 3 });
}

test("the grid is one tab stop, and arrows move in it", async ({ page }) => {
  await enter(page);
  const moves = {
    ArrowRight: "cell-0-1",
    ArrowDown: "cell-1-1",
    End: "cell-1-19",
    ArrowUp: "cell-0-19",
    Home: "cell-0-0",
    "Control+End": "cell-6-19",
    "Control+Home": "cell-0-0",
    PageDown: "cell-0-6",
    PageUp: "cell-0-0",
    ArrowLeft: "cell-0-0",
  };
  for (const [key, cell] of Object.entries(moves)) {
    await page.keyboard.press(key);
    await expect.poll(() => focused(page), { message: key }).toBe(cell);
    await expectFocusSeen(page);
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("grid").locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focused(page)).toBe("cell-0-0");
});

test("keys that follow each other at once lose nothing", async ({ page }) => {
  await enter(page);
  for (const key of ["Control+End", "Control+Home", "End", "Home", "PageDown", "ArrowRight"])
    await page.keyboard.press(key);
  await expect.poll(() => focused(page)).toBe("cell-0-7");
});

test("Enter opens the panel, Escape closes it and gives the focus back", async ({ page }) => {
  await enter(page);
  await page.keyboard.press("End");
  await expect.poll(() => focused(page)).toBe("cell-0-19");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeFocused();
  await expect.poll(() => address(page)).toContain("open=lost-property");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe("cell-0-19");
  await expectFocusSeen(page);
});

test("plus, minus and nought zoom", async ({ page }) => {
  await enter(page);
  const zooms = [
    ["+", "wide"],
    ["-", "normal"],
    ["0", "fit"],
  ];
  for (const [key, zoom] of zooms) {
    await page.keyboard.press(key);
    await expect(page.getByRole("grid")).toHaveAttribute("data-zoom", zoom);
    await expect.poll(() => focused(page)).toBe("cell-0-0");
  }
});

test("lanes are shown, hidden and moved", async ({ page }) => {
  const menu = page.getByRole("button", { name: "Lanes" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, page.getByRole("checkbox", { name: "Support" }), { most: 40 });
  await page.keyboard.press("Space");
  await expect.poll(() => address(page)).toContain("lanes=action,thought,hearts,pains,opportunities,support");
  await tabTo(page, page.getByRole("button", { name: "Move Support up" }), { most: 3 });
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toContain("lanes=action,thought,hearts,pains,support,opportunities");
  // The row has moved in the menu; the key goes on moving the same lane.
  await expect(page.getByRole("button", { name: "Move Support up" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toContain("lanes=action,thought,hearts,support,pains,opportunities");
  await expect(page.getByRole("row").nth(6).getByRole("rowheader")).toHaveText("Support");
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
});

test("a segment is compared, and leaving the menu closes it", async ({ page }) => {
  const menu = page.getByRole("button", { name: "Compare segments" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("checkbox", { name: "Families" }), { most: 12 });
  await page.keyboard.press("Space");
  await expect.poll(() => address(page)).toContain("overlay=family");
  await expect(page.getByRole("grid").locator("path.overlay")).toHaveCount(1);
  await page.getByRole("link", { name: "Heat map" }).focus();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
});

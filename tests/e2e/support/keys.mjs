// The keyboard alone: where the focus is, and whether one sees it.
import { expect } from "@playwright/test";

// The focus is on something that is in view, not covered, and drawn differently from when it has no focus.
export async function expectFocusSeen(page) {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return "nowhere";
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return "nothing to see";
        if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return "out of view";
        const style = getComputedStyle(element);
        const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        if (!outlined && style.boxShadow === "none") return `no ring on ${element.outerHTML.slice(0, 120)}`;
        const inside = (low, high, most) => Math.min(Math.max((low + high) / 2, 1), most - 1);
        const at = document.elementFromPoint(
          inside(box.left, box.right, innerWidth),
          inside(box.top, box.bottom, innerHeight),
        );
        if (!at || !(element.contains(at) || at.contains(element))) return `covered by ${at?.outerHTML.slice(0, 120)}`;
        return "seen";
      }),
    )
    .toBe("seen");
}

// Tabs until something of this name has the focus; each stop on the way must be seen.
export async function tabTo(page, locator, { back = false, most = 40 } = {}) {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    await expectFocusSeen(page);
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${locator} was not reached in ${most} steps`);
}

// Times something a page does, from the mark it sets to the frame that shows it.
import { traced } from "./trace.mjs";

// `inPage` sets the mark `bench-from`, waits until what it began is painted, sets `bench-to` and returns the
// milliseconds between. It is given `given`; `act` is called meanwhile, for what comes from outside the page.
export async function timed(browser, page, inPage, { given, act } = {}) {
  let wall;
  const found = await traced(browser, page, async () => {
    const done = page.evaluate(inPage, given);
    if (act) {
      // The page must be listening before anything comes.
      await page.waitForTimeout(300);
      act();
    }
    wall = await done;
  });
  return { wall, ...found };
}

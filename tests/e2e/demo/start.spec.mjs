// The engine is fetched beside the page's own program, not behind it: whichever is slow, the other comes.
import { expect, test } from "../support/fixtures.mjs";
import { configOf, serveSample } from "../support/sample.mjs";

const ENGINE = [/\/engine-\w+\.js$/, /\/engine_bg-\w+\.wasm$/];
const JOURNEYS = [/\/journeys-\w+\.js$/, /\/journeys_bg-\w+\.wasm$/];
const OVERVIEW = [/\/overview-\w+\.js$/, /\/overview_bg-\w+\.wasm$/];

// Holds some files back, and says which of the others are asked for meanwhile.
function hold(kinds) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const asked = [];
  const answers = async (path) => {
    asked.push(path);
    if (kinds.some((kind) => kind.test(path))) await released;
    return undefined;
  };
  return { answers, release, asked: (kind) => asked.some((path) => kind.test(path)) };
}

const whichever = [
  ["the page's program", "/journeys", JOURNEYS, ENGINE],
  ["the engine", "/journeys", ENGINE, JOURNEYS],
  ["the overview of a connection", "/", OVERVIEW, ENGINE],
];

for (const [name, place, held, others] of whichever) {
  test(`while ${name} is on its way, the other is asked for`, async ({ page, api, serveSite }) => {
    serveSample(api);
    const { answers, release, asked } = hold(held);
    const site = await serveSite({ config: configOf(api.url), answers });
    await page.goto(site.url + place, { waitUntil: "commit" });
    for (const other of others) await expect.poll(() => asked(other), String(other)).toBe(true);
    release();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("the engine reads while the page's program is still on its way", async ({ page, api, serveSite }) => {
  serveSample(api);
  const { answers, release } = hold(JOURNEYS);
  const site = await serveSite({ config: configOf(api.url), answers });
  await page.goto(`${site.url}/hearts`, { waitUntil: "commit" });
  await expect.poll(() => api.asked.map(({ path }) => path)).toContain("/responses");
  release();
  await expect(page.locator("header .reading")).toContainText("Read ");
});

// Beside answers made beforehand the overview wants nothing of the engine at first: its own program goes before.
test("the demo's overview has its program before the engine, and the engine before the next program", async ({
  page,
  demo,
}) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.context().on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(demo.url);
  await expect(page.locator("header .reading")).toContainText("Read ");
  await page.mouse.move(300, 300);
  const place = (kind) => asked.findIndex((path) => kind.test(path));
  await expect.poll(() => place(JOURNEYS[1])).toBeGreaterThan(0);
  expect(place(OVERVIEW[1])).toBeLessThan(place(ENGINE[1]));
  expect(place(ENGINE[1])).toBeLessThan(place(JOURNEYS[1]));
});

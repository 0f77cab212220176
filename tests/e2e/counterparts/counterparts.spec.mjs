// The demo's content, served by other people's servers in shapes of their own over real HTTP, gives the
// same figures as the demo, to the last one.
import { expect, test as base } from "../support/fixtures.mjs";
import { PAGES, STATES, open, whole } from "../support/places.mjs";
import { row, texts } from "../support/shown.mjs";
import { serveDatasette } from "./datasette.mjs";
import { countedConfig, databaseConfig } from "./datasette_config.mjs";
import { KEY, serveSurveyTool } from "./survey_tool.mjs";
import { surveyToolConfig } from "./survey_tool_config.mjs";

const served = (serve) => [
  async ({}, use) => {
    const server = await serve();
    await use(server);
    await server.close();
  },
  { scope: "worker" },
];

const test = base.extend({
  surveyTool: served(serveSurveyTool),
  datasette: served(serveDatasette),
});

// One worker, so that each server is started once.
test.describe.configure({ mode: "default", timeout: 60_000 });

// Pages whose every text must be the same, from whatever server it came.
const COMPARED = {
  overview: PAGES.overview,
  "overview in Chinese": "/?lang=zh-CN",
  "overview of a team in a month": "/?period=2026-08&team=branch-south",
  journeys: PAGES.journeys,
  map: STATES["map as a table"],
  "map with every lane":
    "/journeys/bank-loan?table=1&lanes=action,thought,channel,hearts,pains,opportunities,backstage,support,owner",
  heat: STATES["heat as a table"],
  "heat by team": "/journeys/outpatient-visit/heat?table=1&by=team&measure=emotion&period=all",
  hearts: PAGES.hearts,
  responses: PAGES.responses,
  "responses of a segment": "/responses?segment=family&period=12m",
};

// What the demo shows at each place; every server is held against it.
const demos = new Map();

// All alerts, not only the first.
async function expand(page, place) {
  if (place === PAGES.overview) await page.getByRole("button", { name: /\d+ more/ }).click();
}

async function ofDemo(page, demo, place) {
  if (!demos.has(place)) {
    await open(page, demo.url + place);
    await expand(page, place);
    demos.set(place, await texts(page));
  }
  return demos.get(place);
}

// Goes from place to place without reading everything again.
async function travel(page, place) {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  await expand(page, place);
}

// Every text of every page, and all differences at once. `of` says which texts count.
async function compare(page, reader, demo, of = (found) => found) {
  const same = expect.configure({ soft: true });
  for (const [name, place] of Object.entries(COMPARED)) {
    const wanted = of(await ofDemo(reader, demo, place));
    await travel(page, place);
    await same.poll(async () => of(await texts(page)), { message: name }).toEqual(wanted);
  }
}

// Comments are no counts: a database that only counts has none.
const counts = (found) => (found.includes("Comments") ? found.slice(0, found.indexOf("Comments")) : found);

test.describe("json-server", () => {
  test.use({ complaints: /401 \(Unauthorized\)/ });

  test("asks for its key, and shows what the demo shows", async ({
    page,
    demo,
    serveSite,
    surveyTool,
    watched,
    newReader,
  }) => {
    watched.allow(surveyTool.url);
    const site = await serveSite({ config: surveyToolConfig(surveyTool.url) });
    await page.goto(site.url + PAGES.data);
    await page.getByLabel("Key", { exact: true }).fill(KEY);
    await page.getByRole("button", { name: "Use key" }).click();
    await whole(page);
    await expect(page.getByRole("banner")).toContainText("Survey tool");
    await expect(row(page, "Responses")).toContainText("20,000");
    await compare(page, await newReader(), demo);
  });
});

test.describe("Datasette", () => {
  test("shows what the demo shows", async ({ page, demo, serveSite, datasette, watched, newReader }) => {
    watched.allow(datasette.url);
    const site = await serveSite({ config: databaseConfig(datasette.url) });
    await open(page, site.url + PAGES.data);
    await expect(page.getByRole("banner")).toContainText("Database");
    await expect(row(page, "Responses")).toContainText("20,000");
    await expect(page.getByText("Nothing was wrong with any row.")).toBeVisible();
    await compare(page, await newReader(), demo);
  });

  test("shows the same when the database does the counting", async ({
    page,
    demo,
    serveSite,
    datasette,
    watched,
    newReader,
  }) => {
    watched.allow(datasette.url);
    const site = await serveSite({ config: countedConfig(datasette.url) });
    await open(page, site.url + PAGES.data);
    await expect(row(page, "Tally")).toContainText("service/by_day.json");
    await expect(page.getByText("Nothing was wrong with any row.")).toBeVisible();
    await compare(page, await newReader(), demo, counts);
  });
});

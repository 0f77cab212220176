// The demo's content, served by other people's servers in shapes of their own over real HTTP, gives the
// same figures as the demo, to the last one.
import { expect, test as base } from "../support/fixtures.mjs";
import { PAGES, open, whole } from "../support/places.mjs";
import { row } from "../support/shown.mjs";
import { compare, counts } from "./compare.mjs";
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
  datasette: served(() => serveDatasette()),
});

// One worker, so that each server is started once.
test.describe.configure({ mode: "default", timeout: 60_000 });

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
    await compare(page, await newReader(), demo.url);
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
    await compare(page, await newReader(), demo.url);
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
    await compare(page, await newReader(), demo.url, counts);
  });
});

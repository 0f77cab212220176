// json-server, which others wrote, filters by time as it does: what is added to it between two readings is found.
import jsonServer from "json-server";
import { closed } from "../serve.mjs";
import { expect, test as base } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { row } from "../support/shown.mjs";
import { configOf, journeys, response, responses } from "../support/sample.mjs";

const test = base.extend({
  // A server with the sample in it, what it was asked for, and its rows to add to.
  server: async ({ watched }, use) => {
    const app = jsonServer.create();
    const asked = [];
    app.use(jsonServer.defaults({ logger: false, readOnly: true }));
    app.use(({ url }, _, next) => {
      asked.push(url);
      next();
    });
    const router = jsonServer.router({ journeys, responses: responses() });
    app.use(router);
    const listening = await new Promise((resolve) => {
      const server = app.listen(0, "127.0.0.1", () => resolve(server));
    });
    const url = `http://127.0.0.1:${listening.address().port}`;
    watched.allow(url);
    await use({ url, asked, rows: router.db.get("responses").value() });
    await closed(listening);
  },
});

test("what was added is asked for alone and counted once", async ({ page, server, serveSite }) => {
  const since = { query: "submitted_at_gte", form: "iso" };
  const feeds = { responses: { path: "responses", rows: "$[*]", since } };
  const site = await serveSite({ config: configOf(server.url, { feeds }) });
  await page.goto(`${site.url}/data`);
  await whole(page);
  const feed = row(page.locator("table").first(), "Responses");
  await expect(feed.getByRole("cell").nth(1)).toHaveText("300");

  server.rows.push(
    { ...response(300), submitted_at: "2026-04-01T04:00:00.000Z" },
    { ...response(301), submitted_at: "2026-03-31T01:00:00.000Z" },
  );
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(feed.getByRole("cell").nth(1)).toHaveText("302");
  // The newest is of the 31st at four: a day before that it was asked from on. json-server compares texts: the rows
  // of that very instant, which are written with milliseconds, come before it and are not sent.
  expect(server.asked.at(-1)).toBe("/responses?submitted_at_gte=2026-03-30T04%3A00%3A00Z");
  await expect(feed).toContainText(/2 rows new since .*; 3 more had been read before/);
});

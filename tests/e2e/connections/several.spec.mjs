// Several connections at once: what they give is one, and each is told apart where something is wrong with it.
import { end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, journeys, response, responses } from "../support/sample.mjs";

const about = (page) => page.locator(".about").first();
const feed = (path) => ({ path, rows: "$[*]" });

const connection = (name, base_url, feeds, more = {}) => ({
  name,
  base_url: `${base_url}/`,
  retries: 0,
  feeds,
  ...more,
});

// One API has the journeys and some responses, another the others.
function two(api, more = {}) {
  api.json("/map", journeys);
  api.json("/desk", responses(200));
  api.json(
    "/phone",
    Array.from({ length: 100 }, (_, place) => response(200 + place)),
  );
  const workspace = { time_zone: "Asia/Shanghai" };
  const desk = connection("Desk", api.url, { journeys: feed("map"), responses: feed("desk") });
  return { workspace, connections: [desk, connection("Phone", api.url, { responses: feed("phone") }, more)] };
}

// The figures of a page, as they are read.
const figures = (page) => page.locator("main").textContent();

test("two say together what one says alone", async ({ page, api, serveSite, newReader }) => {
  api.json("/journeys", journeys);
  api.json("/responses", responses(300));
  const [one, both] = [await serveSite({ config: configOf(api.url) }), await serveSite({ config: two(api) })];
  const other = await newReader();
  for (const path of ["/", "/responses?lang=en", "/journeys/shop?table=1", "/hearts", "/journeys/shop/heat?table=1"]) {
    await page.goto(one.url + path);
    await whole(page);
    await other.goto(both.url + path);
    await whole(other);
    await expect.poll(() => figures(other), path).toBe(await figures(page));
  }
  await expect(other.locator(".connection .name")).toHaveText("Desk + Phone");
});

test("rows are judged by the journeys of all, and told apart by connection", async ({ page, api, serveSite }) => {
  const config = two(api);
  api.json("/phone", [response(1), { ...response(4), id: "x", touchpoint: "moon" }]);
  const site = await serveSite({ config });
  await page.goto(`${site.url}/data`);
  await whole(page);
  const problems = page.getByRole("region", { name: "What was wrong" });
  await expect(problems).toContainText("Responses · Phone");
  await expect(page.locator("main")).toContainText("moon");
});

test.describe("one of two that fails", () => {
  test.use({ complaints: /Failed to load resource/ });

  test("leaves the other's figures, and is named", async ({ page, api, serveSite }) => {
    const config = two(api);
    api.on("/phone", { status: 500, body: "{}" });
    const site = await serveSite({ config });
    await page.goto(`${site.url}/responses`);
    await expect(about(page)).toContainText("200 responses");
    await expect(page.locator("section.notice.bad")).toContainText("Phone");
    api.json("/phone", [response(1)]);
    await page.getByRole("button", { name: "Try again" }).click();
    await whole(page);
    await expect(about(page)).toContainText("201 responses");
  });

  test("is measured by journeys that come later, each with its own key", async ({ page, api, serveSite }) => {
    const auth = { kind: "bearer" };
    const behind = (key, rows) => (request, answer) =>
      end(answer, request.headers.authorization === `Bearer ${key}` ? json(rows) : { status: 401, body: "" });
    api.on("/phone", behind("p", [response(1), response(2)]));
    api.on("/map", behind("m", journeys));
    const phone = connection("Phone", api.url, { responses: feed("phone") }, { auth });
    const map = connection("Map", api.url, { journeys: feed("map") }, { auth });
    const site = await serveSite({ config: { workspace: { time_zone: "Asia/Shanghai" }, connections: [phone, map] } });
    await page.goto(`${site.url}/responses`);
    const form = (name) => page.locator("form.notice").filter({ hasText: name });
    const key = (name) => form(name).getByLabel("Key", { exact: true });
    await key("Map").fill("half of it");
    for (const [name, typed] of [
      ["Phone", "wrong"],
      ["Phone", "p"],
      ["Map", "m"],
    ]) {
      if (name === "Phone") await expect(key("Map"), "what is being typed stays").toHaveValue("half of it");
      await key(name).fill(typed);
      await form(name).getByRole("button", { name: "Use key" }).click();
      if (typed === "wrong") await expect(page.getByText(/refuses the one it got \(401\)/)).toBeVisible();
    }
    await whole(page);
    await expect(about(page)).toContainText("2 responses");
    const touchpoints = [{ id: "elsewhere", name: "Elsewhere" }];
    api.on("/map", behind("m", [{ ...journeys[0], stages: [{ id: "all", name: "All of it", touchpoints }] }]));
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("2 rows or values left out")).toBeVisible();
    api.on("/map", behind("m", journeys));
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("rows or values left out")).toHaveCount(0);
    await expect(about(page)).toContainText("2 responses");
  });

  test("asks for its own key, which goes nowhere else", async ({ page, api, serveSite }) => {
    const config = two(api, { auth: { kind: "bearer" } });
    const rows = [response(1)];
    api.on("/phone", (request, answer) =>
      end(answer, request.headers.authorization === "Bearer t" ? json(rows) : { status: 401, body: "" }),
    );
    const site = await serveSite({ config });
    await page.goto(`${site.url}/responses`);
    await expect(page.locator("form.notice")).toContainText("Phone");
    await page.getByLabel("Key", { exact: true }).fill("t");
    await page.getByRole("button", { name: "Use key" }).click();
    await whole(page);
    await expect(about(page)).toContainText("201 responses");
    const others = api.asked.filter(({ path }) => path !== "/phone");
    expect(others.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    await page.reload();
    await whole(page);
    await expect(about(page), "the key is kept for the tab").toContainText("201 responses");
  });
});

test("one of this device is read beside the site's, its health is told, and it can be left out", async ({
  page,
  api,
  serveSite,
}) => {
  api.json("/journeys", journeys);
  api.json("/responses", responses(300));
  api.json("/phone", [response(1), response(2)]);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/connections`);
  const document = connection("Phone", api.url, { responses: feed("phone") }, { refresh: { every_seconds: 600 } });
  await page.getByLabel("Import a file").setInputFiles({
    name: "phone.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(document)),
  });
  await expect(page.getByRole("heading", { name: "Phone" })).toBeVisible();
  await page.getByRole("link", { name: "All connections" }).click();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Phone" }) });
  await card.getByRole("button", { name: "Read it too" }).click();
  await whole(page);
  await expect(page.locator(".connection .name")).toHaveText("Shop + Phone");
  for (const line of [
    /Stateread whole/,
    /Last read whole.*just now/,
    /Rows2Rows/,
    /Time to answer.*ms/,
    /Read again.*20/,
  ])
    await expect(card.locator(".health")).toContainText(line);
  await page.goto(`${site.url}/responses`);
  await whole(page);
  await expect(about(page)).toContainText("302 responses");

  await page.goto(`${site.url}/connections`);
  await card.getByRole("button", { name: "Leave it out" }).click();
  await whole(page);
  await expect(page.locator(".connection .name")).toHaveText("Shop");
  await page.goto(`${site.url}/responses`);
  await expect(about(page)).toContainText("300 responses");
});

test("figures of both are there at once when the page is next opened", async ({ page, api, serveSite }) => {
  const site = await serveSite({ config: two(api) });
  await page.goto(`${site.url}/data`);
  await whole(page);
  await expect(page.getByText(/The figures read .* are kept here/)).toBeVisible();
  await page.goto("about:blank");
  const waiting = [];
  for (const path of ["/desk", "/phone"]) api.on(path, (_, answer) => waiting.push(answer));
  await page.goto(`${site.url}/responses`);
  await expect(about(page)).toContainText("300 responses");
  await expect(page.locator("header .reading")).toContainText("Reading again");
  for (const answer of waiting) answer.destroy();
});

// The connections of a device: kept, taken along, put back, and known to every tab.
import { readFileSync } from "node:fs";
import { expect, test } from "../support/fixtures.mjs";
import { figuresKept } from "../support/files.mjs";
import { whole } from "../support/places.mjs";
import { serveOdd } from "./odd_api.mjs";

const card = (page, name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });

async function added(page, url, address) {
  await page.goto(`${url}/connections`);
  await page.getByLabel("Address of an answer").fill(address);
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByLabel("Rows are at")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Surveys");
  await page.getByLabel("Name", { exact: true }).blur();
  await page.getByRole("link", { name: "All connections" }).click();
}

test("one can be duplicated, removed and put back", async ({ page, api, demo }) => {
  serveOdd(api);
  await added(page, demo.url, `${api.url}/v2/surveys`);
  await card(page, "Surveys").getByRole("button", { name: "Duplicate" }).click();
  await expect(card(page, "Surveys")).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "Surveys (2)" })).toBeVisible();
  await card(page, "Surveys").first().getByRole("button", { name: "Remove" }).click();
  await expect(card(page, "Surveys")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "Surveys")).toHaveCount(2);
  await page.reload();
  await expect(card(page, "Surveys")).toHaveCount(2);
});

test("another tab sees what was changed here", async ({ page, api, demo, context }) => {
  serveOdd(api);
  const other = await context.newPage();
  await other.goto(`${demo.url}/connections`);
  await added(page, demo.url, `${api.url}/v2/surveys`);
  await expect(card(other, "Surveys")).toHaveCount(1);
});

test("an export has all but the secret, and can be imported", async ({ page, api, demo }) => {
  serveOdd(api);
  await added(page, demo.url, `${api.url}/v2/surveys?api_key=s3cret-in-address`);
  await card(page, "Surveys").getByRole("link", { name: "Open" }).click();
  await page.getByLabel("Who asks").selectOption("bearer");
  await page.getByLabel("Key", { exact: true }).fill("s3cret-typed");
  await page.getByLabel("keep on this device").check();
  await page.getByRole("button", { name: "Use key" }).click();
  await page.getByRole("button", { name: "Take what is suggested" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  const path = await download.path();
  const text = readFileSync(path, "utf8");
  expect(text).not.toContain("s3cret");
  expect(page.url()).not.toContain("s3cret");
  const document = JSON.parse(text);
  expect(document).toMatchObject({
    format: "heartline/connection",
    version: 1,
    name: "Surveys",
    auth: { kind: "bearer" },
    feeds: { responses: { path: "surveys", rows: "$.data.items[*]" } },
  });
  expect(api.asked.at(-1).headers.authorization).toBe("Bearer s3cret-typed");

  await page.getByRole("link", { name: "All connections" }).click();
  await page.getByLabel("Import a file").setInputFiles(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Surveys (2)");
  await page.getByRole("link", { name: "All connections" }).click();
  await expect(card(page, "Surveys")).toHaveCount(2);
});

test("what is no connection is refused in words", async ({ page, demo }) => {
  await page.goto(`${demo.url}/connections`);
  const take = (text) =>
    page
      .getByLabel("Import a file")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await take('{"format": "heartline/connection", ');
  await expect(page.getByRole("alert")).toContainText("it is not JSON (line 1");
  await take('{"format": "heartline/connection", "version": 7}');
  await expect(page.getByRole("alert")).toContainText("newer Heartline");
  for (const text of ["  ", "not a url", "ftp://files.example/answers"]) {
    await page.getByLabel("Address of an answer").fill(text);
    await page.getByRole("button", { name: "Look at it" }).click();
    await expect(page.getByRole("alert")).toContainText("That is no address");
  }
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) })).toHaveCount(1);
});

test("a key that is refused is told, one that fits opens", async ({ page, api, demo }) => {
  api.on("/rows", (request, response) => {
    const isIn = request.headers.authorization === "Bearer good";
    const headers = { "access-control-allow-origin": "*", "content-type": "application/json" };
    response.writeHead(isIn ? 200 : 401, headers);
    response.end(isIn ? '[{"touchpoint":"desk"}]' : '{"error":"who are you"}');
  });
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/rows`);
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByLabel("Who asks").selectOption("bearer");
  await expect(page.getByText("This connection needs a key.")).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill("good");
  await page.getByRole("button", { name: "Use key" }).click();
  await expect(page.getByLabel("Rows are at")).toBeVisible();
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain("good");
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("This connection needs a key.")).toBeVisible();
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain("good");
});

test("figures are forgotten with their connection", async ({ page, api, demo }) => {
  serveOdd(api);
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/v2/surveys`);
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Take what is suggested" }).click();
  await page.getByRole("button", { name: "Read from here" }).click();
  await whole(page);
  await expect.poll(() => figuresKept(page)).toEqual(["figures.own-1"]);
  await page.goto(`${demo.url}/connections`);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await figuresKept(page)).toHaveLength(1);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.reload();
  await expect.poll(() => figuresKept(page)).toEqual([]);
});

test("a key is for the origin it was typed for, and goes with its connection", async ({
  page,
  api,
  otherApi,
  demo,
}) => {
  for (const one of [api, otherApi]) one.json("/rows", [{ touchpoint: "desk" }]);
  const keyed = async (url) => {
    await page.goto(`${demo.url}/connections`);
    await page.getByLabel("Address of an answer").fill(`${url}/rows`);
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByLabel("Who asks").selectOption("bearer");
  };
  const wanted = page.getByText("This connection needs a key.");
  await keyed(api.url);
  await expect(wanted).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill("s3cret");
  await page.getByLabel("keep on this device").check();
  await page.getByRole("button", { name: "Use key" }).click();
  await expect(wanted).toHaveCount(0);

  await page.getByLabel("Where its paths start").fill(`${otherApi.url}/`);
  await page.getByLabel("Where its paths start").blur();
  await expect(wanted).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(wanted).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill("s3cret");
  await page.getByRole("button", { name: "Use key" }).click();
  await expect(wanted).toHaveCount(0);

  await page.getByRole("link", { name: "All connections" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("s3cret");
  await keyed(otherApi.url);
  await expect(wanted).toBeVisible();
  expect(page.url()).toContain("/connections/own-2");
  expect(otherApi.asked.filter(({ headers }) => headers.authorization)).toEqual([]);
});

test.describe("in a browser that hears complaints", () => {
  test.use({ complaints: /Failed to load resource|net::ERR|CORS/ });

  test("an API that lets no other site read it is named as such", async ({ page, api, demo }) => {
    api.on("/closed", { body: "[]", headers: {} });
    await page.goto(`${demo.url}/connections`);
    await page.getByLabel("Address of an answer").fill(`${api.url}/closed`);
    await page.getByRole("button", { name: "Look at it" }).click();
    await expect(page.getByText(/does not allow this site \(CORS\)/)).toBeVisible();
  });
});

// An API that wants a key: it is asked for, sent to that API alone, and kept until the tab is closed.
import { end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, journeys, responses } from "../support/sample.mjs";

test.use({ complaints: /Failed to load resource/ });

// Answers only to those who know the key.
function guard(api, header, wanted) {
  const behind = (value) => (request, response) =>
    end(response, request.headers[header] === wanted ? json(value) : { status: 401, body: "" });
  api.on("/journeys", behind(journeys));
  api.on("/responses", behind(responses()));
}

async function unlock(page, key) {
  await page.getByLabel("Key", { exact: true }).fill(key);
  await page.getByRole("button", { name: "Use key" }).click();
}

const AUTHS = {
  "a bearer token": [{ kind: "bearer" }, "authorization", "Bearer token-7"],
  "a header of its own": [{ kind: "header", name: "X-Api-Key" }, "x-api-key", "token-7"],
};

for (const [name, [auth, header, wanted]] of Object.entries(AUTHS)) {
  test(`${name}: nothing is asked before the key is there, a wrong one is refused, the right one loads`, async ({
    page,
    api,
    serveSite,
  }) => {
    guard(api, header, wanted);
    const site = await serveSite({ config: configOf(api.url, { connection: { auth } }) });
    await page.goto(`${site.url}/responses`);
    await expect(page.getByLabel("Key", { exact: true })).toBeVisible();
    await expect(page.getByText("Kept until this tab is closed, and sent to the API only.")).toBeVisible();
    expect(api.asked).toEqual([]);

    await unlock(page, "wrong");
    await expect(
      page.getByText("The API wants a key, or refuses the one it got (401). Type the key.").first(),
    ).toBeVisible();
    await unlock(page, "token-7");
    await whole(page);
    await expect(page.getByLabel("Key", { exact: true })).toHaveCount(0);
    await expect(page.locator(".about")).toContainText("300 responses");
  });
}

test("the key is kept for the tab, nowhere else, and can be forgotten", async ({ page, api, serveSite, context }) => {
  guard(api, "x-api-key", "token-7");
  const auth = { kind: "header", name: "X-Api-Key" };
  const site = await serveSite({ config: configOf(api.url, { connection: { auth } }) });
  await page.goto(`${site.url}/data`);
  await unlock(page, "token-7");
  await whole(page);
  expect(page.url()).not.toContain("token-7");
  expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).not.toContain("token-7");
  expect(await page.content()).not.toContain("token-7");
  expect(api.asked.filter(({ path }) => path.includes("token-7"))).toEqual([]);

  await page.reload();
  await whole(page);
  const other = await context.newPage();
  await other.goto(`${site.url}/data`);
  await expect(other.getByLabel("Key", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Forget the key" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Key", { exact: true })).toBeVisible();
});

test("the key is not sent to another origin, nor after a redirect", async ({ page, api, serveSite, demo }) => {
  guard(api, "x-api-key", "token-7");
  const gone = {
    location: `${demo.url}/demo/responses.json`,
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "*",
  };
  api.on("/responses", { status: 307, headers: gone });
  const connection = { auth: { kind: "header", name: "X-Api-Key" } };
  const site = await serveSite({ config: configOf(api.url, { connection }) });
  const sent = [];
  page.context().on("request", (request) => {
    if (request.headers()["x-api-key"] && !request.url().startsWith(api.url)) sent.push(request.url());
  });
  await page.goto(site.url);
  await unlock(page, "token-7");
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  expect(sent).toEqual([]);
});

test("a key that no header can carry does not break the page", async ({ page, api, serveSite }) => {
  guard(api, "x-api-key", "token-7");
  const connection = { auth: { kind: "header", name: "X-Api-Key" } };
  const site = await serveSite({ config: configOf(api.url, { connection }) });
  await page.goto(`${site.url}/responses`);
  await unlock(page, "密钥");
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  await unlock(page, "token-7");
  await whole(page);
});

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

test("the key is not sent to another origin, nor after a redirect", async ({ page, api, otherApi, serveSite }) => {
  guard(api, "x-api-key", "token-7");
  otherApi.json("/responses", responses());
  const gone = {
    location: `${otherApi.url}/responses`,
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "*",
  };
  api.on("/responses", { status: 307, headers: gone });
  const connection = { auth: { kind: "header", name: "X-Api-Key" } };
  const site = await serveSite({ config: configOf(api.url, { connection }) });
  await page.goto(site.url);
  await unlock(page, "token-7");
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  await expect(page.getByText("The API sends the request on to another address (a redirect)").first()).toBeVisible();
  expect(otherApi.asked).toEqual([]);
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

// An API that opens to one of its own kind of request, and says of every other what it was told.
function guardAll(api, isLetIn) {
  const behind = (value) => (request, response) => {
    const { searchParams } = new URL(request.url, "http://api");
    if (isLetIn(request, searchParams)) return end(response, json(value));
    const told = `${request.headers.authorization ?? ""} ${request.url}`;
    return end(response, { status: 401, type: "text/plain", body: `Not with ${told}` });
  };
  api.on("/journeys", behind(journeys));
  api.on("/responses", behind(responses()));
}

const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
const asked = (api) => api.asked.filter(({ method }) => method === "GET");

test("basic: user name and password are asked for, and a wrong password is not said again", async ({
  page,
  api,
  serveSite,
}) => {
  guardAll(api, ({ headers }) => headers.authorization === basic("Zoë", "open sésame "));
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: { kind: "basic" } } }) });
  await page.goto(`${site.url}/data`);
  await page.getByLabel("User name").fill("Zoë");
  await page.getByLabel("Password", { exact: true }).fill("guessed-wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/It said: Not with Basic ••• \/responses/).first()).toBeVisible();
  const shown = await page.content();
  expect(shown).not.toContain("guessed-wrong");
  expect(shown).not.toContain(basic("Zoë", "guessed-wrong").slice("Basic ".length));

  await page.getByLabel("User name").fill("Zoë");
  await page.getByLabel("Password", { exact: true }).fill("open sésame ");
  await page.getByRole("button", { name: "Sign in" }).click();
  await whole(page);
  await page.reload();
  await whole(page);
  await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
});

test("basic: what the file says is not asked for", async ({ page, api, serveSite, newReader }) => {
  guardAll(api, ({ headers }) => [basic("reports", "pw"), basic("k3y-7", "")].includes(headers.authorization));
  const named = { auth: { kind: "basic", user: "reports" } };
  const site = await serveSite({ config: configOf(api.url, { connection: named }) });
  await page.goto(site.url);
  await expect(page.getByLabel("User name")).toHaveCount(0);
  await page.getByLabel("Password of reports").fill("pw");
  await page.getByRole("button", { name: "Sign in" }).click();
  await whole(page);

  const keyAsUser = { auth: { kind: "basic", password: "" } };
  const other = await serveSite({ config: configOf(api.url, { connection: keyAsUser }) });
  const reader = await newReader();
  await reader.goto(`${other.url}/?lang=zh-CN`);
  await reader.getByLabel("密钥", { exact: true }).fill("k3y-7");
  await reader.getByRole("button", { name: "使用密钥" }).click();
  await whole(reader);
});

test("a key in the query is sent and shown nowhere", async ({ page, api, serveSite }) => {
  guardAll(api, (_, query) => query.get("api_key") === "s3cret/7");
  const auth = { kind: "query", name: "api_key" };
  const feeds = { responses: { path: "responses?size=max", rows: "$[*]" } };
  const site = await serveSite({ config: configOf(api.url, { connection: { auth }, feeds }) });
  await page.goto(`${site.url}/data`);
  await unlock(page, "wrong-key/7");
  await expect(page.getByText(/It said: Not with \/responses\?size=max&api_key=•••/).first()).toBeVisible();
  expect(await page.content()).not.toMatch(/wrong-key/);
  await unlock(page, "s3cret/7");
  await whole(page);
  await expect(page.getByRole("cell", { name: `${api.url}/responses?size=max`, exact: true })).toBeVisible();
  expect(await page.content()).not.toMatch(/s3cret/);
  expect(page.url()).not.toContain("s3cret");
  expect(asked(api).at(-1).query).toEqual({ size: "max", api_key: "s3cret/7" });
});

test("an API that wants a key the configuration does not speak of: it is said what to set", async ({
  page,
  api,
  serveSite,
}) => {
  guardAll(api, () => false);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(site.url);
  await expect(
    page.getByText(/the connection does not say how it is told\. Say in it who asks: auth in config\.json\./).first(),
  ).toBeVisible();
  await expect(page.getByLabel("Key", { exact: true })).toHaveCount(0);
});

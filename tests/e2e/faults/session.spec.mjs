// An API that wants a login first: user and password go there alone, once, and its token is a secret as they are.
import { end, json, OPEN } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses } from "../support/sample.mjs";
import { PASSWORD, serveSession, SESSION, signIn } from "../support/session_api.mjs";

test.use({ complaints: /Failed to load resource/ });

const about = (page) => page.locator(".about").first();
const posted = (api, path) => api.asked.filter((one) => one.path === path && one.method !== "OPTIONS");

test("user and password are asked for, go to the login alone, and one login serves every feed", async ({
  page,
  api,
  serveSite,
  context,
}) => {
  const world = serveSession(api);
  world.behind("/sums", []);
  const feeds = { summary: [{ path: "sums", rows: "$[*]" }] };
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION }, feeds }) });
  await page.goto(`${site.url}/data`);
  await expect(page.getByLabel("User name")).toBeVisible();
  expect(api.asked).toEqual([]);
  await signIn(page);
  await whole(page);
  expect(world.logins).toHaveLength(1);
  for (const { path, query, headers } of api.asked) {
    expect(JSON.stringify([path, query, headers])).not.toContain(PASSWORD);
    if (path !== "/auth/login" && headers.authorization) expect(headers.authorization).toBe("Bearer t0k3n-1");
  }
  // The password is kept for the tab, as any key is; the token nowhere at all.
  const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const opened = (name) =>
      new Promise((resolve) =>
        Object.assign(indexedDB.open(name), { onsuccess: (event) => resolve(event.target.result) }),
      );
    const all = (store) =>
      new Promise((resolve) => Object.assign(store.getAll(), { onsuccess: (event) => resolve(event.target.result) }));
    const texts = [];
    for (const name of names) {
      const db = await opened(name);
      for (const store of db.objectStoreNames)
        for (const value of await all(db.transaction(store).objectStore(store)))
          texts.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value));
      db.close();
    }
    return texts.join();
  });
  for (const text of [await stored(), kept, await page.content(), page.url()]) expect(text).not.toContain("t0k3n");
  for (const text of [kept, await page.content(), page.url()]) expect(text).not.toContain(PASSWORD);
  expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).not.toContain(PASSWORD);

  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => posted(api, "/responses").length).toBe(2);
  await whole(page);
  expect(world.logins, "the token is used as long as it holds").toHaveLength(1);
  await page.reload();
  await whole(page);
  expect(world.logins).toHaveLength(2);
  const other = await context.newPage();
  await other.goto(`${site.url}/data`);
  await expect(other.getByLabel("User name")).toBeVisible();
});

test("a wrong password is told in the API's words, and tried once", async ({ page, api, serveSite }) => {
  const world = serveSession(api);
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION } }) });
  await page.goto(`${site.url}/responses`);
  await signIn(page, "guessed-wrong");
  await expect(page.getByText(/refuses the one it got \(401\).*It said: \{"error":"no •••"\}/).first()).toBeVisible();
  await expect(page.getByText(`${api.url}/auth/login`).first(), "it is the login that failed").toBeVisible();
  expect(await page.content()).not.toContain("guessed-wrong");
  expect(world.logins, "nobody is locked out by a page that tries for each feed").toHaveLength(1);
  expect(posted(api, "/responses")).toEqual([]);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect.poll(() => world.logins.length).toBe(2);
  await signIn(page);
  await whole(page);
  await expect(about(page)).toContainText("300 responses");
});

for (const [name, answer, words] of [
  ["a sentence", () => json({ result: { status: "Invalid user name or password" } }), "Invalid user name or password"],
  ["a token elsewhere", () => json({ session: { key: "s3cret-elsewhere" } }), "It said: session"],
  [
    "a web page",
    () => ({ type: "text/html", body: "<!doctype html><title>Sign in</title>" }),
    "<title>Sign in</title>",
  ],
  ["the password again", ({ password }) => json({ message: `not with ${password}` }), "not with •••"],
])
  test(`a login that answers 200 with ${name} is no success`, async ({ page, api, serveSite }) => {
    serveSession(api, { refused: answer });
    const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION } }) });
    await page.goto(`${site.url}/responses`);
    await signIn(page, "guessed-wrong");
    await expect(page.getByText("The login gave no token at $.data.access_token.").first()).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByLabel("User name"), "one may try again").toBeVisible();
    expect(await page.content()).not.toMatch(/guessed-wrong|s3cret-elsewhere/);
    await signIn(page);
    await whole(page);
  });

const PAGED = { path: "responses", rows: "$[*]", paging: { kind: "page", page: "page", size: 100 } };
const pageOf = ({ url }) => {
  const number = Number(new URL(url, "http://api").searchParams.get("page"));
  return responses().slice((number - 1) * 100, number * 100);
};

test("a session that ends in the middle of a reading is begun anew, and nothing is lost", async ({
  page,
  api,
  serveSite,
}) => {
  const world = serveSession(api);
  let pages = 0;
  world.behind("/responses", (request) => {
    pages += 1;
    if (pages === 2) world.valid.clear();
    return pageOf(request);
  });
  const config = configOf(api.url, { connection: { auth: SESSION }, feeds: { responses: PAGED } });
  const site = await serveSite({ config });
  await page.goto(`${site.url}/responses`);
  await signIn(page);
  await whole(page);
  await expect(about(page)).toContainText("300 responses");
  expect(world.logins).toHaveLength(2);
  const asked = posted(api, "/responses").map(({ query, headers }) => [query.page, headers.authorization.at(-1)]);
  expect(asked.slice(0, 4)).toEqual([
    ["1", "1"],
    ["2", "1"],
    ["3", "1"],
    ["3", "2"],
  ]);
});

test("one that is refused again is told, and not begun for ever", async ({ page, api, serveSite }) => {
  const world = serveSession(api);
  api.on("/responses", { status: 403, body: '{"error":"no t0k3n-2"}' });
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION } }) });
  await page.goto(`${site.url}/responses`);
  await signIn(page);
  await expect(page.getByText(/may not read this \(403\).*It said: \{"error":"no •••"\}/).first()).toBeVisible();
  expect(world.logins).toHaveLength(2);
  expect(posted(api, "/responses")).toHaveLength(2);
});

test("feeds that are refused together log in once", async ({ page, api, serveSite }) => {
  const world = serveSession(api);
  world.behind("/indicators", []);
  world.behind("/sums", []);
  const feeds = {
    indicators: { path: "indicators", rows: "$[*]" },
    summary: [{ path: "sums", rows: "$[*]" }],
  };
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION }, feeds }) });
  await page.goto(`${site.url}/responses`);
  await signIn(page);
  await whole(page);
  world.valid.clear();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => world.logins.length).toBe(2);
  await whole(page);
  await expect(about(page)).toContainText("300 responses");
  expect(world.logins).toHaveLength(2);
});

test("a token goes into the query where that is said, and is shown nowhere", async ({ page, api, serveSite }) => {
  const world = serveSession(api, {
    tokenOf: ({ url }) => new URL(url, "http://api").searchParams.get("sid"),
  });
  const auth = { ...SESSION, carried: { kind: "query", name: "sid" } };
  const site = await serveSite({ config: configOf(api.url, { connection: { auth } }) });
  await page.goto(`${site.url}/data`);
  await signIn(page);
  await whole(page);
  await expect(page.getByRole("cell", { name: `${api.url}/responses`, exact: true })).toBeVisible();
  expect(world.tokens).toEqual(["t0k3n-1"]);
  expect(await page.content()).not.toContain("t0k3n");
});

test("the login follows nobody elsewhere", async ({ page, api, otherApi, serveSite }) => {
  serveSession(api);
  otherApi.json("/login", {});
  const headers = { ...OPEN, location: `${otherApi.url}/login` };
  api.on("/auth/login", { status: 307, headers });
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION } }) });
  await page.goto(`${site.url}/responses`);
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  await expect(page.getByText("The API sends the request on to another address (a redirect)").first()).toBeVisible();
  expect(otherApi.asked, "what was typed stays").toEqual([]);
});

test("a login that does not answer can be stopped", async ({ page, api, serveSite }) => {
  serveSession(api);
  const waiting = [];
  api.on("/auth/login", (_, response) => waiting.push(response));
  const site = await serveSite({ config: configOf(api.url, { connection: { auth: SESSION } }) });
  await page.goto(`${site.url}/responses`);
  await signIn(page);
  await expect.poll(() => waiting.length).toBe(1);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByText("The reading was stopped.").first()).toBeVisible();
  expect(waiting, "who waited does not log in instead").toHaveLength(1);
  for (const response of waiting) end(response, json({ data: { access_token: "late" } }));
});

// An API that wants a login first, described and tried by the page alone.
import { readFileSync } from "node:fs";
import { json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { PASSWORD, serveSession, SESSION, USER } from "../support/session_api.mjs";
import { connectionOf, imported, part, serveWritable } from "../writing/writable_api.mjs";

test.use({ complaints: /Failed to load resource/ });

const RPC = "/index.php/admin/remotecontrol";
const rows = [
  { id: "1", submitdate: "2026-10-30 09:00:00", Q1: "9" },
  { id: "2", submitdate: "2026-10-31 10:00:00", Q1: "10" },
];

// A survey tool as it is asked by JSON-RPC: every answer is a 200, errors stand in the result.
function serveRemote(api) {
  const world = { asked: [], keys: new Set() };
  const export_responses = ([key, survey]) => {
    if (!world.keys.has(key)) return { status: "Invalid session key" };
    if (survey !== 4711) return { status: "Error: Invalid survey ID" };
    return Buffer.from(JSON.stringify({ responses: rows })).toString("base64");
  };
  const get_session_key = ([user, password]) => {
    if (user !== USER || password !== PASSWORD) return { status: "Invalid user name or password" };
    const key = `k3y-${world.keys.size + 1}`;
    world.keys.add(key);
    return key;
  };
  api.post(RPC, ({ id, method, params }) => {
    world.asked.push({ method, params });
    return json({ id, result: { export_responses, get_session_key }[method](params), error: null });
  });
  return world;
}

async function type(page, password) {
  await page.getByLabel("User", { exact: true }).fill(USER);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("address, user and password are all that a known survey tool needs", async ({ page, api, demo }) => {
  const world = serveRemote(api);
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(api.url + RPC);
  await page.getByLabel("It is").selectOption("LimeSurvey RemoteControl");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByLabel("Who asks")).toHaveValue("session");
  await expect(page.getByLabel("Where its answer has the token")).toHaveValue("$.result");
  await expect(page.getByLabel("The others carry it as")).toHaveValue("body");
  await expect(page.getByLabel("Where in what is sent")).toHaveValue("$.params[0]");

  await type(page, "guessed-wrong");
  await expect(page.getByText("The login gave no token at $.result.").first()).toBeVisible();
  await expect(page.getByText("It said: Invalid user name or password").first()).toBeVisible();
  await type(page, PASSWORD);
  await expect(page.getByText("It said: Error: Invalid survey ID").first()).toBeVisible();

  const sent = page.getByRole("textbox", { name: "JSON", exact: true });
  await sent.fill((await sent.inputValue()).replace(/\b1,\n(\s+)"json"/, '4711,\n$1"json"'));
  await sent.blur();
  await expect(page.getByLabel("Rows are at")).toHaveValue("base64 $.result >> $.responses[*]");
  await page.getByLabel("Path of Touchpoint").fill('"check-out"');
  await page.getByLabel("Path of Answer: nps").fill("$.Q1");
  await page.getByLabel("Path of Answer: nps").blur();
  await expect(page.getByText("2 of the 2 rows looked at can be used.")).toBeVisible();
  expect(await page.content()).not.toMatch(/k3y-|guessed-wrong/);
  expect(world.asked.filter(({ method }) => method === "get_session_key").length).toBeLessThanOrEqual(4);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const exported = readFileSync(await (await download).path(), "utf8");
  expect(exported).toContain('"get_session_key"');
  expect(exported).not.toMatch(new RegExp(`k3y-|${PASSWORD}|${USER}`));

  await page.getByRole("button", { name: "Read from here" }).click();
  await whole(page);
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about").first()).toContainText("2 responses");
});

test("a session that is said to be over in a success is begun anew", async ({ page, api, serveSite }) => {
  const world = serveRemote(api);
  const connection = {
    name: "Survey",
    base_url: api.url + RPC,
    auth: {
      kind: "session",
      login: { path: "remotecontrol", body: { method: "get_session_key", params: ["$.user", "$.password"], id: 1 } },
      token: "$.result",
      carried: { kind: "body", path: "$.params[0]" },
      error: "$.result.status",
    },
    feeds: {
      responses: {
        path: "remotecontrol",
        body: { method: "export_responses", params: [null, 4711, "json"], id: 1 },
        inside: { path: "$.result", form: "base64" },
        rows: "$.responses[*]",
        fields: { submitted_at: "$.submitdate", touchpoint: { value: "check-out" }, answers: { nps: "$.Q1" } },
      },
    },
  };
  const site = await serveSite({ config: { connection } });
  await page.goto(`${site.url}/responses`);
  await page.getByLabel("User name").fill(USER);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await whole(page);
  await expect(page.locator(".about").first()).toContainText("2 responses");
  world.keys.clear();
  world.keys.add("another");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => world.asked.length).toBe(5);
  await whole(page);
  await expect(page.locator("section.notice.bad")).toHaveCount(0);
  expect(world.asked.map(({ method, params }) => [method, params[0]])).toEqual([
    ["get_session_key", USER],
    ["export_responses", "k3y-1"],
    ["export_responses", "k3y-1"],
    ["get_session_key", USER],
    ["export_responses", "k3y-2"],
  ]);
});

test("what the page does not ask for stays in the document", async ({ page, demo }) => {
  const login = { ...SESSION.login, headers: { "X-Tenant": "a" } };
  const carried = { kind: "header", name: "Authorization", value: "Token {token}" };
  const auth = { ...SESSION, login, carried, token: { header: "X-Token" } };
  await imported(page, demo.url, connectionOf("/nowhere", { auth }));
  await expect(
    page.getByText("Also said in the document, and kept: auth.login.headers, auth.carried.value."),
  ).toBeVisible();
  await page.getByLabel("The header of its answer that has the token").fill("X-Subject-Token");
  await page.getByLabel("The header of its answer that has the token").blur();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const exported = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(exported.auth).toEqual({ ...auth, token: { header: "X-Subject-Token" } });
});

test("what is written carries the token of the same login", async ({ page, api, demo }) => {
  const session = serveSession(api);
  const world = serveWritable(api, {
    refuse: (times) => (times === 2 ? { status: 401, body: "no t0k3n-1" } : undefined),
  });
  await imported(page, demo.url, connectionOf(api.url, { auth: SESSION }));
  await type(page, PASSWORD);
  const responses = part(page, "Takes responses");
  await responses.getByRole("button", { name: "Try it" }).click();
  await responses.getByLabel("Touchpoint", { exact: true }).fill("desk");
  await responses.getByLabel(/\(nps, 0–10\)/).fill("9");
  const status = responses.getByRole("status").last();
  await responses.getByRole("button", { name: "Send" }).click();
  await expect(status).toContainText("Its id there: r-1.");
  expect(session.logins, "reading and writing are let in by one login").toHaveLength(1);
  await responses.getByRole("button", { name: "Send" }).click();
  await expect(status).toContainText("Its id there: r-2.");
  expect(world.writes.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer t0k3n-1",
    "Bearer t0k3n-1",
    "Bearer t0k3n-2",
  ]);
  const [, refused, taken] = world.writes;
  expect(taken.headers["idempotency-key"], "it is the same record").toBe(refused.headers["idempotency-key"]);
  expect(await responses.textContent()).not.toContain("t0k3n");
});

test("a record is not sent where the login fails", async ({ page, api, demo }) => {
  serveSession(api);
  const world = serveWritable(api);
  await imported(page, demo.url, connectionOf(api.url, { auth: SESSION }));
  await type(page, "guessed-wrong");
  const responses = part(page, "Takes responses");
  await responses.getByRole("button", { name: "Try it" }).click();
  await responses.getByLabel("Touchpoint", { exact: true }).fill("desk");
  await responses.getByRole("button", { name: "Send" }).click();
  await expect(responses.getByRole("status").last()).toContainText("It could not be read");
  await expect(responses).not.toContainText("guessed-wrong");
  expect(world.writes).toEqual([]);
});

// An API that lets in whoever has logged in: a first request gives a token, which the others carry.
import { end, json } from "./api.mjs";
import { journeys, responses } from "./sample.mjs";

export const USER = "Zoë";
export const PASSWORD = "open sésame";

const sent = async (request) => JSON.parse(Buffer.concat(await request.toArray()).toString() || "null");

// `refused` answers a login with another password; `tokenOf` says what a request carries.
export function serveSession(api, { refused, tokenOf } = {}) {
  const world = { logins: [], valid: new Set(), tokens: [] };
  const carried = tokenOf ?? (({ headers }) => headers.authorization?.replace("Bearer ", ""));
  api.on("/auth/login", async (request, response) => {
    const body = await sent(request);
    world.logins.push(body);
    if (body.email !== USER || body.password !== PASSWORD)
      return end(response, refused?.(body) ?? { status: 401, body: JSON.stringify({ error: `no ${body.password}` }) });
    const token = `t0k3n-${world.logins.length}`;
    world.valid.add(token);
    world.tokens.push(token);
    return end(response, json({ data: { access_token: token, expires: 900 } }));
  });
  // Answers only to those who are let in; `answer` is a value or a function of the request.
  world.behind = (path, answer) =>
    api.on(path, async (request, response) => {
      const body = request.method === "POST" ? await sent(request) : undefined;
      if (!world.valid.has(carried(request, body)))
        return end(response, { status: 401, body: JSON.stringify({ error: `no ${carried(request, body)}` }) });
      return end(response, json(typeof answer === "function" ? answer(request) : answer));
    });
  world.behind("/journeys", journeys);
  world.behind("/responses", responses());
  return world;
}

export const SESSION = {
  kind: "session",
  login: { path: "auth/login", body: { email: "$.user", password: "$.password" } },
  token: "$.data.access_token",
};

export async function signIn(page, password = PASSWORD, user = USER) {
  await page.getByLabel("User name").fill(user);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

// An API that takes what is written: responses, known again by their key; journeys, each with a revision.
import { end, OPEN } from "../support/api.mjs";

// What a browser must be allowed to send and to see.
export const WRITABLE = {
  ...OPEN,
  "access-control-allow-methods": "GET, POST, PUT, PATCH",
  "access-control-allow-headers": "authorization, content-type, if-match, idempotency-key",
  "access-control-expose-headers": "ETag",
};

const touchpoint = (id, name, more) => ({ id, name, assumed_emotion: 1, ...more });

export const STAY = {
  id: "stay",
  name: { en: "A stay", "zh-CN": "入住" },
  colour: "red",
  stages: [
    {
      id: "arrive",
      name: "Arrive",
      touchpoints: [touchpoint("desk", "Front desk", { price: 3.5 }), touchpoint("room", "The room")],
    },
  ],
};

const reply = (response, status, value, headers) =>
  end(response, {
    status,
    headers: { ...WRITABLE, ...headers },
    body: value === undefined ? "" : JSON.stringify(value),
  });

const sent = async (request) => JSON.parse(Buffer.concat(await request.toArray()).toString() || "null");

// Answers by what the test says, and is asked for leave as browsers ask.
const open = (answer) => Object.assign(answer, { headers: WRITABLE });

// `refuse` answers a write in the place of the API, where it gives something; `drops` are members it loses.
export function serveWritable(api, { refuse = () => undefined, drops = [] } = {}) {
  const world = {
    journeys: new Map([[STAY.id, structuredClone(STAY)]]),
    revision: 1,
    responses: new Map(),
    writes: [],
  };
  const taken = (method, request, body) => world.writes.push({ method, headers: request.headers, body });
  api.on(
    "/responses",
    open(async (request, response) => {
      if (request.method === "GET") return reply(response, 200, [...world.responses.values()]);
      const body = await sent(request);
      taken("POST", request, body);
      const refused = refuse(world.writes.length);
      if (refused) return end(response, { headers: WRITABLE, ...refused });
      const key = request.headers["idempotency-key"];
      const row = { ...body.data, id: world.responses.get(key)?.id ?? `r-${world.responses.size + 1}` };
      for (const name of drops) delete row[name];
      world.responses.set(key, row);
      api.on(`/responses/${row.id}`, { headers: WRITABLE, body: JSON.stringify({ data: row }) });
      return reply(response, 201, { data: { id: row.id } });
    }),
  );
  api.on(
    "/cases",
    open(async (request, response) => {
      taken("POST", request, await sent(request));
      return reply(response, 204);
    }),
  );
  api.on(
    "/journeys",
    open((_, response) => reply(response, 200, [...world.journeys.values()])),
  );
  const tag = () => `"${world.revision}"`;
  api.on(
    "/journeys/stay",
    open(async (request, response) => {
      if (request.method === "GET") return reply(response, 200, world.journeys.get("stay"), { ETag: tag() });
      const body = await sent(request);
      taken("PUT", request, body);
      if (request.headers["if-match"] !== tag()) return reply(response, 412, { error: "changed" });
      world.journeys.set("stay", body);
      world.revision += 1;
      return reply(response, 200, body, { ETag: tag() });
    }),
  );
  // Somebody else changes the journey.
  world.change = (change) => {
    change(world.journeys.get("stay"));
    world.revision += 1;
  };
  return world;
}

const WRITES = {
  responses: {
    path: "responses",
    body: { data: "$.row" },
    id: "$.data.id",
    error: "$.error",
    row: "$.data",
    read: "responses/{id}",
    read_back: true,
    idempotency_key: "Idempotency-Key",
  },
  journeys: { method: "PUT", path: "journeys/{id}", revision: { header: "ETag" }, read_back: true },
  cases: { path: "cases" },
};

// The connection of such an API.
export const connectionOf = (url, more = {}) => ({
  format: "heartline/connection",
  version: 1,
  name: "Writable",
  base_url: `${url}/`,
  feeds: { responses: { path: "responses", rows: "$[*]" }, journeys: { path: "journeys", rows: "$[*]" } },
  writes: WRITES,
  ...more,
});

// Goes to a connection by the way of a file.
export async function imported(page, site, document, lang = "en") {
  await page.goto(`${site}/connections?lang=${lang}`);
  const name = lang === "en" ? "Import a file" : "导入文件";
  const buffer = Buffer.from(JSON.stringify(document));
  await page.getByLabel(name).setInputFiles({ name: "c.json", mimeType: "application/json", buffer });
}

// The part of the page where records of a kind are written.
export const part = (page, name) => page.locator(".write").filter({ has: page.getByLabel(name, { exact: true }) });

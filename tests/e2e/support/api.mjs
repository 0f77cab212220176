// An API under the test's control: each path answers what the test says, when it says so.
import { createServer } from "node:http";
import { closed } from "../serve.mjs";

// Answers are `{ status, type, headers, body }`, or a function that writes to the response itself.
export async function serveApi() {
  const paths = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url, "http://api");
    asked.push({ method: request.method, path, query: Object.fromEntries(searchParams), headers: request.headers });
    const answer = paths.get(path) ?? { status: 404, body: "{}" };
    if (request.method === "OPTIONS") return end(response, { status: 204, headers: answer.headers });
    if (typeof answer === "function") return answer(request, response);
    return end(response, answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    // The requests that came.
    asked,
    // Says what a path answers from now on.
    on: (path, answer) => paths.set(path, answer),
    json: (path, rows) => paths.set(path, json(rows)),
    // Says what a path answers to the JSON that is posted there.
    post: (path, answer) =>
      paths.set(path, async (request, response) => {
        const sent = Buffer.concat(await request.toArray());
        end(response, answer(JSON.parse(sent.toString())));
      }),
    close: () => closed(server),
  };
}

// Every origin may read, and may send the headers that carry a key.
export const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, x-api-key",
};

export function json(value) {
  return { body: JSON.stringify(value) };
}

export function end(response, { status = 200, type = "application/json", headers = OPEN, body = "" }) {
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(body);
}

// Serves a folder as a static host does: compressed beforehand, every path that is no file the app. Own
// answers can be laid over it, and a slow line in front.
import { createServer } from "node:http";
import sirv from "sirv";
import { line } from "./line.mjs";

// `routes` answers paths before the folder does: a text, or a function of request and response.
export async function serve(folder, { routes = {}, slow } = {}) {
  const files = sirv(folder, { brotli: true, gzip: true, single: true, etag: true });
  const sent = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    response.on("finish", () => sent.push({ path, bytes: Number(response.getHeader("content-length") ?? 0) }));
    const route = routes[path];
    if (route === undefined) return files(request, response);
    if (typeof route === "function") return route(request, response);
    response.setHeader("content-type", "application/json");
    response.setHeader("cache-control", "no-store");
    response.end(route);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const front = slow ? await line(port, slow) : undefined;
  return {
    // Every answer so far: its path and the bytes of its body on the wire.
    sent,
    url: front?.url ?? `http://127.0.0.1:${port}`,
    async close() {
      await front?.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

// The configuration of a connection whose feeds are answered under `api/`; `fields` are those of a feed whose records
// are not of the native shape.
export function config(feeds, fields = {}) {
  const feed = (name) => ({ path: `${name}.json`, rows: `$.${name}[*]`, fields: fields[name] });
  const entries = feeds.map((name) => [name, feed(name)]);
  return JSON.stringify({
    format: "heartline/config",
    version: 1,
    workspace: { time_zone: "Asia/Shanghai" },
    connection: { name: "Bench", base_url: "api/", timeout_seconds: 600, feeds: Object.fromEntries(entries) },
  });
}

// Ten thousand, a hundred thousand and a million responses: from the URL to every index of every touchpoint and
// month, beside what else a page could do that with, and beside what cannot be undercut: reading the body alone, and
// the same code as a native program. All sides must find the same figures.
import { createReadStream, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { journey, journeysBody } from "./data/journey.mjs";
import { HEARTS, MONTHS, TOUCHPOINTS, writeResponses } from "./data/stream.mjs";
import { report } from "./growth-report.mjs";
import { Agreement } from "./lib/agree.mjs";
import { engineWithHold, readWithEngine, watchMainThread } from "./lib/engine.mjs";
import { buildNative, runNative } from "./lib/native.mjs";
import { bundle } from "./lib/peers.mjs";
import { readWith } from "./lib/read.mjs";
import { config, serve } from "./lib/server.mjs";
import { alternate } from "./lib/table.mjs";

const SIZES = [10_000, 100_000, 1_000_000];
const PEERS = ["loops", "json", "arquero", "duckdb", "drop"];
const DUCKDB = fileURLToPath(new URL("./node_modules/@duckdb/duckdb-wasm/dist/", import.meta.url));
const TYPES = { js: "text/javascript", json: "application/json", wasm: "application/wasm" };

export async function growth({ site, temp, runs }) {
  const path = join(temp, "responses.json");
  const program = buildNative();
  const routes = { ...api(site, path), ...(await peers(temp)) };
  const found = [];
  for (const count of SIZES) {
    const bytes = await writeResponses(count, path);
    const server = await serve(site, { routes });
    const sides = sidesOf({ url: server.url, path, count, bytes, program });
    found.push({ count, bytes, sides: await alternate(sides, runs, `${count} responses`) });
    await server.close();
    rmSync(path);
  }
  report(found);
}

// Everything is counted from single responses: there are no sums beforehand.
function api(site, path) {
  const script = readdirSync(site).find((name) => /^engine.*\.js$/.test(name));
  const answers = Object.fromEntries(HEARTS.map((heart) => [heart, `$.hearts.${heart}`]));
  return {
    "/config.json": config(["journeys", "indicators", "responses"], { responses: { answers } }),
    "/api/journeys.json": journeysBody(journey(site, TOUCHPOINTS)),
    "/api/indicators.json": readFileSync(join(site, "demo/indicators.json"), "utf8"),
    "/api/responses.json": file(path),
    [`/${script}`]: (_request, response) => {
      response.setHeader("content-type", TYPES.js);
      response.end(engineWithHold(join(site, script)));
    },
  };
}

// An empty page, and the peers' workers with what they fetch themselves.
async function peers(temp) {
  const routes = {
    "/peer": (_request, response) => response.setHeader("content-type", "text/html").end("<!doctype html>"),
  };
  for (const name of ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"]) routes[`/duckdb/${name}`] = file(DUCKDB + name);
  for (const name of PEERS) routes[`/peers/${name}.js`] = file(join(await bundle(`${name}.js`, temp), "app.js"));
  return routes;
}

function file(path) {
  return (_request, response) => {
    const type = TYPES[path.split(".").at(-1)];
    response.writeHead(200, {
      "content-type": type,
      "content-length": statSync(path).size,
      "cache-control": "no-store",
    });
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(response);
  };
}

// What is measured, in turns. Every side that counts must find what the others find.
function sidesOf({ url, path, count, bytes, program }) {
  const agreement = new Agreement();
  const counting = (name, read) => async () => {
    const { figures, ...found } = await named(name, read());
    agreement.check(name, figures);
    return found;
  };
  const peer = (name) => readWith(`/peers/${name}.js`, url);
  const sides = {
    engine: counting("engine", () => readWithEngine(url, "bench", MONTHS)),
    watched: () => watchMainThread(url),
    loops: counting("loops", () => peer("loops")),
    json: async () => expecting(await named("json", peer("json")), "rows", count),
    arquero: counting("arquero", () => peer("arquero")),
    duckdb: counting("duckdb", () => peer("duckdb")),
    drop: async () => expecting(await peer("drop"), "bytes", bytes),
  };
  if (program) sides.native = counting("native", () => runNative(program, path));
  return sides;
}

// A side that fails, for want of memory perhaps, is named.
async function named(name, found) {
  try {
    return await found;
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
}

function expecting(found, what, expected) {
  if (found[what] !== expected) throw new Error(`${found[what]} ${what} were read of ${expected}`);
  return found;
}

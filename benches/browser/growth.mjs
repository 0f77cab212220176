// Ten thousand, a hundred thousand and a million responses: how long until all are counted, against a worker
// that fetches the same body and drops it, and what memory the engine takes.
import { createReadStream, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeResponses } from "./data/stream.mjs";
import { launch, withPage } from "./lib/browser.mjs";
import { config, serve } from "./lib/server.mjs";
import { alternate, mb, note, print, ratio } from "./lib/table.mjs";

const SIZES = [10_000, 100_000, 1_000_000];
const DROP = fileURLToPath(new URL("./peers/drop.js", import.meta.url));

export async function growth({ site, temp, runs }) {
  const browser = await launch();
  const found = [];
  for (const count of SIZES) {
    const path = join(temp, "responses.json");
    const bytes = await writeResponses(site, count, path);
    const server = await serve(site, { routes: routes(site, path) });
    const sides = { engine: () => engine(browser, server.url, count), reader: () => reader(browser, server.url) };
    found.push([count, bytes, await alternate(sides, runs, `${count} responses`)]);
    await server.close();
    rmSync(path);
  }
  await browser.close();
  report(found);
}

// Everything the engine's own is counted from single responses: there are no sums beforehand.
function routes(site, path) {
  const script = readdirSync(site).find((name) => /^engine.*\.js$/.test(name));
  return {
    "/config.json": config(["journeys", "indicators", "responses"]),
    "/api/journeys.json": readFileSync(join(site, "demo/journeys.json"), "utf8"),
    "/api/indicators.json": readFileSync(join(site, "demo/indicators.json"), "utf8"),
    "/api/responses.json": stream(path, "application/json"),
    "/drop.js": stream(DROP, "text/javascript"),
    "/drop": (_request, response) => response.setHeader("content-type", "text/html").end("<!doctype html>"),
    // Only to see the engine's memory: a program keeps its own to itself.
    [`/${script}`]: (_request, response) => {
      response.setHeader("content-type", "text/javascript");
      response.end(`(${keepMemory})();\n${readFileSync(join(site, script), "utf8")}`);
    },
  };
}

function stream(path, type) {
  return (_request, response) => {
    const headers = { "content-type": type, "content-length": statSync(path).size, "cache-control": "no-store" };
    response.writeHead(200, headers);
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(response);
  };
}

// Runs in the worker, before the engine: keeps hold of its memory and of the time it last told something.
function keepMemory() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate(...args);
    self.programMemory = (made.instance ?? made).exports.memory;
    return made;
  };
  const post = self.postMessage.bind(self);
  self.postMessage = (...args) => {
    self.lastTold = performance.now();
    post(...args);
  };
}

// The overview is open meanwhile: it asks for every index, again and again, as responses come.
async function engine(browser, url, count) {
  return withPage(browser, {}, async (page) => {
    await page.goto(`${url}/`);
    await page.evaluate('bench.until(() => bench.text(".connection .reading")?.startsWith("Read "))');
    const found = await page.workers()[0].evaluate(() => {
      const request = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("responses.json"));
      return { time: self.lastTold - request.startTime, memory: self.programMemory.buffer.byteLength };
    });
    return { ...found, cells: await cells(page, count) };
  });
}

// What the page of the data says of them: all rows read, and in how many cells they are counted.
async function cells(page, count) {
  await page.click('nav a[href^="/data"]');
  await page.waitForSelector("table.data");
  const shown = await page.textContent(".data-page");
  if (!shown.includes(count.toLocaleString("en"))) throw new Error(`not all ${count} responses were read`);
  return Number(shown.match(/([\d,]+) cells/)[1].replaceAll(",", ""));
}

async function reader(browser, url) {
  return withPage(browser, {}, async (page) => {
    await page.goto(`${url}/drop`);
    const { time } = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker("/drop.js");
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage("/api/responses.json");
        }),
    );
    return { time };
  });
}

function report(found) {
  const seconds = (time) => `${(time / 1000).toFixed(2)} s`;
  const rows = found.map(([count, bytes, { engine, reader }]) => [
    count.toLocaleString("en"),
    mb(bytes),
    seconds(engine.time),
    seconds(reader.time),
    ratio(engine.time, reader.time),
    mb(engine.memory),
    engine.cells.toLocaleString("en"),
  ]);
  const heads = ["responses", "body", "engine", "reader", "ratio", "engine's memory", "cells"];
  print("Growth: from the request to the last figure told, without sums beforehand", heads, rows);
  const { engine, reader } = found.at(-1)[2];
  note(`Target at a million: at most 1.2× the reader: ${engine.time <= 1.2 * reader.time ? "met" : "missed"}.`);
  note("Target: memory that does not grow with rows. It grows with the cells that occur (touchpoint, day, segment,");
  note("channel, team), as long as new ones do.");
}

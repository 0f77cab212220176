// The heat map beside ECharts' and one drawn by hand on a canvas, both with a number in each cell.
import { journey, journeysBody } from "./data/journey.mjs";
import { sumsBody } from "./data/sums.mjs";
import { launch, withPage } from "./lib/browser.mjs";
import { bundle } from "./lib/peers.mjs";
import { config, serve } from "./lib/server.mjs";
import { alternate, ms, note, print, ratio } from "./lib/table.mjs";
import { timed } from "./lib/timed.mjs";

const SIZES = [
  [55, 12],
  [200, 52],
  [1000, 100],
];
const STEPS = 20;

export async function heat({ site, temp, runs }) {
  const folders = [await bundle("heat-canvas.js", temp), await bundle("heat-echarts.js", temp)];
  const [canvas, echarts] = [await serve(folders[0]), await serve(folders[1])];
  const browser = await launch();
  const found = [];
  for (const [rows, columns] of SIZES) {
    const own = await serve(site, { routes: api(site, rows, columns) });
    const query = `/?rows=${rows}&columns=${columns}`;
    const sides = {
      Heartline: () => ours(browser, own.url),
      canvas: () => theirs(browser, canvas.url + query),
      ECharts: () => theirs(browser, echarts.url + query),
    };
    found.push([`${rows} × ${columns}`, await alternate(sides, runs, `heat map of ${rows} × ${columns}`)]);
    await own.close();
  }
  await browser.close();
  await Promise.all([canvas.close(), echarts.close()]);
  report(found);
}

function api(site, rows, columns) {
  return {
    "/config.json": config(["journeys", "tally"]),
    "/api/journeys.json": journeysBody(journey(site, rows)),
    "/api/tally.json": (_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      for (const piece of sumsBody(rows, columns)) response.write(piece);
      response.end();
    },
  };
}

// From the map by month, of which there is one, to the map by team: the same page, another matrix.
async function ours(browser, url) {
  return withPage(browser, {}, async (page) => {
    await page.goto(`${url}/journeys/bench/heat?period=all`);
    const ready = 'bench.text(".connection .reading")?.startsWith("Read ") && bench.text(".heat-cell[data-step]")';
    await page.evaluate(`bench.until(() => ${ready})`);
    await page.waitForTimeout(500);
    const paint = await timed(browser, page, chooseTeams);
    const scrolled = await timed(browser, page, scroll, { given: STEPS });
    return { ...paint, step: scrolled.work / STEPS, longestStep: scrolled.longest };
  });
}

async function theirs(browser, url) {
  return withPage(browser, {}, async (page) => {
    await page.goto(url, { waitUntil: "networkidle" });
    return timed(browser, page, draw);
  });
}

// These run in the page.
async function chooseTeams() {
  const select = document.querySelector('option[value="team"]').parentElement;
  const from = performance.now();
  performance.mark("bench-from");
  select.value = "team";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  const to = await globalThis.bench.until(() => document.querySelector('.heat-cell[aria-colindex="4"]'));
  performance.mark("bench-to");
  return to - from;
}

// A row and a half at a time, a frame each.
async function scroll(steps) {
  performance.clearMarks();
  performance.mark("bench-from");
  const map = document.querySelector(".heat");
  for (let step = 0; step < steps; step++) {
    map.scrollBy(0, 60);
    await globalThis.bench.painted();
  }
  performance.mark("bench-to");
}

async function draw() {
  const from = performance.now();
  performance.mark("bench-from");
  await globalThis.draw();
  const to = await globalThis.bench.painted();
  performance.mark("bench-to");
  return to - from;
}

function report(found) {
  const sides = ({ Heartline: own, canvas, ECharts }) => [own, canvas, ECharts];
  const row =
    (key) =>
    ([size, all]) => {
      const [own, canvas, echarts] = sides(all).map((side) => side[key]);
      return [size, ms(own), ms(canvas), ms(echarts), ratio(own, canvas), ratio(own, echarts)];
    };
  const heads = ["cells", "Heartline", "canvas", "ECharts", "to canvas", "to ECharts"];
  print("Heat map: from the wish to see it to the painted map", heads, found.map(row("wall")));
  print("Heat map: processor time of the main thread meanwhile", heads, found.map(row("work")));
  print("Heat map: the longest task meanwhile", heads, found.map(row("longest")));
  const steps = found.map(([size, { Heartline: own }]) => [size, ms(own.step), ms(own.longestStep)]);
  print("Heat map: scrolling ours by a row and a half", ["cells", "work a step", "longest task"], steps);
  const met = found.every(([, { Heartline: own, canvas }]) => own.wall <= canvas.wall);
  note(`Target: no slower than the canvas at any size: ${met ? "met" : "missed"}.`);
  note("Ours has its worker count every cell anew, and makes the cells in view, each with its place and value for a");
  note("screen reader. The canvas has its numbers at hand, draws all of them and holds nothing else.");
}

// The map beside the same map in React and SVG: how long it takes to paint, and a single new score.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { responses, row, scores } from "./data/answers.mjs";
import { journey, journeysBody } from "./data/journey.mjs";
import { launch, withPage } from "./lib/browser.mjs";
import { bundle } from "./lib/peers.mjs";
import { config, serve } from "./lib/server.mjs";
import { alternate, ms, note, print, ratio } from "./lib/table.mjs";
import { timed } from "./lib/timed.mjs";
import { keepWorker, newReactScore, newScore, openMap, openReact } from "./map-in-page.mjs";

const SIZES = [12, 55, 300, 1000];
// The touchpoint whose score changes: in view, on either side.
const CHANGED = 2;
const FRAME = 1000 / 60;

export async function map({ site, temp, runs }) {
  const folder = await bundle("map.jsx", temp);
  const browser = await launch();
  const found = [];
  for (const size of SIZES) found.push([size, await measure({ browser, site, folder, size, runs })]);
  await browser.close();
  report(found);
}

async function measure({ browser, site, folder, size, runs }) {
  const plan = journey(site, size);
  const rows = responses(size);
  writeFileSync(join(folder, "journeys.json"), journeysBody(plan));
  writeFileSync(join(folder, "scores.json"), JSON.stringify(scores(rows, size)));
  const feed = openFeed(rows);
  const api = { "/config.json": config(["journeys", "responses"]), "/api/journeys.json": journeysBody(plan) };
  const own = await serve(site, { routes: { ...api, "/api/responses.json": feed.answer } });
  const peer = await serve(folder);
  const sides = { Heartline: () => ours(browser, own.url, feed, size), React: () => theirs(browser, peer.url) };
  const found = await alternate(sides, runs, `map of ${size}`);
  await own.close();
  await peer.close();
  return found;
}

// Answers with all responses and keeps the line open for those to come, as a live API does.
function openFeed(rows) {
  let open;
  return {
    answer(_request, response) {
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      const body = rows.map((one) => JSON.stringify(one)).join(",\n");
      response.write(`{"format":"heartline/responses","version":1,"responses":[${body}`);
      open = response;
    },
    add: (row) => open.write(`,\n${JSON.stringify(row)}`),
    // The engine tells what it has read once the next piece comes, be it only a space.
    nudge: () => open?.write("\n"),
  };
}

async function ours(browser, url, feed, size) {
  return withPage(browser, { prepare: keepWorker }, async (page) => {
    await page.goto(`${url}/journeys`);
    const count = (size * 30).toLocaleString("en");
    const read = () => page.evaluate(`bench.text(".connection .reading")?.includes(": ${count}")`);
    while (!(await read())) {
      feed.nudge();
      await page.waitForTimeout(200);
    }
    const paint = await timed(browser, page, openMap);
    await page.waitForTimeout(500);
    const update = await timed(browser, page, newScore, { act: () => feed.add(row(CHANGED, 1, () => 0)) });
    return sides(paint, update);
  });
}

async function theirs(browser, url) {
  return withPage(browser, {}, async (page) => {
    await page.goto(url);
    await page.evaluate(`bench.until(() => document.querySelector(".open-map"))`);
    const paint = await timed(browser, page, openReact);
    await page.waitForTimeout(500);
    const update = await timed(browser, page, newReactScore);
    return sides(paint, update);
  });
}

const sides = (paint, update) => ({
  paint: paint.wall,
  paintWork: paint.work,
  paintTask: paint.longest,
  update: update.wall,
  updateWork: update.work,
  updateTask: update.longest,
});

function report(found) {
  const line =
    (key) =>
    ([size, { Heartline: own, React: peer }]) => [
      size,
      ms(own[`${key}Work`]),
      ms(peer[`${key}Work`]),
      ratio(own[`${key}Work`], peer[`${key}Work`]),
      ms(own[`${key}Task`]),
      ms(peer[`${key}Task`]),
      ms(own[key]),
      ms(peer[key]),
      ratio(own[key], peer[key]),
    ];
  const heads = ["touchpoints", "work", "React", "ratio", "longest task", "React", "until painted", "React", "ratio"];
  print("Map: from the click in the list to the painted map, its data at hand", heads, found.map(line("paint")));
  print("Map: one new score, from its arrival to the painted frame", heads, found.map(line("update")));
  const [, { Heartline: own, React: peer }] = found.at(-1);
  const verdict = (met) => (met ? "met" : "missed");
  note(`Target at ${found.at(-1)[0]}: paint in half of React's time: ${verdict(own.paint <= peer.paint / 2)}.`);
  note(`Target: a new score within one frame of ${FRAME.toFixed(1)} ms of work: ${verdict(own.updateWork <= FRAME)}.`);
  note("'work' is the main thread's processor time. Ours makes only the columns in view and asks its worker for");
  note("the scores; the React map makes every column, as SVG does without virtualisation, and has its scores at hand.");
}

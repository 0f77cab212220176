// The first view on a slow phone: the overview beside the smallest React page with a router and a chart,
// from the same server over the same line, in turns.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { launch, withPage } from "./lib/browser.mjs";
import { SLOW_4G } from "./lib/line.mjs";
import { bundle } from "./lib/peers.mjs";
import { serve } from "./lib/server.mjs";
import { alternate, kb, ms, note, print, ratio } from "./lib/table.mjs";

const CPU = 4;

// What counts as the answer: the health index and the first thing to fix, both to be read; for the peer,
// its chart.
const OURS = () =>
  Number.isFinite(Number.parseFloat(bench.text(".health .number"))) && bench.text(".fix-first li .name");
const PEER = () => document.querySelector("canvas");

export async function firstView({ site, temp, runs }) {
  const folder = await bundle("first.jsx", temp);
  for (const ending of ["", ".br"]) {
    copyFileSync(join(site, `demo/indicators.json${ending}`), join(folder, `indicators.json${ending}`));
  }
  const servers = [await serve(site, { slow: SLOW_4G }), await serve(folder, { slow: SLOW_4G })];
  const browser = await launch();
  const [ours, peer] = servers;
  const found = await alternate(
    { Heartline: () => visit(browser, ours, OURS), React: () => visit(browser, peer, PEER) },
    runs,
    "first view",
  );
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
  report(found);
}

async function visit(browser, { url }, ready) {
  return withPage(browser, { cpu: CPU, prepare: watchPaints }, async (page) => {
    await page.goto(`${url}/`, { waitUntil: "commit" });
    const answer = await page.evaluate(`bench.until(${ready})`);
    const bytes = await page.evaluate(arrived, answer);
    // A larger paint may still follow the answer.
    await page.waitForTimeout(2000);
    const { content, largest } = await page.evaluate("bench.paints");
    return { content, largest, answer, bytes };
  });
}

// Runs in the page: the bytes of all bodies that had arrived by then.
function arrived(answer) {
  const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const before = entries.filter((entry) => entry.responseEnd <= answer);
  return before.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
}

// Runs in the page: the first contentful paint, and the largest so far.
function watchPaints() {
  const paints = {};
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") paints.content = entry.startTime;
  });
  watch("largest-contentful-paint", (entry) => {
    paints.largest = entry.startTime;
  });
  globalThis.bench.paints = paints;
}

function report({ Heartline: ours, React: peer }) {
  const row = (name, key) => [name, ms(ours[key]), ms(peer[key]), ratio(ours[key], peer[key])];
  print(
    "First view: slow 4G (1.6 Mbps down, 750 kbps up, 150 ms), processor four times slower",
    ["", "Heartline", "React page", "ratio"],
    [
      row("first content", "content"),
      row("largest paint", "largest"),
      row("answer (health index and what to fix; React: the chart)", "answer"),
      ["bytes until then", kb(ours.bytes), kb(peer.bytes), ratio(ours.bytes, peer.bytes)],
    ],
  );
  const verdict = ours.answer <= peer.largest ? "met" : "missed";
  note(
    `Target: our answer no later than the React page's largest paint: ${verdict} (${ratio(ours.answer, peer.largest)}).`,
  );
  note("The line slows every request alike. The processor is slowed for the page only: Chromium cannot slow a worker.");
}

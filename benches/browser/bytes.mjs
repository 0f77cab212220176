// Bytes over the wire, as a browser that takes brotli receives them: each entrance from nothing.
import { launch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { kb, note, print } from "./lib/table.mjs";

const ENTRANCES = [
  "/",
  "/journeys",
  "/journeys/hotel-stay",
  "/journeys/hotel-stay/heat",
  "/hearts",
  "/responses",
  "/data",
];

// What belongs to what, first match first.
const KINDS = [
  ["data", /\/demo\/|config\.json$/],
  ["engine", /\/engine[^/]*$/],
  ["charts", /\/charts[^/]*$/],
  ["page", /./],
];

export async function bytes({ site }) {
  const server = await serve(site);
  const browser = await launch();
  const rows = [];
  for (const path of ENTRANCES) {
    const sums = await entrance(browser, server, path);
    const all = sums.page + sums.engine + sums.charts + sums.data;
    rows.push([path, ...KINDS.map(([kind]) => kb(sums[kind])), kb(all), kb(all - sums.charts - sums.late)]);
  }
  await browser.close();
  await server.close();
  const heads = ["entrance", ...KINDS.map(([kind]) => kind), "all", "before charts"];
  print("Bytes over the wire (brotli, without headers)", heads, rows);
  note("'before charts' also leaves out the single responses, which follow what is shown.");
  note("Target: the page before charts at most 300 KB.");
}

// The bytes of each answer's body as they left the server, by kind. The server counts, because a browser
// does not tell a page about its worker's script.
async function entrance(browser, server, path) {
  const from = server.sent.length;
  await withPage(browser, {}, (page) => page.goto(server.url + path, { waitUntil: "networkidle" }));
  const sums = { page: 0, engine: 0, charts: 0, data: 0, late: 0 };
  for (const { path, bytes } of server.sent.slice(from)) {
    const [kind] = KINDS.find(([, pattern]) => pattern.test(path));
    sums[kind] += bytes;
    if (path.endsWith("responses.json")) sums.late += bytes;
  }
  return sums;
}

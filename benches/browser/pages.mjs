// How soon each page of the demo is there, and the longest task of its main thread meanwhile.
import { launch, withPage } from "./lib/browser.mjs";
import { SLOW_4G } from "./lib/line.mjs";
import { serve } from "./lib/server.mjs";
import { medians, ms, note, print } from "./lib/table.mjs";
import { traced } from "./lib/trace.mjs";

// An entrance, what is on screen once its words are, and what once its figures are.
const HEADING = "main #heading";
const PAGES = [
  ["/", HEADING, ".health .number"],
  ["/journeys", HEADING, "article.journey .figure"],
  ["/journeys/hotel-stay", ".map .lane .cell", ".map .point-note strong"],
  ["/journeys/hotel-stay/heat", HEADING, ".heat-cell[data-step]"],
  ["/hearts", HEADING, "figure.chart canvas"],
  ["/responses", HEADING, "main .figure, main figure"],
  ["/data", HEADING, "table.data td"],
];

const CONDITIONS = [
  ["On this machine as it is", { cpu: 1 }],
  ["Slow 4G, processor four times slower", { cpu: 4, slow: SLOW_4G }],
];

export async function pages({ site, runs }) {
  const browser = await launch();
  for (const [title, { cpu, slow }] of CONDITIONS) {
    const server = await serve(site, { slow });
    const rows = [];
    for (const [path, ...signs] of PAGES) {
      rows.push(row(path, await visits(runs, () => visit(browser, server.url + path, signs, cpu))));
    }
    await server.close();
    const heads = ["entrance", "words", "figures", "all read", "longest task", "in the worst run", "processor time"];
    print(`Pages of the demo, from nothing. ${title}`, heads, rows);
  }
  await browser.close();
  note("'words': the page's heading, on a map its first cells. 'longest task': of the main thread, until all is read.");
  note("'processor time': the most of any one task, by which a busy machine is told from a long task.");
  note("Target: no task over 50 ms. The trace that finds tasks costs some time itself.");
}

async function visits(runs, visit) {
  const taken = [];
  for (let run = 0; run < runs; run++) taken.push(await visit());
  return { ...medians(taken), worst: Math.max(...taken.map((one) => one.longest)) };
}

async function visit(browser, url, signs, cpu) {
  return withPage(browser, { cpu }, async (page) => {
    let times;
    const threads = await traced(browser, page, async () => {
      await page.goto(url, { waitUntil: "commit" });
      times = await page.evaluate(follow, signs);
    });
    return { ...times, ...threads };
  });
}

// Runs in the page: when its words are painted, its figures, and when the engine has read all there is.
async function follow(signs) {
  const { until, text } = globalThis.bench;
  const read = until(() => text(".connection .reading")?.startsWith("Read "));
  const shown = signs.map((selector) => until(() => document.querySelector(selector)));
  const [words, figures] = await Promise.all(shown);
  return { words, figures, read: await read };
}

function row(path, found) {
  return [
    path,
    ms(found.words),
    ms(found.figures),
    ms(found.read),
    ms(found.longest),
    ms(found.worst),
    ms(found.hardest),
  ];
}

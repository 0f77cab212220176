// Heartline's own engine, as the site has it: the overview is open, and when the responses have been read, every
// index of every touchpoint and month is asked for.
import { readFileSync } from "node:fs";
import { launch, withPage } from "./browser.mjs";
import { peakMemory } from "./memory.mjs";
import { traced } from "./trace.mjs";
import { askHeat, dropQuestion, heatFigures } from "./wire.mjs";

const INDICES = ["nps", "csat", "ces", "care", "patience", "attentiveness", "responsibility", "confidence"];
// How many heat maps that is.
export const ASKED = INDICES.length;
// No page has asked so many questions.
const QUESTION = 1_000_000;

const READ = 'bench.until(() => bench.text(".connection .reading")?.startsWith("Read "))';

// Reads the responses and asks for the figures of a journey.
export async function readWithEngine(url, journey, months) {
  return opened(async (browser, page) => {
    await page.goto(`${url}/`);
    await page.evaluate(READ);
    const asks = INDICES.map((index, place) => askHeat(QUESTION + place, journey, index, months));
    const drops = INDICES.map((_, place) => dropQuestion(QUESTION + place));
    const { answers, ...found } = await page.workers()[0].evaluate(askEverything, { asks, drops });
    const figures = Object.assign({}, ...answers.map((bytes, place) => heatFigures(bytes, INDICES[place])));
    const time = found.reading + found.asking;
    return { ...found, time, figures, memory: await peakMemory(browser), cells: await cells(page) };
  });
}

// The longest task of the page's main thread while the responses are read. Whoever traces takes time himself, so
// this is a reading of its own.
export async function watchMainThread(url) {
  return opened((browser, page) =>
    traced(browser, page, async () => {
      await page.goto(`${url}/`);
      await page.evaluate(READ);
      const { from, to } = await page.workers()[0].evaluate(span);
      await page.evaluate(markSpan, { from, to });
    }),
  );
}

// The engine's script with a hold on what a program keeps to itself: its memory, and when it last told something.
export function engineWithHold(path) {
  return `(${takeHold})();\n${readFileSync(path, "utf8")}`;
}

async function opened(act) {
  const browser = await launch();
  try {
    return await withPage(browser, {}, (page) => act(browser, page));
  } finally {
    await browser.close();
  }
}

// How many cells the page of the data says there are.
async function cells(page) {
  await page.click('nav a[href^="/data"]');
  await page.waitForSelector("table.data");
  const shown = await page.textContent(".data-page");
  return Number(shown.match(/([\d,]+) cells/)[1].replaceAll(",", ""));
}

// These run in the worker.
function takeHold() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate(...args);
    self.programMemory = (made.instance ?? made).exports.memory;
    return made;
  };
  const post = self.postMessage.bind(self);
  self.tell = (...args) => {
    self.lastTold = performance.now();
    post(...args);
  };
  self.postMessage = (...args) => self.tell(...args);
}

// The engine answers a question before it takes the next.
function askEverything({ asks, drops }) {
  const request = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("responses.json"));
  const [reading, tell, answers] = [self.lastTold - request.startTime, self.tell, []];
  const say = (bytes) => self.onmessage({ data: new Uint8Array(bytes) });
  self.tell = (bytes) => answers.push(bytes);
  const from = performance.now();
  asks.forEach(say);
  const asking = performance.now() - from;
  drops.forEach(say);
  self.tell = tell;
  return { reading, asking, program: self.programMemory.buffer.byteLength, answers: answers.map((one) => [...one]) };
}

function span() {
  const request = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("responses.json"));
  return { from: performance.timeOrigin + request.startTime, to: performance.timeOrigin + self.lastTold };
}

// Runs in the page, whose clock starts elsewhere.
function markSpan({ from, to }) {
  performance.mark("bench-from", { startTime: from - performance.timeOrigin });
  performance.mark("bench-to", { startTime: to - performance.timeOrigin });
}

// Measures the built site side by side with its peers.
//
// Usage: node benches/browser/run.mjs [--runs=N] [bytes] [first-view] [pages] [growth] [map] [heat]
//
// Without names it measures everything. SITE names another folder than dist, CHROMIUM another browser than
// /usr/bin/chromium. Sides are measured in turns and the median of N runs counts; a quiet machine is wanted.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bytes } from "./bytes.mjs";
import { firstView } from "./first-view.mjs";
import { growth } from "./growth.mjs";
import { heat } from "./heat.mjs";
import { launch } from "./lib/browser.mjs";
import { map } from "./map.mjs";
import { pages } from "./pages.mjs";

const BENCHES = { bytes, "first-view": firstView, pages, growth, map, heat };
const RUNS = 5;

function options(args) {
  const names = args.filter((one) => !one.startsWith("--"));
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown) throw new Error(`there is no bench called ${unknown}; there are ${Object.keys(BENCHES).join(", ")}`);
  const runs = Number(args.find((one) => one.startsWith("--runs="))?.slice("--runs=".length) ?? RUNS);
  if (!(runs >= 1)) throw new Error("--runs wants a number from 1");
  return { runs, names: names.length > 0 ? names : Object.keys(BENCHES) };
}

async function setting(runs) {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  const [{ model }] = cpus();
  console.log(`Chromium ${version}, Node ${process.version}, ${availableParallelism()} × ${model}, median of ${runs}`);
  const [load] = loadavg();
  if (load > 0.5) console.log(`The machine is busy (load ${load.toFixed(1)}): these figures will not hold.`);
}

const site = resolve(process.env.SITE ?? fileURLToPath(new URL("../../dist", import.meta.url)));
const temp = mkdtempSync(join(tmpdir(), "heartline-bench-"));
process.on("exit", () => rmSync(temp, { recursive: true, force: true }));
try {
  const { runs, names } = options(process.argv.slice(2));
  if (!existsSync(join(site, "index.html"))) throw new Error(`there is no built site in ${site}: build it first`);
  await setting(runs);
  for (const name of names) await BENCHES[name]({ site, temp, runs });
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
// A bench that failed may have left its servers and its browser.
process.exit();

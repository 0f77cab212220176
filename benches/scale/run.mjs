// Runs the recipe of docs/scale.md on real engines: checks on a sample that grouped rows say what single rows say, then
// measures it over many.
//
// Usage: node benches/scale/run.mjs [--rows=10000000] [--sample=200000]
//
// PostgreSQL and ClickHouse are Debian's, served over HTTP; chDB is the current ClickHouse. The rows lie in the folder for
// temporary files meanwhile, some 110 bytes each, and in each engine in turn.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { blocks } from "../../tests/apis/recipe.mjs";
import { mb, print } from "../browser/lib/table.mjs";
import { chdb, clickhouse, postgres } from "./engines.mjs";
import { readInPage } from "./page.mjs";
import { writeRows } from "./rows.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const demo = (name) => JSON.parse(readFileSync(resolve(ROOT, "public/demo", `${name}.json`), "utf8"))[name];

function option(name, usual) {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
  const number = Number(given ?? usual);
  if (!(number >= 1)) throw new Error(`--${name} wants a number from 1`);
  return number;
}

// Fills each engine with so many rows, one after the other, and hands it to `use` while it serves.
async function each(folder, count, use, sample = false) {
  const file = join(folder, "rows.tsv");
  await writeRows(file, demo("responses"), count);
  const all = [];
  for (const engine of [postgres, clickhouse, chdb]) {
    all.push(await engine({ recipe: blocks(), file, folder, journeys: demo("journeys"), sample }, use));
  }
  return all;
}

// Keeps what an engine serves of a sample, for the test that compares it.
function keep(folder, { name, config, body, single }) {
  const write = (place, config, body) => {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, "config.json"), JSON.stringify(config));
    writeFileSync(join(folder, place, "body.json"), body);
  };
  write(join("tally", name), config(), body);
  if (single) write("responses", single.config, single.body);
}

async function check(folder, sample) {
  const grouped = join(folder, "grouped");
  await each(folder, sample, (served) => keep(grouped, served), true);
  const run = ["cargo", "test", "--test", "grouped", "--", "--ignored", "--nocapture"];
  const env = { ...process.env, HEARTLINE_GROUPED: grouped };
  execFileSync(join(ROOT, "tools/with-tools"), run, { cwd: ROOT, env, stdio: ["ignore", "inherit", "ignore"] });
}

async function measure(folder, count) {
  const all = await each(folder, count, async ({ body, rows, config, isFile }) => ({
    rows,
    bytes: body.length,
    compressed: gzipSync(body, { level: 6 }).length,
    page: isFile ? undefined : await readInPage(config),
  }));
  const heads = ["", "filled in", "counted in", "again in", "served in", "rows", "bytes", "as gzip", "read in"];
  const line = ({ name, load, tally, again, serve, found }) => [
    name,
    ...[load, tally, again, serve].map(seconds),
    found.rows.toLocaleString("en"),
    mb(found.bytes),
    mb(found.compressed),
    seconds(found.page),
  ];
  print(`${count.toLocaleString("en")} responses`, heads, all.map(line));
}

const seconds = (time) => (time === undefined ? "" : `${time.toFixed(1)} s`);

const folder = mkdtempSync(join(tmpdir(), "heartline-scale-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const [{ model }] = cpus();
const [load] = loadavg();
const [count, sample] = [option("rows", 10_000_000), option("sample", 200_000)];
console.log(`Node ${process.version}, ${availableParallelism()} × ${model}, load ${load.toFixed(1)}`);
console.log(`${sample.toLocaleString("en")} responses, one by one and grouped:`);
await check(folder, sample);
await measure(folder, count);

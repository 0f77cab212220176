// The recipe of docs/scale.md, as it is written there: what the tests run is what a reader copies.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const DOCS = resolve(import.meta.dirname, "../../docs");
const FENCE = /^```\w+ ([\w-]+)\n(.*?)^```$/gms;

// Every named block of a page, by its name.
export function blocks(page = "scale.md") {
  const text = readFileSync(resolve(DOCS, page), "utf8");
  return Object.fromEntries([...text.matchAll(FENCE)].map(([, name, block]) => [name, block.trim()]));
}

// ClickHouse takes one statement at a time.
export const statements = (block) => block.split(/;\n/).map((one) => one.trim().replace(/;$/, ""));

// A configuration of the recipe, for a server and with other journeys than the reader's own.
export function configOf(block, url, feeds = {}) {
  const config = JSON.parse(block);
  const { connection } = config;
  return { ...config, connection: { ...connection, base_url: `${url}/`, feeds: { ...connection.feeds, ...feeds } } };
}

// json-server as its authors start it: a file of lists, each of them a path.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { indicators, journeys, sampled } from "../sample.mjs";
import { answers, folderFor, freePort, NODE_MODULES, start } from "./program.mjs";

const OURS = resolve(import.meta.dirname, "../../../node_modules");

async function serve(script, args) {
  const folder = folderFor("json-server");
  const file = join(folder, "db.json");
  writeFileSync(file, JSON.stringify({ journeys: journeys(), indicators: indicators(), responses: sampled() }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const all = [script, file, "--host", "127.0.0.1", "--port", String(port), ...args];
  const server = await start(process.execPath, all, { folder, ready: answers(`${url}/journeys`) });
  return { ...server, url };
}

// Version 0.17 gives a bare list.
export const serveVersion0 = () => serve(join(OURS, "json-server/lib/cli/bin.js"), ["--quiet"]);

// Version 1 gives pages.
export const serveVersion1 = () => serve(join(NODE_MODULES, "json-server/lib/bin.js"), []);

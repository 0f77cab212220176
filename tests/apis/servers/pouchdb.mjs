// PouchDB's server, which speaks CouchDB's protocol.
import { join } from "node:path";
import { indicators, journeys, sampled } from "../sample.mjs";
import { answers, folderFor, freePort, NODE_MODULES, start } from "./program.mjs";

// What every such database may have among its documents and nobody wants to read.
const DESIGN = { _id: "_design/counts", views: { by_touchpoint: { map: "function (doc) { emit(doc.touchpoint); }" } } };

export async function servePouchdb() {
  const folder = folderFor("pouchdb");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const script = join(NODE_MODULES, "pouchdb-server/bin/pouchdb-server");
  const args = [script, "--in-memory", "--host", "127.0.0.1", "--port", String(port), "--no-stdout-logs"];
  const server = await start(process.execPath, args, { folder, ready: answers(url) });
  await fill(url, "journeys", journeys());
  await fill(url, "indicators", indicators());
  await fill(url, "responses", sampled());
  return { ...server, url };
}

// Documents come in the order of their ids, which are to be in the order of the rows.
async function fill(url, name, rows) {
  const docs = rows.map((row, place) => ({ _id: String(place).padStart(6, "0"), ...row }));
  const send = async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  await send("PUT", `/${name}`);
  await send("POST", `/${name}/_bulk_docs`, { docs: [DESIGN, ...docs] });
}

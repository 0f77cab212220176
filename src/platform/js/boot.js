// Starts everything at once: the engine's worker, the configuration, the answers made beforehand and
// the page itself. The names in capitals are filled in when the site is built.
import initPage from "heartline-page";

const at = (name) => new URL(name, document.baseURI).href;
const get = (name) => fetch(at(name), { credentials: "omit" });

async function readConfig() {
  try {
    const answer = await get("config.json");
    return answer.ok ? { config: await answer.text(), status: 200 } : { status: answer.status };
  } catch {
    return { status: 0 };
  }
}

// What a deployment answered beforehand; a demo always does. Without it the engine answers a little later.
async function readSnapshot({ config }) {
  try {
    const { connection, snapshot } = config ? JSON.parse(config) : {};
    const name = snapshot ?? (connection ? undefined : DEMO_SNAPSHOT);
    const answer = name && (await get(name));
    return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

// Should the page itself break, which it must not, it says so; a blank or frozen page says nothing.
function sayBroken() {
  document.getElementById("broken").hidden = false;
}
function judge({ error, reason }) {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) sayBroken();
}
addEventListener("error", judge);
addEventListener("unhandledrejection", judge);

// The page's preload is used only if it is asked for in the same way: by a plain fetch.
const page = fetch(at(PAGE_WASM));
const copy = page.then((answer) => answer.clone());
const config = readConfig();
const snapshot = config.then(readSnapshot);

// Where the first page's answers were made beforehand, the page has the line to itself and the engine
// follows; everywhere else both come along in parallel.
async function turn() {
  const isFirstPage = location.pathname === new URL(document.baseURI).pathname;
  if (isFirstPage && (await snapshot)) await (await copy).arrayBuffer();
}
const program = turn().then(() => WebAssembly.compileStreaming(fetch(at(ENGINE_WASM))));

const engine = new Worker(at(ENGINE_SCRIPT), { type: "module", name: "heartline-engine" });
globalThis.heartline = { engine, loadCharts: () => import(at(CHARTS_SCRIPT)) };

// The page may not be there yet to hear of it: it is told again when it takes the engine over.
engine.addEventListener("error", () => {
  globalThis.heartline.failed = true;
});
Promise.all([program, config]).then(
  ([wasm, read]) => engine.postMessage({ wasm, base: document.baseURI, ...read }),
  () => engine.dispatchEvent(new Event("error")),
);
snapshot.then((answers) => {
  globalThis.heartline.snapshot = answers;
});
try {
  await initPage({ module_or_path: page });
} catch (error) {
  sayBroken();
  throw error;
} finally {
  document.getElementById("shell")?.remove();
}

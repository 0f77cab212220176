// Starts everything at once: the engine's worker, the configuration, the answers made beforehand and the
// page's program. The names in capitals are filled in when the site is built.

const at = (name) => new URL(name, document.baseURI).href;
const get = (name, more) => fetch(at(name), more);

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

// This script may be here before the page is read to its end.
const body = new Promise((parsed) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", parsed);
  else parsed();
});

// Should the page itself break, which it must not, it says so; a blank or frozen page says nothing.
async function sayBroken() {
  await body;
  document.getElementById("broken").hidden = false;
}
function judge({ error, reason }) {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) sayBroken();
}
addEventListener("error", judge);
addEventListener("unhandledrejection", judge);

// The overview has a program of its own, a part of the whole app: what is opened first is there first.
const isOverview = location.pathname === new URL(document.baseURI).pathname;
const first = isOverview ? OVERVIEW : APP;
// The largest goes first: where each file wants a connection of its own, it has the one that is open already.
const wasm = get(first.wasm);
const script = import(at(first.script));
const copy = wasm.then((answer) => answer.clone());
const config = readConfig();
const snapshot = config.then(readSnapshot);

// Where the overview's answers were made beforehand, its program has the line to itself and the engine follows;
// everywhere else both come along in parallel.
async function turn() {
  if (isOverview && (await snapshot)) await (await copy).arrayBuffer();
}
const program = turn().then(() => WebAssembly.compileStreaming(get(ENGINE_WASM)));

const engine = new Worker(at(ENGINE_SCRIPT), { type: "module", name: "heartline-engine" });
const heartline = { engine, handOver, loadCharts: () => import(at(CHARTS_SCRIPT)) };
globalThis.heartline = heartline;

// The page may not be there yet to hear of it: it is told again when it takes the engine over.
engine.addEventListener("error", () => {
  heartline.failed = true;
});
Promise.all([program, config]).then(
  ([wasm, read]) => engine.postMessage({ wasm, base: document.baseURI, ...read }),
  () => engine.dispatchEvent(new Event("error")),
);

let app;

// The whole app, ready to start. What could not be loaded is tried again when it is next asked for.
function loadApp(priority) {
  app ??= Promise.all([import(at(APP.script)), WebAssembly.compileStreaming(get(APP.wasm, { priority }))]);
  app.catch(() => {
    app = undefined;
  });
  return app;
}

let handedOver;

// Puts the whole app in the place of the overview's program. False when it could not be loaded.
function handOver() {
  handedOver ??= takeOver().catch((error) => {
    handedOver = undefined;
    judge({ error });
    return false;
  });
  return handedOver;
}

async function takeOver() {
  const [{ default: start }, module] = await loadApp("high");
  const { leave } = await script;
  // The engine has answered better meanwhile.
  heartline.snapshot = undefined;
  heartline.takesOver = true;
  await start({ module_or_path: module });
  leave();
  return true;
}

snapshot.then((answers) => {
  heartline.snapshot = answers;
});
try {
  const [{ default: start }] = await Promise.all([script, body]);
  await start({ module_or_path: wasm });
} catch (error) {
  sayBroken();
  throw error;
} finally {
  await body;
  document.getElementById("shell")?.remove();
}
// The rest is on its way as soon as the reader stirs, so that it is there when asked for; who only looks does not
// pay for it. If it cannot be had now, it is loaded when it is asked for.
const loadAhead = () => program.then(() => loadApp("low")).catch(() => {});
const STIRRING = ["pointermove", "pointerdown", "keydown", "wheel"];
if (isOverview) for (const type of STIRRING) addEventListener(type, loadAhead, { once: true, passive: true });

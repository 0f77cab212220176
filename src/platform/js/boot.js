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

// The connections that this device uses instead of the site's own, or beside them, if it uses any.
const SITE = "site";
function readChoice() {
  try {
    const { in_use: used, connections } = JSON.parse(localStorage.getItem("heartline.connections"));
    const ids = [used].flat();
    const own = connections.filter(({ id }) => ids.includes(id));
    return own.length > 0 ? { uses_site: ids.includes(SITE), own } : undefined;
  } catch {
    return undefined;
  }
}
const choice = readChoice();

// What a deployment answered beforehand; a demo always does. Without it the engine answers a little later.
async function readSnapshot({ config }) {
  try {
    if (choice) return undefined;
    const { connection, connections, snapshot } = config ? JSON.parse(config) : {};
    const name = snapshot ?? (connection || connections ? undefined : DEMO_SNAPSHOT);
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

// Each part of the site has a program of its own: who opens a page pays for that part alone. Should this take one for
// another's, that one hands over.
const folder = new URL(document.baseURI).pathname;
const PARTS = {
  "": "overview",
  "index.html": "overview",
  responses: "analysis",
  hearts: "analysis",
  data: "sources",
  connections: "sources",
  "connections/": "mapper",
};
const [part, inner] = location.pathname.slice(folder.length).split("/");
const name = (inner && PARTS[`${part}/`]) ?? PARTS[part] ?? "journeys";
const isOverview = name === "overview";
const first = PROGRAMS[name];
// The largest goes first: where each file wants a connection of its own, it has the one that is open already.
const wasm = get(first.wasm);
const script = import(at(first.script));
const copy = wasm.then((answer) => answer.clone());
const config = readConfig();
const snapshot = config.then(readSnapshot);

// Some programs have a style of their own; a page without it is still a page.
const dressed = {};
function dress(program) {
  const style = STYLES[program];
  if (!style) return undefined;
  dressed[style] ??= new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at(style) });
    link.onload = done;
    link.onerror = done;
    document.head.append(link);
  });
  return dressed[style];
}
const firstDressed = dress(name);

// Where the overview's answers were made beforehand, its program has the line to itself and the engine follows;
// everywhere else both come along in parallel.
async function turn() {
  if (isOverview && (await snapshot)) await (await copy).arrayBuffer();
}
const engineProgram = turn().then(() => WebAssembly.compileStreaming(get(ENGINE_WASM)));

const engine = new Worker(at(ENGINE_SCRIPT), { type: "module", name: "heartline-engine" });
const read = [...((choice?.uses_site ?? true) ? [SITE] : []), ...(choice?.own ?? []).map(({ id }) => id)];
const heartline = { engine, read, handOver, loadCharts: () => import(at(CHARTS_SCRIPT)) };
globalThis.heartline = heartline;

// Nothing is read by itself while nobody sees it.
document.addEventListener("visibilitychange", () => engine.postMessage({ seen: !document.hidden }));

// The page may not be there yet to hear of it: it is told again when it takes the engine over.
engine.addEventListener("error", () => {
  heartline.failed = true;
});
Promise.all([engineProgram, config]).then(
  ([wasm, read]) =>
    engine.postMessage({
      wasm,
      base: document.baseURI,
      build: ENGINE_WASM,
      choice: choice && JSON.stringify(choice),
      ...read,
    }),
  () => engine.dispatchEvent(new Event("error")),
);

const loaded = { [name]: Promise.all([script, wasm]) };
// That the first could not be loaded is said below.
loaded[name].catch(() => {});

// A program, ready to start. What could not be loaded is tried again when it is next asked for.
function load(name, priority) {
  const { script, wasm } = PROGRAMS[name];
  loaded[name] ??= Promise.all([
    import(at(script)),
    WebAssembly.compileStreaming(get(wasm, { priority })),
    dress(name),
  ]);
  loaded[name].catch(() => {
    delete loaded[name];
  });
  return loaded[name];
}

let current = name;
const underWay = {};

// Puts a program in the place of the one that is there. False when it could not be loaded.
function handOver(name) {
  underWay[name] ??= takeOver(name)
    .catch((error) => {
      judge({ error });
      return false;
    })
    .finally(() => {
      delete underWay[name];
    });
  return underWay[name];
}

async function takeOver(name) {
  const [program, module] = await load(name, "high");
  // A program that was here before is as it was left.
  await program.default({ module_or_path: module });
  const [before] = await loaded[current];
  // The engine has answered better meanwhile.
  heartline.snapshot = undefined;
  heartline.takesOver = true;
  program.enter();
  before.leave();
  current = name;
  return true;
}

snapshot.then((answers) => {
  heartline.snapshot = answers;
});
try {
  const [program] = await Promise.all([script, body, firstDressed]);
  await program.default({ module_or_path: wasm });
  program.enter();
} catch (error) {
  sayBroken();
  throw error;
} finally {
  await body;
  document.getElementById("shell")?.remove();
}
// The other programs are on their way as soon as the reader stirs, so that they are there when asked for, off line too;
// who only looks does not pay for them. One that cannot be had now is loaded when it is asked for.
async function loadAhead() {
  await engineProgram;
  for (const name of ["journeys", "analysis", "sources", "mapper", "overview"]) await load(name, "low");
  // Whoever may come back can do so without a network. A browser that keeps nothing has said so by having none.
  if (IS_KEPT) await navigator.serviceWorker?.register(at("offline.js"), { updateViaCache: "none" });
}
const STIRRING = ["pointermove", "pointerdown", "keydown", "wheel"];
const stirred = new AbortController();
for (const type of STIRRING) addEventListener(type, stir, { signal: stirred.signal, passive: true });

function stir() {
  stirred.abort();
  loadAhead().catch(() => {});
}

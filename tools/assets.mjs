// Trunk calls this once its own work is done: bundles scripts and styles, names every file after its
// content, writes those names into index.html and puts compressed copies beside large files.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";

const [toBrotli, toGzip] = [brotliCompress, gzip].map((pack) => promisify(pack));
const site = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const base = process.env.TRUNK_PUBLIC_URL;
const scripts = "src/platform/js";

const read = (name) => readFileSync(join(site, name));
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

// Renames a built file after its content; says the new name.
function named(name) {
  const [, stem, ending] = name.match(/^(.*?)(\.[a-z]+)$/);
  const renamed = `${stem}-${digest(read(name))}${ending}`;
  renameSync(join(site, name), join(site, renamed));
  return renamed;
}

// Bundles one entrance with the program's own script in it, which goes by an alias; says its name.
async function bundle(entrance, alias = {}, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [entrance],
    bundle: true,
    write: false,
    format: "esm",
    target: ["chrome123", "firefox121", "safari17.5"],
    minify: release,
    alias,
    define: Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)])),
    logLevel: "warning",
    // wasm-bindgen names a script once for each thing taken from it.
    logOverride: { "duplicate-object-key": "silent" },
  });
  const [{ contents }] = outputFiles;
  const [, stem, ending] = entrance.match(/([^/]+?)(\.[a-z]+)$/);
  const name = `${stem}-${digest(contents)}${ending}`;
  writeFileSync(join(site, name), contents);
  return name;
}

const from = (name) => join(site, name);
const html = read("index.html").toString();
const trunksName = html.match(/data-page="([^"]+)\.js"/)[1];
renameSync(from(`${trunksName}.js`), from("journeys.js"));
renameSync(from(`${trunksName}_bg.wasm`), from("journeys_bg.wasm"));

// A program of the page: its script and its wasm.
const program = async (name) => ({ script: await bundle(from(`${name}.js`)), wasm: named(`${name}_bg.wasm`) });

// The style of pages comes with their programs; that of the overview, which most people open, is in everybody's.
const styles = {};
for (const name of ["journeys", "analysis", "sources"]) styles[name] = await bundle(`style/programs/${name}.css`);
styles.mapper = styles.sources;
const programs = {};
for (const name of ["overview", "journeys", "analysis", "sources", "mapper"]) programs[name] = await program(name);
const engineWasm = named("engine_bg.wasm");
const engineScript = await bundle(`${scripts}/engine.js`, { "heartline-engine": from("engine.js") });
const chartsWasm = named("charts_bg.wasm");
const chartsScript = await bundle(
  `${scripts}/charts.js`,
  { "heartline-charts": from("charts.js") },
  { CHARTS_WASM: chartsWasm },
);
const bootScript = await bundle(
  `${scripts}/boot.js`,
  {},
  {
    PROGRAMS: programs,
    STYLES: styles,
    ENGINE_SCRIPT: engineScript,
    ENGINE_WASM: engineWasm,
    CHARTS_SCRIPT: chartsScript,
    DEMO_SNAPSHOT: "demo/first-answers.bin",
    // Whoever works on the site wants to see it as it is now.
    IS_KEPT: release,
  },
);
// A service worker's own name stays: the browser looks there for the next one. It is told what the site is made of.
async function bundleOffline(shell, later) {
  const name = await bundle(`${scripts}/offline.js`, {}, { VERSION: digest(shell.join()), SHELL: shell, LATER: later });
  renameSync(from(name), from("offline.js"));
}

const themeScript = await bundle(`${scripts}/theme.js`);
const style = await bundle("style/index.css");

const ofPrograms = Object.values(programs).flatMap(({ script, wasm }) => [script, wasm]);
await bundleOffline(
  [
    bootScript,
    themeScript,
    style,
    ...new Set(Object.values(styles)),
    engineScript,
    engineWasm,
    ...ofPrograms,
    "icon.svg",
    "manifest.webmanifest",
  ],
  [chartsScript, chartsWasm],
);

// Trunk's script for live reload is inline, which the page's policy forbids: it becomes a file, and what
// the server fills in where it serves HTML is filled in here.
function reloadable(html) {
  return html.replace(/<script>([^<]*trunk\/ws.*?)<\/script>/s, (_, script) => {
    const filled = script.replace("'{{__TRUNK_ADDRESS__}}'", "location.host").replace("{{__TRUNK_WS_BASE__}}", base);
    writeFileSync(from("reload.js"), filled);
    return `<script src="${base}reload.js"></script>`;
  });
}

// What has gone into the bundles is not served by itself.
for (const name of [...Object.keys(programs), "engine", "charts"]) rmSync(from(`${name}.js`));
rmSync(from("snippets"), { recursive: true, force: true });

// It starts as soon as it is there: what it asks for is on its way while the page is still read.
const bootTag = `<script type="module" async src="${base}${bootScript}"></script>`;
const styleAhead = `<link rel="preload" href="${base}${style}" as="style">`;
writeFileSync(
  from("index.html"),
  reloadable(html)
    .replace(/<script[^>]*data-page="[^"]+"[^>]*><\/script>/, "")
    .replace(/<script[^>]*src="[^"]*theme\.js"[^>]*><\/script>/, `<script src="${base}${themeScript}"></script>`)
    .replace(/<link[^>]*href="[^"]*style\/index\.css"[^>]*>/, `<link rel="stylesheet" href="${base}${style}">`)
    // A browser looks ahead for what to fetch only until it meets a policy: what is needed first is asked for
    // right behind it.
    .replace(/(<meta http-equiv="Content-Security-Policy"[^>]*>)/, `$1${bootTag}${styleAhead}`),
);

// Static servers hand these out where they can; nothing depends on it.
async function compress(name) {
  const bytes = read(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(from(`${name}.br`), await toBrotli(bytes, { params }));
  writeFileSync(from(`${name}.gz`), await toGzip(bytes, { level: 9 }));
}
const isWorthIt = (name) => /\.(js|css|html|json|wasm|svg|bin)$/.test(name) && statSync(from(name)).size > 1024;
if (release) await Promise.all(readdirSync(site, { recursive: true }).filter(isWorthIt).map(compress));

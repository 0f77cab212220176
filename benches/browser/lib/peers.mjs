// The peers, bundled as the app's own scripts are. Their packages are apart from the app's.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const page = (title, script) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><script type="module" src="/${script}"></script></head>
<body><div id="root"></div></body>
</html>
`;

// Bundles one peer into a folder of its own below `folder`, with its page and compressed copies.
export async function bundle(name, folder) {
  if (!existsSync(own("node_modules"))) throw new Error("the peers are missing: npm ci in benches/browser");
  const out = join(folder, name.replace(/\.[a-z]+$/, ""));
  await build({
    entryPoints: { app: own(`peers/${name}`) },
    outdir: out,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: ["chrome123", "firefox121", "safari17.5"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  writeFileSync(join(out, "index.html"), page(name, "app.js"));
  readdirSync(out).forEach((file) => compress(join(out, file)));
  return out;
}

function compress(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
}

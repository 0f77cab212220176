// PostgreSQL, and before it what PostgREST does: a view is a path, and the database itself writes its rows as a bare
// array of JSON.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { closed } from "../../e2e/serve.mjs";
import { folderFor, freePort, start } from "./program.mjs";

const INSTALLED = "/usr/lib/postgresql";
// The settings of a database of two gigabytes on a small machine; the defaults are those of 2005.
const SETTINGS = ["shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=512MB", "max_wal_size=8GB"];

// The newest version there is.
function programs() {
  const [newest] = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  return join(INSTALLED, newest, "bin");
}

// PostgreSQL refuses to run as root: then it runs as the user its package has made.
function user() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

// Makes an empty cluster in a folder.
function initialise(bin, folder, who) {
  const data = join(folder, "data");
  const args = ["-D", data, "-U", "heartline", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(join(bin, "initdb"), args, { ...who, cwd: folder, stdio: "ignore" });
  return data;
}

// Starts an empty cluster. `sql` runs statements, `load` fills a table from tab-separated pieces, `client` is psql.
export async function startPostgres() {
  const [bin, who, port] = [programs(), user(), await freePort()];
  const folder = folderFor("postgres", who);
  const data = initialise(bin, folder, who);
  const own = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off", ...SETTINGS];
  const args = ["-D", data, "-p", String(port), ...own.flatMap((setting) => ["-c", setting])];
  const address = ["-h", "127.0.0.1", "-p", String(port), "-U", "heartline", "-d", "postgres"];
  const ready = () => spawnSync(join(bin, "pg_isready"), address).status === 0;
  const server = await start(join(bin, "postgres"), args, { folder, ready, ...who });
  const told = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", ...address];
  return { ...server, ...clients(join(bin, "psql"), told) };
}

function clients(psql, told) {
  const env = { ...process.env, PGTZ: "UTC" };
  const client = (args, stdin) => spawn(psql, [...told, ...args], { env, stdio: [stdin, "pipe", "inherit"] });
  const sql = (...statements) => {
    const args = [...told, ...statements.flatMap((one) => ["-c", one])];
    return execFileSync(psql, args, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] }).trim();
  };
  const load = async (table, pieces) => {
    const child = client(["-c", `copy ${table} from stdin`], "pipe");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await pipeline(pieces, child.stdin);
    if ((await ended) !== 0) throw new Error(`${table} was not filled`);
  };
  return { version: sql("show server_version").split(" ")[0], client, sql, load };
}

// Serves the views of the schema `api` as PostgREST serves them to a role: read only, to every origin.
export async function serveViews(postgres, role) {
  const server = createServer((request, response) => {
    const [, view] = new URL(request.url, "http://api").pathname.match(/^\/(\w+)$/) ?? [];
    response.setHeader("access-control-allow-origin", "*");
    if (!view) return response.writeHead(404).end("{}");
    response.setHeader("content-type", "application/json; charset=utf-8");
    const rows = `select coalesce(json_agg(_row), '[]') from (select * from api.${view}) as _row`;
    const child = postgres.client(["-c", `set role ${role}`, "-c", rows], "ignore");
    return child.stdout.pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => closed(server) };
}

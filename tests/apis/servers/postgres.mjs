// PostgreSQL, and before it what PostgREST does: a view is a path, and the database itself writes its rows as a bare
// array of JSON.
import { execFileSync, spawn } from "node:child_process";
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

// Starts an empty cluster. `sql` runs statements, `load` fills a table from tab-separated pieces.
export async function startPostgres() {
  const bin = programs();
  const who = user();
  const folder = folderFor("postgres", who);
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", "heartline", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(join(bin, "initdb"), initdb, { ...who, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const own = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off", ...SETTINGS];
  const settings = own.flatMap((setting) => ["-c", setting]);
  const connection = ["-h", "127.0.0.1", "-p", String(port), "-U", "heartline", "-d", "postgres"];
  const psql = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", ...connection];
  const sql = (...statements) =>
    execFileSync(join(bin, "psql"), [...psql, ...statements.flatMap((one) => ["-c", one])], {
      encoding: "utf8",
      env: { ...process.env, PGTZ: "UTC" },
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const isThere = () => {
    try {
      return execFileSync(join(bin, "pg_isready"), connection, { stdio: "ignore" }) !== undefined;
    } catch {
      return false;
    }
  };
  const server = await start(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    folder,
    ready: isThere,
    ...who,
  });
  const client = (args, stdin) =>
    spawn(join(bin, "psql"), [...psql, ...args], {
      env: { ...process.env, PGTZ: "UTC" },
      stdio: [stdin, "pipe", "inherit"],
    });
  return {
    ...server,
    version: sql("show server_version").split(" ")[0],
    sql,
    client,
    async load(table, pieces) {
      const child = client(["-c", `copy ${table} from stdin`], "pipe");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await pipeline(pieces, child.stdin);
      if ((await ended) !== 0) throw new Error(`${table} was not filled`);
    },
  };
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

// Programs of other people's that serve on this machine while the tests run, and leave nothing behind.
import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
// Where tools/setup puts what the tests need.
export const TOOLS = process.env.HEARTLINE_TOOLS ?? join(CACHE, "heartline");
export const PYTHON = join(TOOLS, "apis/python/bin");
export const NODE_MODULES = join(TOOLS, "apis/node_modules");

// How long a program may take to be there, in milliseconds.
const PATIENCE = 60_000;

// A port that nobody listens to at this moment.
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A folder for a program's files; it belongs to whoever the program runs as.
export function folderFor(name, { uid, gid } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `heartline-${name}-`));
  if (uid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

// Starts a program and waits until it is ready. Whatever ends the tests ends the program, and its folder.
export async function start(command, args, { folder, ready, ...options }) {
  const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], ...options });
  const heard = hear(child);
  const end = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  const close = async () => {
    process.off("exit", end);
    child.kill("SIGTERM");
    await Promise.race([heard.ended, sleep(PATIENCE / 10)]);
    end();
  };
  if (await isReady(ready, heard)) return { close };
  await close();
  throw new Error(`${command} did not start: ${heard.said}`);
}

// What a program says, the last of it, and whether it still runs.
function hear(child) {
  const heard = { said: "", runs: true };
  const note = (piece) => {
    heard.said = (heard.said + piece).slice(-4000);
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  heard.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(note(String(error))));
    child.once("exit", resolve);
  }).then(() => {
    heard.runs = false;
  });
  return heard;
}

async function isReady(ready, heard) {
  const until = Date.now() + PATIENCE;
  while (heard.runs && Date.now() < until) {
    if (await ready()) return true;
    await sleep(50);
  }
  return false;
}

// True once a server answers at all.
export const answers = (url) => () =>
  fetch(url).then(
    () => true,
    () => false,
  );

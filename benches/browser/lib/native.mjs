// The core as a native program: how fast the same code can be at all. `cargo` builds it, where there is one.
import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const cwd = fileURLToPath(new URL("../../..", import.meta.url));
const BUILD = ["bench", "--no-default-features", "--bench", "growth", "--no-run", "--message-format=json"];
const ROOM = 64 << 20;

// The path of the program; none without cargo.
export function buildNative() {
  try {
    execFileSync("cargo", ["--version"], { cwd, stdio: "ignore" });
  } catch {
    return undefined;
  }
  const told = execFileSync("cargo", BUILD, {
    cwd,
    encoding: "utf8",
    maxBuffer: ROOM,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const made = told
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  return made.find(({ target, executable }) => target?.name === "growth" && executable)?.executable;
}

// What the program says of a file of responses.
export async function runNative(program, file) {
  const env = { ...process.env, HEARTLINE_RESPONSES: file };
  const { stdout } = await promisify(execFile)(program, [], { env, maxBuffer: ROOM });
  return JSON.parse(stdout);
}

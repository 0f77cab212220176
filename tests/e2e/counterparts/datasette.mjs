// A database behind Datasette: flat tables, dates in universal time, answers as texts, and queries that
// count in the database.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PYTHON } from "../support/python.mjs";
import { DEMO } from "./records.mjs";

// The lowest and the highest answer to each question.
export const SCALES = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  care: [1, 5],
  patience: [1, 5],
  attentiveness: [1, 5],
  responsibility: [1, 5],
  confidence: [1, 5],
};

// How often each answer was given, lowest first, as a JSON list.
function counts([question, [low, high]]) {
  const each = Array.from({ length: high - low + 1 }, (_, place) => low + place);
  const times = each.map((value) => `count(*) filter (where ${question} = '${value}')`);
  return `json_array(${times.join(", ")}) as ${question}`;
}

// Counts by some columns. Days begin when they begin at the workspace's place.
function grouped(columns) {
  const lists = Object.entries(SCALES).map(counts).join(", ");
  const places = columns.map((_, place) => place + 1).join(", ");
  return `select ${columns.join(", ")}, count(*) as n, ${lists} from answer group by ${places}`;
}

const METADATA = {
  databases: {
    service: {
      queries: {
        by_step: { sql: grouped(["step", "strftime('%Y-%m', received, '+8 hours') as month"]) },
        by_crew: { sql: grouped(["crew", "strftime('%Y-%m', received, '+8 hours') as month"]) },
        by_day: { sql: grouped(["step", "date(received, '+8 hours') as day", "grp", "way", "crew"]) },
      },
    },
  },
};

const SETTINGS = { max_returned_rows: 100_000, sql_time_limit_ms: 20_000, suggest_facets: "off" };

// Makes the database and serves it on a free port: with the Datasette installed in `bin`, and what else it is told.
export async function serveDatasette({ bin = PYTHON, told = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "heartline-datasette-"));
  const file = join(folder, "service.db");
  execFileSync(join(bin, "python"), [join(import.meta.dirname, "make_database.py"), DEMO, file]);
  const metadata = join(folder, "metadata.json");
  writeFileSync(metadata, JSON.stringify(METADATA));
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["--setting", name, String(value)]);
  const child = spawn(
    join(bin, "datasette"),
    ["serve", file, "--cors", "--host", "127.0.0.1", "--port", "0", "--metadata", metadata, ...settings, ...told],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  // Whatever ends the test run ends the server, and takes its files away.
  const end = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  return {
    url: await address(child),
    async close() {
      process.off("exit", end);
      end();
      await ended;
    },
  };
}

// The address, once the server says that it is there.
function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (piece) => {
      said += piece;
      const found = said.match(/running on (http:\/\/[\d.:]+)/);
      if (found) resolve(found[1]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`Datasette ended: ${said}`)));
  });
}

// ClickHouse as one writes to it: rows that are replaced by their id, journeys as documents in a column of texts.
import { journeys } from "../../e2e/counterparts/records.mjs";
import { documents } from "../tsv.mjs";
import { startClickhouse } from "./clickhouse.mjs";

// Who may add rows, by a password in the query: it is asked without any header of its own.
export const WRITER = { user: "writer", password: "s3cret-leaf" };

const TABLES = [
  `CREATE TABLE answer (
     id String, touchpoint String, submitted_at DateTime, nps Nullable(UInt8), comment Nullable(String)
   ) ENGINE = ReplacingMergeTree ORDER BY id`,
  `CREATE TABLE journey (id String, document String, version DateTime DEFAULT now())
   ENGINE = ReplacingMergeTree(version) ORDER BY id`,
];

const writer = `<${WRITER.user}>
      <password>${WRITER.password}</password><networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile><quota>default</quota>
    </${WRITER.user}>`;

export async function serveWritable() {
  const database = await startClickhouse({ profiles: "", users: writer });
  for (const table of TABLES) await database.sql(table);
  await database.load("journey (id, document)", documents(journeys()));
  return database;
}

// What somebody is told who asks without Heartline.
export async function askWritable(url, query) {
  const response = await fetch(`${url}/?${new URLSearchParams({ ...WRITER, query })}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

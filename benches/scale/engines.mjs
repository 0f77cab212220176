// The engines: each is filled with the same rows by the recipe's own statements, and hands out what it serves.
import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configOf, statements } from "../../tests/apis/recipe.mjs";
import { startClickhouse, userOf } from "../../tests/apis/servers/clickhouse.mjs";
import { serveViews, startPostgres } from "../../tests/apis/servers/postgres.mjs";
import { TOOLS } from "../../tests/apis/servers/program.mjs";
import { documents, QUESTIONS } from "../../tests/apis/tsv.mjs";

// What something takes, in seconds.
async function timed(act) {
  const start = performance.now();
  const result = await act();
  return [result, (performance.now() - start) / 1000];
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(await response.text());
  return Buffer.from(await response.arrayBuffer());
}

// Single responses as PostgREST would serve their table.
function single(url) {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, `$.${question}`]));
  const responses = { path: "response", rows: "$[*]", fields: { answers } };
  return { connection: { name: "Responses", base_url: `${url}/`, feeds: { responses } } };
}

export async function postgres({ recipe, file, journeys, sample }, use) {
  const database = await startPostgres();
  const times = await fillPostgres(database, recipe, file, journeys);
  const views = await serveViews(database, "heartline_reader");
  const [body, serve] = await timed(() => fetched(`${views.url}/tally`));
  const config = () => open(configOf(recipe["postgresql-config"], views.url));
  const rows = JSON.parse(body).length;
  const found = await use({
    name: "PostgreSQL",
    config,
    body,
    rows,
    single: sample && { config: single(views.url), body: await singleRows(database, views) },
  });
  const [, again] = await timed(() => database.sql(recipe["postgresql-refresh"]));
  await views.close();
  await database.close();
  return { name: `PostgreSQL ${database.version}`, ...times, again, serve, found };
}

async function fillPostgres(database, recipe, file, journeys) {
  database.sql(recipe["postgresql-table"]);
  const [, load] = await timed(() => database.load("feedback.response", createReadStream(file)));
  database.sql("analyze feedback.response");
  await database.load("feedback.journey", documents(journeys));
  const [, tally] = await timed(() => database.sql(recipe["postgresql-tally"]));
  database.sql(recipe["postgresql-grants"]);
  return { load, tally };
}

// Only for the check: the recipe shows no response to anybody.
function singleRows(database, views) {
  database.sql(
    "create view api.response as select * from feedback.response",
    "grant select on api.response to heartline_reader",
  );
  return fetched(`${views.url}/response`);
}

// Whoever measures types no key.
const open = ({ connection: { auth: _, ...connection }, ...config }) => ({ ...config, connection });

export async function clickhouse({ recipe, file }, use) {
  const database = await startClickhouse(userOf(recipe["clickhouse-user"].replace("tea-leaf", "")));
  for (const one of statements(recipe["clickhouse-table"])) await database.sql(one);
  const [, load] = await timed(() => database.load("response", createReadStream(file)));
  for (const one of statements(recipe["clickhouse-tally"])) await database.sql(one);
  const { path } = configOf(recipe["clickhouse-config"], database.url).connection.feeds.tally;
  const named = `?user=heartline&${path.slice(1)}`;
  const config = (journeys) => {
    const written = open(configOf(recipe["clickhouse-config"], database.url, { journeys }));
    written.connection.feeds.tally.path = named;
    return written;
  };
  const [body, tally] = await timed(() => fetched(new URL(named, `${database.url}/`)));
  const { rows } = JSON.parse(body);
  const found = await use({ name: "ClickHouse", config, body, rows });
  const version = await database.sql("select version()");
  await database.close();
  return { name: `ClickHouse ${version}`, load, tally, found };
}

export async function chdb({ recipe, file, folder }, use) {
  const all = [recipe["clickhouse-table"], ...statements(recipe["clickhouse-tally"])];
  const [written, answer] = [join(folder, "statements.json"), join(folder, "tally.json")];
  writeFileSync(written, JSON.stringify(all));
  const script = join(import.meta.dirname, "chdb_tally.py");
  const python = join(TOOLS, "scale", "bin", "python");
  const said = execFileSync(python, [script, written, file, answer], { encoding: "utf8" });
  const { version, load, tally } = JSON.parse(said);
  const body = readFileSync(answer);
  const { rows } = JSON.parse(body);
  const config = () => configOf(recipe["clickhouse-config"], "http://127.0.0.1");
  const found = await use({ name: "chDB", config, body, rows, isFile: true });
  return { name: `ClickHouse ${version} (chDB)`, load, tally, found };
}

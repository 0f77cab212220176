// The databases of docs/scale.md with the demo in them, made by the recipe's own statements.
import { journeys, responses } from "../../e2e/counterparts/records.mjs";
import { blocks, statements } from "../recipe.mjs";
import { documents, lines } from "../tsv.mjs";
import { startClickhouse, userOf } from "./clickhouse.mjs";
import { serveFront } from "./front.mjs";
import { serveViews, startPostgres } from "./postgres.mjs";

const both = (first, then) => async () => {
  await first.close();
  await then.close();
};

export async function servePostgres() {
  const recipe = blocks();
  const database = await startPostgres();
  database.sql(recipe["postgresql-table"]);
  await database.load("feedback.response", lines(responses()));
  await database.load("feedback.journey", documents(journeys()));
  database.sql(recipe["postgresql-tally"]);
  database.sql(recipe["postgresql-grants"]);
  database.sql(recipe["postgresql-refresh"]);
  const views = await serveViews(database, "heartline_reader");
  return { url: views.url, close: both(views, database) };
}

// Behind a front, to be read with a key; `direct` is the server itself.
export async function serveClickhouse() {
  const recipe = blocks();
  const database = await startClickhouse(userOf(recipe["clickhouse-user"]));
  for (const one of statements(recipe["clickhouse-table"])) await database.sql(one);
  await database.load("response", lines(responses()));
  for (const one of statements(recipe["clickhouse-tally"])) await database.sql(one);
  const front = await serveFront(database.url);
  return { url: front.url, key: `Basic ${btoa("heartline:tea-leaf")}`, close: both(front, database) };
}

// The indices with DuckDB: the body as a file of its own, the rows as a table, one statement. The table is made with
// insertJSONFromPath, which needs the rows alone and is told their types; read_json is an extension that DuckDB would
// fetch from another site at run time.
import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { Field, Int32, Struct, Utf8 } from "apache-arrow";
import { figures, HEARTS, SUMS } from "./indices.js";
import { reply } from "./reply.js";

const whole = (names) => new Struct(names.map((name) => new Field(name, new Int32(), true)));
const columns = {
  touchpoint: new Utf8(),
  submitted_at: new Utf8(),
  answers: whole(["nps", "csat", "ces"]),
  hearts: whole(HEARTS),
};

const on = (value, low, high, as) => `case when ${value} between ${low} and ${high} then ${value} end as ${as}`;
const parts = {
  nps_n: "count(nps)",
  nps_promoters: "count(*) filter (nps >= 9)",
  nps_detractors: "count(*) filter (nps <= 6)",
  csat_n: "count(csat)",
  csat_hits: "count(*) filter (csat >= 4)",
  ces_n: "count(ces)",
  ces_hits: "count(*) filter (ces >= 5)",
};
for (const heart of HEARTS) {
  parts[`${heart}_n`] = `count(${heart})`;
  parts[`${heart}_sum`] = `coalesce(sum(${heart}), 0)`;
  parts[`${heart}_squares`] = `coalesce(sum(${heart} * ${heart}), 0)`;
}

const EIGHT_HOURS = 28_800_000;
const STATEMENT = `
  with answered as (
    select touchpoint,
      case when submitted_at like '%+08:00' then left(submitted_at, 7)
        else strftime(epoch_ms(epoch_ms(submitted_at::timestamptz) + ${EIGHT_HOURS}), '%Y-%m') end as month,
      ${on("answers.nps", 0, 10, "nps")}, ${on("answers.csat", 1, 5, "csat")}, ${on("answers.ces", 1, 7, "ces")},
      ${HEARTS.map((heart) => on(`hearts.${heart}`, 1, 5, heart))}
    from responses)
  select touchpoint, month, ${SUMS.map((name) => `(${parts[name]})::double as ${name}`)}
  from answered group by touchpoint, month`;

async function start() {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker("/duckdb/duckdb-browser-eh.worker.js"));
  await database.instantiate(`${location.origin}/duckdb/duckdb-eh.wasm`);
  return { database, connection: await database.connect() };
}

reply(async (url, { database, connection }) => {
  const body = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const rows = body.subarray(body.indexOf("[".charCodeAt(0)), body.lastIndexOf("]".charCodeAt(0)) + 1);
  await database.registerFileBuffer("responses.json", rows);
  await connection.insertJSONFromPath("responses.json", { name: "responses", shape: "row-array", columns });
  const sums = await connection.query(STATEMENT);
  return { figures: figures(sums.toArray().map((row) => row.toJSON())) };
}, start);

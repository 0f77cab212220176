// How each server is read: in pages, wherever it hands them out.
import { databaseConfig } from "../e2e/counterparts/datasette_config.mjs";
import { configOf, indicators } from "./sample.mjs";
import { second } from "./servers/prometheus.mjs";

const KINDS = ["journeys", "indicators", "responses"];
const feeds = (feed) => Object.fromEntries(KINDS.map((kind) => [kind, feed(kind)]));

// Answers are columns, journeys are documents in a column of texts: handed out raw they are lines of JSON. Whatever it is
// asked with goes into the query, as it allows other sites no more.
export function clickhouse(url) {
  const config = configOf(
    "ClickHouse",
    url,
    {
      journeys: {
        path: "",
        query: { query: "SELECT document FROM journey FINAL ORDER BY id FORMAT TabSeparatedRaw" },
        format: "json_lines",
      },
      responses: {
        path: "",
        query: { query: "SELECT * FROM answer FINAL FORMAT JSON" },
        rows: "$.data[*]",
        fields: { answers: { nps: "$.nps" } },
      },
    },
    { kind: "query", name: "password" },
  );
  const query = { user: "writer", add_http_cors_header: 1, date_time_input_format: "best_effort" };
  return { ...config, connection: { ...config.connection, query } };
}

// Records as they are, in bare lists.
export const jsonServer0 = (url) =>
  configOf(
    "json-server 0.17",
    url,
    feeds((kind) => ({
      path: kind,
      rows: "$[*]",
      paging: { kind: "page", page: "_page", limit: "_limit", size: 300, total: { header: "X-Total-Count" } },
    })),
  );

export const jsonServer1 = (url) =>
  configOf(
    "json-server 1",
    url,
    feeds((kind) => ({
      path: kind,
      rows: "$.data[*]",
      paging: { kind: "page", page: "_page", limit: "_per_page", size: 300, next: "$.next" },
    })),
  );

// The newest records come first unless told otherwise.
export const kinto = (url) =>
  configOf(
    "Kinto",
    url,
    feeds((kind) => ({
      path: `buckets/service/collections/${kind}/records?_limit=500&_sort=last_modified`,
      rows: "$.data[*]",
      paging: { kind: "url", next: { header: "Next-Page" } },
    })),
    { kind: "basic" },
  );

// The document lies within the row. Design documents are none of ours, and their ids no numbers.
export const pouchdb = (url) =>
  configOf(
    "PouchDB",
    url,
    feeds((kind) => ({
      path: `${kind}/_all_docs?include_docs=true&startkey=%220%22&endkey=%22999999%22`,
      rows: "$.rows[*].doc",
      paging: { kind: "offset", offset: "skip", limit: "limit", size: 400 },
    })),
  );

// The journeys come with the site: this version hands out lists as texts even where they are named (`_json`). Sums are for
// those who wait for many rows.
export function datasette(url, site) {
  const config = databaseConfig(url);
  const { indicators } = config.connection.feeds;
  const responses = {
    ...config.connection.feeds.responses,
    path: "answer.json?_shape=arrays&_size=2000",
    paging: { kind: "cursor", next: "$.next", cursor: "_next" },
  };
  const feeds = { journeys: { path: `${site}/demo/journeys.json`, rows: "$.journeys[*]" }, indicators, responses };
  return { ...config, connection: { ...config.connection, auth: { kind: "bearer" }, feeds } };
}

// The other feeds come with the site: Prometheus knows of figures alone.
export function prometheus(url, site) {
  // A range selector hands out what was stored, as it was stored: `[second, "value"]`. The pairs are taken as the items of
  // their list, as what `[*]` picks out of it would be taken apart again.
  const query = "heartline_indicator[20y]";
  const periods = indicators().flatMap(({ readings }) => readings.map(({ period }) => [second(period), period]));
  const readings = {
    rows: "$.values",
    fields: { period: { path: "$[0]", map: Object.fromEntries(periods) }, value: "$[1]" },
  };
  return configOf("Prometheus", url, {
    journeys: { path: `${site}/sample/journeys.json`, rows: "$[*]" },
    responses: { path: `${site}/sample/responses.json`, rows: "$[*]" },
    indicators: {
      path: `api/v1/query?query=${encodeURIComponent(query)}`,
      rows: "$.data.result[*]",
      fields: { id: "$.metric.indicator", baseline: "$.metric.baseline", readings },
    },
  });
}

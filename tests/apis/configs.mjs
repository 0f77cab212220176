// How each server is read. Everything is asked for at once: where a server gives pages, one is made large enough.
import { databaseConfig } from "../e2e/counterparts/datasette_config.mjs";
import { configOf, indicators } from "./sample.mjs";
import { second } from "./servers/prometheus.mjs";

const KINDS = ["journeys", "indicators", "responses"];
const feeds = (feed) => Object.fromEntries(KINDS.map((kind) => [kind, feed(kind)]));

// Records as they are, in bare lists.
export const jsonServer0 = (url) =>
  configOf(
    "json-server 0.17",
    url,
    feeds((kind) => ({ path: kind, rows: "$[*]" })),
  );

export const jsonServer1 = (url) =>
  configOf(
    "json-server 1",
    url,
    feeds((kind) => ({ path: `${kind}?_page=1&_per_page=10000`, rows: "$.data[*]" })),
  );

// The newest records come first unless told otherwise.
export const kinto = (url) =>
  configOf(
    "Kinto",
    url,
    feeds((kind) => ({
      path: `buckets/service/collections/${kind}/records?_limit=10000&_sort=last_modified`,
      rows: "$.data[*]",
    })),
    { kind: "header", name: "Authorization" },
  );

// The document lies within the row, and design documents are none of ours.
export const pouchdb = (url) =>
  configOf(
    "PouchDB",
    url,
    feeds((kind) => ({
      path: `${kind}/_all_docs?include_docs=true`,
      rows: "$.rows[?@.doc.id].doc",
    })),
  );

// The journeys come with the site: this version hands out lists as texts even where they are named (`_json`). Sums are for
// those who wait for many rows.
export function datasette(url, site) {
  const config = databaseConfig(url);
  const { indicators, responses } = config.connection.feeds;
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

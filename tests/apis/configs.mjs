// How each server is read. Everything is asked for at once: where a server gives pages, one is made large enough.
import { configOf } from "./sample.mjs";

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

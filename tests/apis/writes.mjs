// How each server takes what is written, and what it says of it to somebody who asks it without Heartline.
import { expect } from "../e2e/support/fixtures.mjs";
import * as configs from "./configs.mjs";
import { askWritable, serveWritable, WRITER } from "./servers/clickhouse_writable.mjs";
import { serveWithToken } from "./servers/datasette.mjs";
import { serveVersion0, serveVersion1 } from "./servers/json_server.mjs";
import { KEY, LOGIN, serveKinto } from "./servers/kinto.mjs";
import { servePouchdb } from "./servers/pouchdb.mjs";

const ask = async (url, { key, method = "GET", body } = {}) => {
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...(key && { authorization: key }),
  };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
};

// `responses` are those about a touchpoint, `journey` is the first one, `change` is somebody else's.
const jsonServer = (serve, config, list) => ({
  serve,
  config,
  writes: {
    responses: { path: "responses", id: "$.id", read: "responses/{id}", read_back: true },
    journeys: { method: "PUT", path: "journeys/{id}", read_back: true },
  },
  responses: async (url, touchpoint) => list(await ask(`${url}/responses?touchpoint=${touchpoint}`)),
  journey: async (url, id) => ask(`${url}/journeys/${id}`),
});

const kintoRecord = (url, id) => `${url}/buckets/service/collections/journeys/records/${id}`;

const KINTO = {
  serve: serveKinto,
  config: configs.kinto,
  login: LOGIN,
  writes: {
    responses: {
      method: "PUT",
      path: "buckets/service/collections/responses/records/{key}",
      body: { data: "$.row" },
      row: "$.data",
      id: "$.data.id",
      read_back: true,
    },
    journeys: {
      method: "PUT",
      path: "buckets/service/collections/journeys/records/{id}",
      body: { data: "$.row" },
      row: "$.data",
      revision: { header: "ETag" },
      read_back: true,
    },
  },
  responses: async (url, touchpoint) => {
    const path = `${url}/buckets/service/collections/responses/records?touchpoint=${touchpoint}`;
    return (await ask(path, { key: KEY })).data;
  },
  journey: async (url, id) => (await ask(kintoRecord(url, id), { key: KEY })).data,
  change: async (url, id, change) => {
    const { data } = await ask(kintoRecord(url, id), { key: KEY });
    change(data);
    await ask(kintoRecord(url, id), { key: KEY, method: "PUT", body: { data } });
  },
};

const pouchRow = async (url, id) => {
  const { rows } = await ask(`${url}/journeys/_all_docs?include_docs=true`);
  return rows.map(({ doc }) => doc).find((doc) => doc.id === id);
};

const POUCHDB = {
  serve: servePouchdb,
  config: configs.pouchdb,
  writes: {
    responses: { method: "PUT", path: "responses/{key}", id: "$.id", error: "$.error", read_back: true },
    // The revision is in the row, and travels with it.
    journeys: { method: "PUT", path: "journeys/{$.row._id}", error: "$.error", read_back: true },
  },
  responses: async (url, touchpoint) => {
    const { rows } = await ask(`${url}/responses/_all_docs?include_docs=true`);
    return rows.map(({ doc }) => doc).filter((doc) => doc.touchpoint === touchpoint);
  },
  journey: pouchRow,
  change: async (url, id, change) => {
    const doc = await pouchRow(url, id);
    change(doc);
    await ask(`${url}/journeys/${doc._id}`, { method: "PUT", body: doc });
  },
};

// Flat tables, whose columns have names of their own. Its journeys come with the site.
const DATASETTE = {
  serve: serveWithToken,
  config: configs.datasette,
  isBearer: true,
  writes: {
    responses: {
      path: "answer/-/insert",
      body: { row: { step: "$.touchpoint", received: "$.submitted_at", nps: "$.answers.nps", words: "$.comment" } },
      error: "$.errors[0]",
    },
  },
  responses: async ({ url, key }, touchpoint) => {
    const where = `_shape=objects&step=${touchpoint}&_size=max`;
    const { rows } = await ask(`${url}/service/answer.json?${where}`, { key: `Bearer ${key}` });
    return rows.map(({ step, received, nps, words }) => ({
      touchpoint: step,
      submitted_at: received,
      answers: { nps: Number(nps) },
      comment: words,
    }));
  },
};

// It answers no preflight, so that a request must be a plain one: the body is called text, the key goes into the query. What
// is added again under the same id takes the place of what was there.
const CLICKHOUSE = {
  serve: serveWritable,
  config: configs.clickhouse,
  key: WRITER.password,
  writes: {
    responses: {
      path: "",
      query: { query: "INSERT INTO answer FORMAT JSONEachRow" },
      headers: { "Content-Type": "text/plain" },
      body: {
        id: "$.key",
        touchpoint: "$.touchpoint",
        submitted_at: "$.submitted_at",
        nps: "$.answers.nps",
        comment: "$.comment",
      },
      read: `?query=SELECT id, touchpoint, formatDateTime(submitted_at, '%25FT%25TZ') AS submitted_at, nps, comment FROM answer FINAL WHERE id = '{key}' FORMAT JSONEachRow`,
      read_back: true,
    },
    journeys: {
      path: "",
      query: { query: "INSERT INTO journey (id, document) FORMAT JSONEachRow" },
      headers: { "Content-Type": "text/plain" },
      body: { id: "$.id", document: { path: "$.row", form: "json" } },
    },
  },
  responses: async (url, touchpoint) => {
    const { data } = await askWritable(
      url,
      `SELECT * FROM answer FINAL WHERE touchpoint = '${touchpoint}' FORMAT JSON`,
    );
    return data.map(({ nps, ...row }) => ({ ...row, answers: { nps } }));
  },
  journey: async (url, id) => {
    const { data } = await askWritable(url, `SELECT document FROM journey FINAL WHERE id = '${id}' FORMAT JSON`);
    expect(data, "a journey is there once").toHaveLength(1);
    return JSON.parse(data[0].document);
  },
};

export const SERVERS = {
  "json-server 0.17": jsonServer(serveVersion0, configs.jsonServer0, (list) => list),
  "json-server 1": jsonServer(serveVersion1, configs.jsonServer1, (list) => list),
  Kinto: KINTO,
  PouchDB: POUCHDB,
  Datasette: DATASETTE,
  ClickHouse: CLICKHOUSE,
};

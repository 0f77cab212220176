// The demo's content, served by other people's servers, gives the same figures as the same content read natively.
import { compare, counts } from "../e2e/counterparts/compare.mjs";
import { serve } from "../e2e/serve.mjs";
import { expect, SITE, test as base } from "../e2e/support/fixtures.mjs";
import { PAGES, whole } from "../e2e/support/places.mjs";
import * as configs from "./configs.mjs";
import { blocks, configOf } from "./recipe.mjs";
import { nativeAnswers, WORKSPACE } from "./sample.mjs";
import { serveWithToken } from "./servers/datasette.mjs";
import { serveVersion0, serveVersion1 } from "./servers/json_server.mjs";
import { LOGIN, serveKinto } from "./servers/kinto.mjs";
import { servePouchdb } from "./servers/pouchdb.mjs";
import { servePrometheus } from "./servers/prometheus.mjs";
import { serveClickhouse, servePostgres } from "./servers/recipe.mjs";
import { started } from "./started.mjs";

const test = base.extend({
  // The sample as Heartline's own files.
  native: [
    async ({}, use) => {
      const site = await serve(SITE, { answers: nativeAnswers() });
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  started,

  // Opens a site that reads a server, with the key if it wants one, and waits until all has been read.
  read: async ({ page, serveSite }, use) => {
    await use(async (config, key) => {
      const files = nativeAnswers();
      const site = await serveSite({
        answers: (path) => (path === "/config.json" ? { body: JSON.stringify(config(site.url)) } : files(path)),
      });
      await page.goto(site.url + PAGES.data);
      if (key?.user) {
        await page.getByLabel("User name", { exact: true }).fill(key.user);
        await page.getByLabel("Password", { exact: true }).fill(key.password);
        await page.getByRole("button", { name: "Sign in" }).click();
      } else if (key) {
        await page.getByLabel("Key", { exact: true }).fill(key);
        await page.getByRole("button", { name: "Use key" }).click();
      }
      await whole(page);
      await expect(page.getByText("Nothing was wrong with any row.")).toBeVisible();
    });
  },
});

test.describe.configure({ timeout: 180_000 });

// A server, how it is read, and what its reader types.
const SAMPLED = {
  "json-server 0.17": [serveVersion0, configs.jsonServer0],
  "json-server 1": [serveVersion1, configs.jsonServer1],
  Kinto: [serveKinto, configs.kinto, LOGIN],
  PouchDB: [servePouchdb, configs.pouchdb],
  Prometheus: [servePrometheus, configs.prometheus],
};

for (const [name, [serveIt, config, key]] of Object.entries(SAMPLED)) {
  test(`${name} shows what the sample shows`, async ({ page, native, started, read, watched, newReader }) => {
    const server = await started(serveIt);
    watched.allow(native.url);
    await read((site) => config(server.url, site), key);
    await compare(page, await newReader(), native.url);
  });
}

test("Datasette with a token shows what the demo shows", async ({ page, demo, started, read, newReader }) => {
  const server = await started(serveWithToken);
  await read((site) => configs.datasette(server.url, site), server.key);
  await compare(page, await newReader(), demo.url);
});

// What the site itself has beside a database that counts.
const own = (site, ...kinds) => {
  const feed = (kind) => [kind, { path: `${site}/demo/${kind}.json`, rows: `$.${kind}[*]` }];
  return Object.fromEntries(kinds.map(feed));
};

// The names the demo's pages show are no part of a database. PostgREST asks for a token only where it is told to.
const demoWorkspace = ({ connection, ...config }, { isOpen = false } = {}) => ({
  ...config,
  workspace: WORKSPACE,
  connection: isOpen ? { ...connection, auth: { kind: "none" } } : connection,
});

test("PostgreSQL's counts show what the demo shows", async ({ page, demo, started, read, newReader }) => {
  const { url } = await started(servePostgres);
  await read((site) =>
    demoWorkspace(configOf(blocks()["postgresql-config"], url, own(site, "indicators")), { isOpen: true }),
  );
  await compare(page, await newReader(), demo.url, counts);
});

test("ClickHouse's counts show what the demo shows", async ({ page, demo, started, read, newReader }) => {
  const { url, key } = await started(serveClickhouse);
  const feeds = (site) => own(site, "journeys", "indicators");
  await read((site) => demoWorkspace(configOf(blocks()["clickhouse-config"], url, feeds(site))), key);
  await compare(page, await newReader(), demo.url, counts);
});

test("the recipe is the same in both languages", () => {
  expect(blocks("scale.zh-CN.md")).toEqual(blocks());
});

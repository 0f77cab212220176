// What every test has: a site, a page, and a watch over what the page does beside showing things.
import { resolve } from "node:path";
import { expect, test as base } from "@playwright/test";
import { serve } from "../serve.mjs";
import { serveApi } from "./api.mjs";
import { watch } from "./watch.mjs";

// The built site.
export const SITE = resolve(import.meta.dirname, "../../..", process.env.SITE ?? "dist");

export { expect };

// Serves an API whose every answer the test decides.
async function servedApi({ watched }, use) {
  const api = await serveApi();
  watched.allow(api.url);
  await use(api);
  await api.close();
}

export const test = base.extend({
  // What the browser may complain about: a test that breaks something says what will be heard of it.
  complaints: [/(?!)/, { option: true }],

  // The site with the demo data, shared by a worker's tests.
  demo: [
    async ({}, use) => {
      const site = await serve(SITE);
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  // Serves the site with a configuration of its own, or with other answers for some paths.
  serveSite: async ({ watched }, use) => {
    const sites = [];
    await use(async ({ config, answers } = {}) => {
      const body = typeof config === "string" ? config : JSON.stringify(config);
      const configured = (path) => (config && path === "/config.json" ? { body } : answers?.(path));
      const site = await serve(SITE, { answers: configured });
      sites.push(site);
      watched.allow(site.url);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },

  api: servedApi,

  // Another one, at another origin.
  otherApi: servedApi,

  // Opens pages as other readers do: with nothing in their storage or cache.
  newReader: async ({ browser, watched, contextOptions, viewport, locale, timezoneId }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, viewport, locale, timezoneId, ...options });
      contexts.push(context);
      watched.follow(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  // Whatever the page asks of strangers, complains about or pops up fails the test.
  watched: [
    async ({ context, demo, complaints }, use) => {
      const watched = watch(complaints);
      watched.allow(demo.url);
      watched.follow(context);
      await use(watched);
      expect(watched.seen, "nothing but the page itself").toEqual([]);
    },
    { auto: true },
  ],
});

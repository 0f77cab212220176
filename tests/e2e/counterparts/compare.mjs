// Whether one site shows what another shows.
import { expect } from "../support/fixtures.mjs";
import { PAGES, STATES, open } from "../support/places.mjs";
import { texts } from "../support/shown.mjs";

// Pages whose every text must be the same, from whatever server it came.
const COMPARED = {
  overview: PAGES.overview,
  "overview in Chinese": "/?lang=zh-CN",
  "overview of a team in a month": "/?period=2026-08&team=branch-south",
  journeys: PAGES.journeys,
  map: STATES["map as a table"],
  "map with every lane":
    "/journeys/bank-loan?table=1&lanes=action,thought,channel,hearts,pains,opportunities,backstage,support,owner",
  heat: STATES["heat as a table"],
  "heat by team": "/journeys/outpatient-visit/heat?table=1&by=team&measure=emotion&period=all",
  hearts: PAGES.hearts,
  responses: PAGES.responses,
  "responses of a segment": "/responses?segment=family&period=12m",
};

// What a site shows at each place; every server is held against it.
const known = new Map();

// All alerts, not only the first.
async function expand(page, url) {
  const { pathname, search } = new URL(url, "http://site");
  if (pathname + search === PAGES.overview) await page.getByRole("button", { name: /\d+ more/ }).click();
}

async function shownBy(page, url) {
  if (!known.has(url)) {
    await open(page, url);
    await expand(page, url);
    known.set(url, await texts(page));
  }
  return known.get(url);
}

// Goes from place to place without reading everything again.
async function travel(page, place) {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  await expand(page, place);
}

// Every text of every page against what a reader sees at another site, and all differences at once. `of` says which
// texts count.
export async function compare(page, reader, site, of = (found) => found) {
  const same = expect.configure({ soft: true });
  for (const [name, place] of Object.entries(COMPARED)) {
    const wanted = of(await shownBy(reader, site + place));
    await travel(page, place);
    await same.poll(async () => of(await texts(page)), { message: name }).toEqual(wanted);
  }
}

// Comments are no counts: a database that only counts has none.
export const counts = (found) => (found.includes("Comments") ? found.slice(0, found.indexOf("Comments")) : found);

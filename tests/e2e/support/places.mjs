// The pages of the app and how to get to them.
import { expect } from "@playwright/test";

// Every page of the demo, by name.
export const PAGES = {
  overview: "/",
  journeys: "/journeys",
  map: "/journeys/hotel-stay",
  heat: "/journeys/hotel-stay/heat",
  priority: "/journeys/hotel-stay/heat?view=priority",
  risk: "/journeys/hotel-stay/heat?view=risk",
  hearts: "/hearts",
  responses: "/responses",
  compare: "/responses/compare?by=team",
  surveys: "/responses/surveys",
  data: "/data",
  connections: "/connections",
  nowhere: "/nowhere/at/all",
};

// The same pages in other states.
export const STATES = {
  panel: "/journeys/hotel-stay?open=night-service",
  "map as a table": "/journeys/hotel-stay?table=1",
  "heat as a table": "/journeys/hotel-stay/heat?table=1",
  "heat by heart": "/journeys/hotel-stay/heat?by=heart",
  "derived importance": "/journeys/bank-loan/heat?view=priority&measure=nps&importance=pearson&lines=middle",
  "priority as a table": "/journeys/hotel-stay/heat?view=priority&table=1",
  "risks of a cell": "/journeys/outpatient-visit/heat?view=risk&cell=8-8",
  "small shifts": "/journeys/hotel-stay?open=night-service&control=emotion&ewma=1",
  "too few months": "/journeys/hotel-stay?open=night-service&period=2025-01",
  "before and after": "/responses/compare?period=12m",
  "no side": "/responses/compare?by=team&b=nobody",
  "features of a survey": "/responses/surveys?survey=loan-needs",
  "a scale that does not hold": "/responses/surveys?survey=clear-instructions",
  "a survey nobody answered": "/responses/surveys?period=2024-11",
  "no such survey": "/responses/surveys?survey=moon",
  "no such connection": "/connections/own-1",
  "comments found": "/responses?search=night",
};

// Goes to a place and waits until everything has been read.
export async function open(page, url) {
  await page.goto(url);
  await whole(page);
}

// All has been read when the header says when.
export async function whole(page) {
  await expect(page.locator("header .reading")).toContainText(/Read |读取于/);
  await expect(page.locator("main h1")).toBeVisible();
}

// The path and query shown in the address bar.
export function address(page) {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

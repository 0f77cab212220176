// What is looked at, and how, stands in the address: a link shows another reader the same.
import { expect, test } from "../support/fixtures.mjs";
import { PAGES, address, open, whole } from "../support/places.mjs";
import { everything } from "../support/shown.mjs";

const choose = (name, label) => (page) => page.getByRole("combobox", { name }).selectOption({ label });
const press = (name) => (page) => page.getByRole("button", { name, exact: true }).click();
const tick = (menu, label) => async (page) => {
  await press(menu)(page);
  await page.getByRole("checkbox", { name: label }).check();
  await page.keyboard.press("Escape");
};

// What is done on a page, and what the address then says.
const CHANGES = [
  ["a month", PAGES.overview, choose("Period", "Oct 2026"), "period=2026-10"],
  ["a relative period", PAGES.journeys, choose("Period", "Latest 6 months"), "period=6m"],
  ["all time", PAGES.hearts, choose("Period", "All time"), "period=all"],
  ["a segment", PAGES.overview, choose("Segment", "Families"), "segment=family"],
  ["a channel", PAGES.responses, choose("Channel", "Phone"), "channel=phone"],
  ["a team", PAGES.map, choose("Team", "Front desk, night"), "team=front-desk-night"],
  ["the language", PAGES.overview, press("中文"), "lang=zh-CN"],
  ["the zoom", PAGES.map, press("Zoom in"), "zoom=wide"],
  ["the whole journey", PAGES.map, press("Whole journey"), "zoom=fit"],
  ["a lane", PAGES.map, tick("Lanes", "Backstage"), "lanes=action,thought,hearts,pains,opportunities,backstage"],
  ["a persona", PAGES.map, press("The Chens, family of four"), "overlay=family"],
  ["a segment to compare", PAGES.map, tick("Compare segments", "Business travellers"), "overlay=business"],
  ["the map's table", PAGES.map, press("Table"), "table=1"],
  ["the columns", PAGES.heat, choose("Columns", "Team"), "by=team"],
  ["the measure", PAGES.heat, choose("Measure", "NPS"), "measure=nps"],
  ["the order", PAGES.heat, choose("Order", "Coldest first"), "sort=coldest"],
  ["the heat map's table", PAGES.heat, press("Table"), "table=1"],
  ["a search", PAGES.heat, (page) => page.getByRole("searchbox").fill("night"), "search=night"],
  ["a touchpoint's responses", PAGES.responses, choose("Touchpoint", "Night service"), "touchpoint=night-service"],
];

for (const [name, place, act, query] of CHANGES) {
  test(`${name} stands in the address, and the link shows the same`, async ({ page, demo, newReader }) => {
    await open(page, demo.url + place);
    const before = await everything(page);
    await act(page);
    await expect.poll(() => address(page)).toBe(`${place}?${query}`);
    await expect.poll(() => everything(page)).not.toEqual(before);

    const reader = await newReader();
    await open(reader, page.url());
    await expect.poll(() => everything(reader)).toEqual(await everything(page));
  });
}

test("an open touchpoint stands in the address, and the link opens it", async ({ page, demo, newReader }) => {
  await open(page, demo.url + PAGES.map);
  await page.getByRole("columnheader", { name: "Room booking" }).click();
  await expect.poll(() => address(page)).toBe(`${PAGES.map}?open=room-booking`);
  const reader = await newReader();
  await open(reader, page.url());
  await expect(reader.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText("Room booking");
});

test("lanes keep the order they were given", async ({ page, demo, newReader }) => {
  await open(page, demo.url + PAGES.map);
  await press("Lanes")(page);
  await press("Move Pains up")(page);
  await expect.poll(() => address(page)).toContain("?lanes=action,thought,pains,hearts,opportunities");
  const reader = await newReader();
  await open(reader, page.url());
  const lanes = (of) => of.locator("[data-lane]").evaluateAll((rows) => rows.map((row) => row.dataset.lane));
  expect(await lanes(reader)).toEqual(["action", "thought", "pains", "hearts", "opportunities"]);
  expect(await lanes(page)).toEqual(await lanes(reader));
});

test("filters go along from page to page, and can be cleared", async ({ page, demo }) => {
  await open(page, `${demo.url}/?period=2026-09&segment=family`);
  await page.getByRole("link", { name: "Hearts" }).click();
  await expect.poll(() => address(page)).toBe("/hearts?period=2026-09&segment=family");
  await expect(page.locator(".about")).toHaveText("Sep 2026");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect.poll(() => address(page)).toBe("/hearts");
  await expect(page.locator(".about")).toHaveText("Aug 2026 to Oct 2026");
});

test("the way back undoes a filter and a change of page", async ({ page, demo }) => {
  await open(page, demo.url);
  const title = page.getByRole("heading", { level: 1 });
  await choose("Team", "South branch")(page);
  await expect(title).not.toContainText("Night service");
  await page.getByRole("link", { name: "Journeys", exact: true }).click();
  await expect(title).toHaveText("Journeys");
  await page.goBack();
  await expect(title).toContainText("Service health");
  await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue("branch-south");
  await page.goBack();
  await expect(title).toContainText("Fix Night service first");
  await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue("");
  await page.goForward();
  await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue("branch-south");
});

test("a copied link says which months and which language were seen", async ({ page, demo, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, demo.url + PAGES.hearts);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${demo.url}/hearts?period=2026-08..2026-10&lang=en`);
  await page.goto(copied);
  await whole(page);
  await expect(page.locator(".about")).toHaveText("Aug 2026 to Oct 2026");
});

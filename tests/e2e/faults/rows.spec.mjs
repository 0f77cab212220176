// Rows that are wrong: the good ones count, the bad ones are told with their feed, row and field.
import { readFileSync } from "node:fs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, response, serveSample } from "../support/sample.mjs";

// What can be wrong with a row, and what is said of it: the field, the problem, the value, what to do.
const WRONG = [
  [{ submitted_at: "soon" }, "$.submitted_at", "not a date", "soon", "ISO 8601"],
  [
    { submitted_at: 86_400 },
    "$.submitted_at",
    "a date before 1990 or in the future",
    "86400",
    "epoch_seconds or epoch_millis",
  ],
  [
    { submitted_at: "2999-01-01" },
    "$.submitted_at",
    "a date before 1990 or in the future",
    "2999-01-01",
    "Check the unit",
  ],
  [{ submitted_at: null }, "$.submitted_at", "missing", "", "Point the field at where the value is"],
  [{ touchpoint: "moon" }, "$.touchpoint", "no journey has this touchpoint", "moon", "Add the touchpoint to a journey"],
  [{ touchpoint: "" }, "$.touchpoint", "missing", "", "fill it in at its source"],
  [{ answers: { csat: 7 } }, "$.answers.csat", "off the scale", "7", "Check that the question measures"],
  [{ answers: { nps: "very likely" } }, "$.answers.nps", "not a number", "very likely", "map from words to numbers"],
];

// Rows of which every second is wrong, each in its own way.
function half() {
  const pairs = WRONG.map(([wrong], place) => [response(2 * place), { ...response(2 * place + 1), ...wrong }]);
  return pairs.flat();
}

async function openData(page, site) {
  await page.goto(`${site.url}/data`);
  await whole(page);
}

test("half of the rows are wrong: the good count, the bad are listed", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.json("/responses", [...half(), "no row at all", 7]);
  const site = await serveSite({ config: configOf(api.url) });
  await openData(page, site);

  const [counts, first] = [
    page.getByRole("region", { name: "What was wrong" }),
    page.getByRole("region", { name: /^The first/ }),
  ];
  for (const [place, [, field, problem, value, hint]] of WRONG.entries()) {
    const told = first
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: String(2 * place + 2), exact: true }) });
    await expect(told.getByRole("rowheader")).toHaveText("Responses");
    await expect(told.getByRole("cell").nth(1)).toHaveText(field);
    await expect(told.getByRole("cell").nth(2)).toHaveText(problem);
    await expect(told.getByRole("cell").nth(3)).toHaveText(value);
    await expect(counts.getByRole("row").filter({ hasText: problem }).filter({ hasText: field })).toContainText(hint);
  }
  await expect(first).toContainText("the whole row");
  await expect(counts).toContainText("the row is not an object");

  // Six rows and the two that are none are lost; of two rows only a value is.
  const feed = page
    .getByRole("region", { name: "Feeds" })
    .getByRole("row")
    .filter({ hasText: `${api.url}/responses` });
  await expect(feed.getByRole("cell")).toHaveText(["read", "18", "8", "2", /KB/, `${api.url}/responses`]);
  await expect(page.getByRole("banner").getByRole("link", { name: "10 rows or values left out" })).toBeVisible();
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about")).toContainText("10 responses");
});

test("of very many wrong rows all are counted and the first shown", async ({ page, api, serveSite }) => {
  serveSample(api);
  const rows = Array.from({ length: 2000 }, (_, place) => ({
    ...response(place),
    touchpoint: place % 2 ? "moon" : "order",
  }));
  api.json("/responses", rows);
  const site = await serveSite({ config: configOf(api.url) });
  await openData(page, site);
  await expect(page.getByRole("region", { name: "What was wrong" }).getByRole("row").nth(1)).toContainText("1,000");
  await expect(page.getByRole("heading", { name: "The first 100, with their rows" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^The first/ }).getByRole("row")).toHaveCount(101);
});

test("problems are listed by their reason, by link too, and handed over as a table no formula hides in", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  const formula = '=HYPERLINK("https://evil.example","€")';
  api.json("/responses", [...half(), { ...response(40), submitted_at: formula }]);
  const site = await serveSite({ config: configOf(api.url) });
  await openData(page, site);
  const listed = page.getByRole("region", { name: /^The first/ }).getByRole("row");
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "not a date (2)" });
  await expect(listed).toHaveCount(3);
  expect(new URL(page.url()).search).toBe("?problem=not_a_date");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("problems.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toEqual([
    "\ufeffconnection,feed,row,since,field,reason,value",
    "1,responses,2,,$.submitted_at,not_a_date,soon",
    `1,responses,17,,$.submitted_at,not_a_date,"'${formula.replaceAll('"', '""')}"`,
  ]);
  await page.goto(`${site.url}/data?problem=off_scale&lang=zh-CN`);
  await expect(page.getByRole("combobox", { name: "显示" })).toHaveValue("off_scale");
  await expect(page.getByRole("region", { name: /^前1处/ }).getByRole("row")).toHaveCount(2);
});

test("a reason that is rare is shown though it came late", async ({ page, api, serveSite }) => {
  serveSample(api);
  const many = Array.from({ length: 150 }, (_, place) => ({ ...response(place), touchpoint: "moon" }));
  api.json("/responses", [...many, { ...response(0), submitted_at: "soon" }]);
  const site = await serveSite({ config: configOf(api.url) });
  await openData(page, site);
  await page.getByRole("combobox", { name: "Show" }).selectOption("not_a_date");
  const listed = page.getByRole("region", { name: /^(The first|With its row)/ }).getByRole("row");
  await expect(listed.filter({ hasText: "soon" })).toContainText("151");
});

test("wrong values of a journey are told with their row", async ({ page, api, serveSite }) => {
  serveSample(api);
  const touchpoints = [
    { id: "order", name: "Order", hearts: ["greed"], importance: 11 },
    { id: "order", name: "Order again" },
    { name: "Nameless" },
  ];
  api.json("/journeys", [{ id: "shop", stages: [{ id: "all", touchpoints }] }]);
  api.json("/responses", []);
  const site = await serveSite({ config: configOf(api.url) });
  await openData(page, site);
  const told = page.getByRole("region", { name: /^The first/ }).getByRole("row");
  await expect(told.filter({ hasText: "$.hearts" })).toContainText("not one of the allowed values");
  await expect(told.filter({ hasText: "$.importance" })).toContainText("off the scale");
  await expect(told.filter({ hasText: "the id was there before" })).toContainText("order");
  await expect(told.filter({ hasText: "missing" })).toContainText("$.id");
  await page.goto(`${site.url}/journeys/shop`);
  await expect(page.getByRole("grid").getByRole("columnheader", { name: "Order", exact: true })).toBeVisible();
});

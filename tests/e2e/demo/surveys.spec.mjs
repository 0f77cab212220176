// Surveys: what is drawn and said is what the answers say, and links show what their sender saw.
import { expect, test } from "../support/fixtures.mjs";
import { responses } from "../support/oracle.mjs";
import { PAGES, STATES, address, open } from "../support/places.mjs";
import { configOf, responses as sample, serveSample } from "../support/sample.mjs";

const LATEST = ["2026-08", "2026-10"];
const SIZES = { t: 4, r: 5, s: 4, a: 4, e: 5 };
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const signed = (value) => (value < 0 ? `−${(-value).toFixed(2)}` : `+${value.toFixed(2)}`);
const shown = (text) => new RegExp(`^${text.replace("−", "[-−]").replace("+", "\\+?")}$`);

// Each respondent's gap in a dimension; none where an answer is missing.
function gap(answers, dimension) {
  const items = Array.from({ length: SIZES[dimension] }, (_, at) => `${dimension}${at + 1}`);
  const gaps = items.map((item) => answers[`${item}p`] - answers[`${item}e`]);
  return gaps.every(Number.isFinite) ? mean(gaps) : undefined;
}

const stays = (wanted) =>
  responses(...LATEST, wanted).filter(({ answers }) => Object.keys(answers).some((id) => /^[trsae]\d[ep]$/.test(id)));

test("gaps by dimension, overall and weighted are those of the answers", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.responses);
  await page.getByRole("link", { name: "Surveys" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Surveys · Quality of the stay");
  const all = stays().map(({ answers }) => ({ answers, gaps: Object.keys(SIZES).map((id) => gap(answers, id)) }));
  await expect(page.locator(".about")).toContainText(`${all.length} responses`);
  const whole = all.filter(({ gaps }) => gaps.every((one) => one !== undefined));
  const figures = page.locator(".figures > div");
  await expect(figures.nth(0).locator(".value")).toHaveText(shown(signed(mean(whole.map(({ gaps }) => mean(gaps))))));
  await expect(figures.nth(0)).toContainText(`n = ${whole.length}`);
  const weighted = whole.flatMap(({ answers, gaps }) => {
    const weights = Object.keys(SIZES).map((id) => answers[`${id}w`]);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return sum > 0 ? [gaps.reduce((total, one, at) => total + one * weights[at], 0) / sum] : [];
  });
  await expect(figures.nth(1).locator(".value")).toHaveText(shown(signed(mean(weighted))));
  await expect(figures.nth(1)).toContainText(`n = ${weighted.length}`);
  const rows = page.locator(".tracks li");
  for (const [at, dimension] of Object.keys(SIZES).entries()) {
    const own = all.map(({ gaps }) => gaps[at]).filter((one) => one !== undefined);
    await expect(rows.nth(at).locator(".side strong")).toHaveText(shown(signed(mean(own))));
    expect(Object.keys(SIZES)[at]).toBe(dimension);
  }
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("falls short of what was expected");
  await expect(page.getByText("Responsiveness has the lowest mean gap in this sample.")).toBeVisible();
});

test("every item stands under its dimension, and a filter counts anew", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.surveys);
  const table = page.getByRole("table", { name: /Every dimension and its items/ });
  await expect(table.getByRole("rowheader")).toHaveCount(27);
  await page.getByRole("combobox", { name: "Team" }).selectOption("Front desk, night");
  const night = stays({ team: "front-desk-night" });
  await expect(page.locator(".about")).toContainText(`${night.length} responses`);
  expect(address(page)).toBe("/responses/surveys?team=front-desk-night");
});

test("features have their place, and what chance could do is not claimed", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.surveys);
  await page.getByRole("link", { name: "What borrowers want of a loan" }).click();
  expect(address(page)).toBe("/responses/surveys?survey=loan-needs");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Features with a category that leads by more than chance: 5 of 6",
  );
  await expect(page.locator(".plane .feature")).toHaveCount(6);
  await expect(page.locator(".plane .feature.open")).toHaveCount(1);
  const list = page.locator(".features li").nth(3);
  await expect(list).toContainText("One list of all documents needed");
  await expect(list).toContainText("No category may be claimed.");
  const pairs = responses(...LATEST).filter(({ answers }) => answers.k1with && answers.k1without);
  const must = pairs.filter(
    ({ answers }) => !["like", "dislike"].includes(answers.k1with) && answers.k1without === "dislike",
  );
  const row = page.getByRole("table").getByRole("row", { name: /All costs shown before signing/ });
  await expect(row.getByRole("cell").nth(5)).toHaveText(String(must.length));
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Surveys · Quality of the stay");
});

test("a scale that does not hold says which items are to be looked at", async ({ page, demo }) => {
  await open(page, demo.url + STATES["a scale that does not hold"]);
  await expect(page.getByText("their mean carries more noise than was asked for")).toBeVisible();
  const row = (name) => page.getByRole("table").getByRole("row", { name });
  await expect(row(/I left with open questions/)).toContainText("Runs against the rest.");
  await expect(row(/My name was checked first/)).toContainText("Everybody answered alike");
  await page.getByRole("link", { name: "Trust in the hospital" }).click();
  await expect(page.getByText("Reaches what is wanted, and so does its whole interval")).toBeVisible();
  await page.getByText("How is this computed?").click();
  await expect(page.getByText("Cronbach 1951; Feldt 1965")).toBeVisible();
});

test("a survey is chosen with the keyboard alone", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.surveys);
  const link = page
    .getByRole("navigation", { name: "Which survey" })
    .getByRole("link", { name: "Trust in the hospital" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Surveys · Trust in the hospital");
});

test("nothing on a phone is wider than the phone", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const survey of ["stay-quality", "loan-needs", "clear-instructions"]) {
    await open(page, `${demo.url}${PAGES.surveys}?survey=${survey}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, survey).toBeLessThanOrEqual(390);
  }
});

test("without answers or without such a survey the page says so", async ({ page, demo }) => {
  await open(page, demo.url + STATES["a survey nobody answered"]);
  await expect(page.getByRole("heading", { name: "Nobody answered this survey" })).toBeVisible();
  await open(page, demo.url + STATES["no such survey"]);
  await expect(page.getByRole("heading", { name: "There is no such survey" })).toBeVisible();
});

test("where no survey is set up the page says how, and words become feelings by a map", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  const plain = await serveSite({ config: configOf(api.url) });
  await open(page, `${plain.url}/responses/surveys`);
  await expect(page.getByRole("heading", { name: "No survey is set up" })).toBeVisible();
  await expect(page.locator(".example")).toContainText('"kind": "scale"');
  const words = ["喜欢", "理应如此"];
  const asked = (place) => ({ with: words[place % 2], without: place === 7 ? "不知道" : "讨厌" });
  api.json(
    "/responses",
    sample(40).map((one, place) => ({ ...one, kano: asked(place) })),
  );
  const map = { 喜欢: "like", 理应如此: "expect", 讨厌: 5 };
  const field = (name) => ({ path: `$.kano.${name}`, map });
  const answers = { wifi1: field("with"), wifi2: field("without") };
  const feeds = { responses: { path: "responses", rows: "$[*]", fields: { answers } } };
  const features = [{ name: "Wi-Fi", functional: "wifi1", dysfunctional: "wifi2" }];
  const config = configOf(api.url, { feeds });
  config.workspace.surveys = [{ id: "room", kind: "kano", name: "Room", features }];
  const asking = await serveSite({ config });
  await open(page, `${asking.url}/responses/surveys?period=all`);
  const row = page.getByRole("table").getByRole("row", { name: /Wi-Fi/ });
  // Must-be 19 of the odd places, for one answer is no word of these; one-dimensional 20.
  await expect(row.getByRole("cell").nth(5)).toHaveText("19");
  await expect(row.getByRole("cell").nth(6)).toHaveText("20");
  await expect(page.getByText("1 answer off its scale was left out.")).toBeVisible();
  await expect(page.locator(".features li")).toContainText(
    "1 gave an answer that can be used to only one of the two questions",
  );
  await open(page, `${asking.url}/data`);
  await expect(page.getByRole("row", { name: /不知道/ })).toBeVisible();
});

// What matters and what may fail: the figures are the data's, the link keeps what is looked at, and what cannot be
// shown says so.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "../support/fixtures.mjs";
import { responses, satisfied } from "../support/oracle.mjs";
import { PAGES, address, open } from "../support/places.mjs";
import { configOf, journeys as sample, serveSample } from "../support/sample.mjs";

const LATEST = ["2026-08", "2026-10"];
const TARGET = 88;
const FOLDER = resolve(import.meta.dirname, "../../..", process.env.SITE ?? "dist", "demo");
const JOURNEYS = JSON.parse(readFileSync(resolve(FOLDER, "journeys.json"), "utf8"));
const touchpoints = (id) =>
  (JOURNEYS.journeys ?? JOURNEYS).find((one) => one.id === id).stages.flatMap((s) => s.touchpoints);

// Importance × shortfall, highest first, counted anew.
function ranking() {
  const scored = touchpoints("hotel-stay").map(({ id, name, importance }) => {
    const share = satisfied(responses(...LATEST, { touchpoint: id }));
    return { name: name.en, importance, share, priority: importance * Math.max(TARGET - share.value, 0) };
  });
  return scored.filter(({ priority }) => priority > 0).sort((a, b) => b.priority - a.priority);
}

test("what matters most and lacks most is ranked first", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.heat);
  await page.getByRole("link", { name: "Priority matrix" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A stay at a city hotel: priority matrix");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const wanted = ranking();
  const lines = page.locator(".ranked li");
  await expect(lines).toHaveCount(Math.min(wanted.length, 10));
  for (const [place, { name, importance, share, priority }] of wanted.slice(0, 5).entries()) {
    const line = lines.nth(place);
    await expect(line.locator(".name")).toHaveText(name);
    await expect(line.locator(".value")).toHaveText(`${Math.round(share.value)}%`);
    await expect(line).toContainText(
      `n = ${share.n} · importance ${importance} · priority ${priority.toFixed(priority < 1 ? 2 : priority < 10 ? 1 : 0)}`,
    );
    await expect(line.locator(".tip")).toContainText(`n = ${share.n} · 95% interval`);
  }
  await expect(lines.first()).toContainText("under target beyond chance");
});

test("only what falls short has a number in the ranking, and no label is beside another's point", async ({
  page,
  demo,
}) => {
  await open(page, demo.url + PAGES.priority);
  const ranked = ranking().map(({ name }, place) => `${place + 1} ${name}`);
  const labels = await page.locator(".plot .label").allTextContents();
  const numbered = labels.filter((label) => /^\d/.test(label));
  expect(numbered.length).toBeGreaterThan(0);
  for (const label of numbered)
    expect(
      ranked.some((one) => one === label || one.startsWith(`${label} `)),
      label,
    ).toBe(true);
  // The numbers at the axis and the target's name keep their margins.
  const left = await page.locator(".plot .frame").evaluate((frame) => frame.getBBox().x);
  const starts = await page.locator(".plot .label").evaluateAll((all) => all.map((label) => label.getBBox().x));
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(left);
});

test("a point says its quadrant, n and interval, and leads to its touchpoint", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  await expect(page.locator(".plot .point")).toHaveCount(20);
  const night = page.locator('.plot .point[aria-label="Night service"]');
  await expect(night).toHaveAttribute("data-quadrant", "concentrate");
  await night.hover();
  await expect(page.locator("#readout")).toContainText(/Night service · Concentrate here · Satisfied \d+% · n = \d+/);
  await night.click();
  await expect.poll(() => address(page)).toBe("/journeys/hotel-stay?open=night-service");
  await expect(page.getByRole("heading", { level: 2, name: "Night service" })).toBeVisible();
});

test("importance is derived, lines are moved, and the link says so", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  await page.getByLabel("Importance").selectOption("derived, Pearson");
  await expect(
    page.getByText("Importance is derived: how closely each touchpoint moves with the whole journey"),
  ).toBeVisible();
  await page.getByLabel("Performance").selectOption("NPS");
  await page.getByLabel("Lines").selectOption("at the scales' middle");
  await expect
    .poll(() => address(page))
    .toBe("/journeys/hotel-stay/heat?view=priority&measure=nps&importance=pearson&lines=middle");
  await page.locator(".plot .point").first().hover();
  await expect(page.locator("#readout")).toContainText(/importance -?−?\d\.\d\d · r over \d+ months/);
  await page.getByRole("button", { name: "Table" }).click();
  await expect(page.getByRole("columnheader", { name: "Quadrant" })).toBeVisible();
  await page.getByText("How is this computed?").click();
  await expect(page.getByText("Pearson 1895; Spearman 1904")).toBeVisible();
  await expect(page.getByText("Here: target 45 · Lines at the scales' middle")).toBeVisible();
});

test("no label covers another", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  await expect(page.locator(".plot .label").first()).toBeVisible();
  const boxes = await page.locator(".plot .label").evaluateAll((all) =>
    all.map((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return { text: label.textContent, left, right, top, bottom };
    }),
  );
  expect(boxes.length).toBeGreaterThan(15);
  const covers = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const pairs = boxes.flatMap((a, place) =>
    boxes
      .slice(place + 1)
      .filter((b) => covers(a, b))
      .map((b) => [a.text, b.text]),
  );
  expect(pairs).toEqual([]);
});

test("risks stand in their cells, most urgent first in the list", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.priority);
  await page.getByRole("link", { name: "Risk matrix" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A stay at a city hotel: risk matrix");
  const risks = touchpoints("hotel-stay").flatMap(({ risks }) => risks ?? []);
  await expect(page.locator(".page-head .about")).toHaveText(`${risks.length} risks`);
  const rows = page.locator(".risks tbody tr");
  await expect(rows).toHaveCount(risks.length);
  await expect(rows.first()).toContainText("High");
  const rpn = ({ severity, occurrence, detection }) => severity * occurrence * detection;
  for (const risk of risks) {
    const row = rows.filter({ hasText: risk.name.en });
    await expect(row.getByRole("cell").nth(1)).toHaveText(String(rpn(risk)));
  }
  const cell = page.locator('[data-cell="6-5"]');
  const inside = risks.filter(({ severity, occurrence }) => severity === 6 && occurrence === 5);
  await expect(cell).toContainText(`×${inside.length}`);
  await cell.click();
  await expect.poll(() => address(page)).toBe(`${PAGES.risk}&cell=6-5`);
  await expect(rows).toHaveCount(inside.length);
  await page.getByRole("button", { name: "List all" }).click();
  await expect(rows).toHaveCount(risks.length);
});

test("what was never stated or named says what to do", async ({ page, api, serveSite }) => {
  serveSample(api);
  const bare = structuredClone(sample);
  for (const { touchpoints } of bare[0].stages) for (const touchpoint of touchpoints) delete touchpoint.importance;
  api.json("/journeys", bare);
  const site = await serveSite({ config: configOf(api.url) });
  await open(page, `${site.url}/journeys/shop/heat?view=priority`);
  await expect(page.getByRole("heading", { name: "No importance is stated" })).toBeVisible();
  await page.getByLabel("Importance").selectOption("derived, Spearman");
  await expect(page.getByRole("heading", { name: "No importance can be derived" })).toBeVisible();
  await page.getByRole("link", { name: "Risk matrix" }).click();
  await expect(page.getByRole("heading", { name: "No risks are named yet" })).toBeVisible();
});

test("a rating off the scale is counted, and its risk is listed without a number", async ({ page, api, serveSite }) => {
  serveSample(api);
  const risky = structuredClone(sample);
  risky[0].stages[0].touchpoints[0].risks = [
    { name: "Parcel lost", severity: 8, occurrence: 12, detection: 3 },
    { name: "Parcel late", severity: 4, occurrence: 7, detection: 2, action: "Tell the customer" },
  ];
  api.json("/journeys", risky);
  const site = await serveSite({ config: configOf(api.url) });
  await open(page, `${site.url}/journeys/shop/heat?view=risk`);
  await expect(page.locator(".risks tbody tr").last()).toContainText("Parcel lost");
  await expect(page.locator(".risks tbody tr").last()).toContainText("not rated");
  await expect(page.getByText("1 lacks a rating from 1 to 10 and has no RPN.")).toBeVisible();
  await open(page, `${site.url}/data`);
  await expect(page.getByText("$.occurrence").first()).toBeVisible();
});

test("a thousand touchpoints are drawn, ranked and moved through", async ({ page, api, serveSite }) => {
  serveSample(api);
  const many = Array.from({ length: 1000 }, (_, place) => ({
    id: `t${place}`,
    name: `Touchpoint ${place}`,
    importance: 1 + (place % 10),
  }));
  api.json("/journeys", [{ id: "long", name: "Long", stages: [{ id: "all", name: "All", touchpoints: many }] }]);
  const rows = many.flatMap(({ id }, place) =>
    [0, 1, 2].map((number) => ({
      id: `${id}-${number}`,
      touchpoint: id,
      submitted_at: "2026-03-05T10:00:00Z",
      answers: { csat: 1 + ((place * 7 + number * number) % 5) },
    })),
  );
  api.json("/responses", rows);
  const site = await serveSite({ config: configOf(api.url) });
  await open(page, `${site.url}/journeys/long/heat?view=priority`);
  await expect(page.locator(".plot .point")).toHaveCount(1000);
  await expect(page.locator(".ranked li")).toHaveCount(10);
  await page.locator('.plot .point[tabindex="0"]').focus();
  for (const key of ["ArrowRight", "ArrowUp", "End", "Home"]) await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(() => document.activeElement.dataset.place)).toBe("0");
});

// A touchpoint's control chart: the baseline in words, signals in words, other measures, too little to say.
import { expect, test } from "../support/fixtures.mjs";
import { responses, satisfied } from "../support/oracle.mjs";
import { STATES, address, open } from "../support/places.mjs";

const panel = (page) => page.locator(".panel-side");

test("limits come from the baseline that is named, and the months are the data's", async ({ page, demo }) => {
  await open(page, demo.url + STATES.panel);
  const base = satisfied(responses("2024-11", "2025-10", { touchpoint: "night-service" }));
  const words = `Centre and spread come from Nov 2024 to Oct 2025: ${base.n} answers. Each month's limits follow`;
  await expect(panel(page).getByText(words).first()).toBeVisible();
  const chart = panel(page).locator("figure.chart", { hasText: "Satisfied: control chart by month" });
  await expect(chart.locator("canvas")).toBeVisible();
  await chart.getByRole("button", { name: "Table" }).click();
  const latest = satisfied(responses("2026-10", "2026-10", { touchpoint: "night-service" }));
  const row = chart.getByRole("row").last();
  const mark = latest.n < 30 ? "°" : "";
  await expect(row.getByRole("cell").nth(0)).toContainText(`${latest.value.toFixed(1)}%${mark}`);
  await expect(row.getByRole("cell").nth(1)).toHaveText(String(latest.n));
  await expect(chart.getByRole("columnheader", { name: "Limits (3σ)" })).toBeVisible();
});

test("baseline, measure and small shifts are chosen and kept in the link", async ({ page, demo }) => {
  await open(page, demo.url + STATES.panel);
  await panel(page).getByLabel("Baseline").selectOption("all months");
  await expect(panel(page).getByText("Centre and spread come from Nov 2024 to Oct 2026").first()).toBeVisible();
  await expect(panel(page).getByText("an unusual one moves its own limits").first()).toBeVisible();
  await panel(page).getByLabel("Measure").selectOption("Emotion");
  await expect(panel(page).getByText("Emotion: control chart by month")).toBeVisible();
  await panel(page).getByRole("button", { name: "Small shifts (EWMA)" }).click();
  await expect
    .poll(() => address(page))
    .toBe("/journeys/hotel-stay?open=night-service&control=emotion&baseline=all&ewma=1");
  await panel(page).getByText("How is this computed?").last().click();
  await expect(panel(page).getByText("Roberts 1959")).toBeVisible();
});

test("too few months are said to be too few", async ({ page, demo }) => {
  await open(page, demo.url + STATES["too few months"]);
  await expect(
    panel(page).getByText("Too few months for limits: the baseline has answers in 3, it takes 6."),
  ).toBeVisible();
});

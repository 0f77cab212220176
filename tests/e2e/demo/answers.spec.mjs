// Every page gives the answers that are hidden in the demo data.
import { expect, test } from "../support/fixtures.mjs";
import { nps, responses, satisfied } from "../support/oracle.mjs";
import { PAGES, open } from "../support/places.mjs";
import { card, row } from "../support/shown.mjs";

const LATEST = ["2026-08", "2026-10"];
const percent = (share) => `${Math.round(share.value)}%`;

test("the overview says what to fix first, and why", async ({ page, demo }) => {
  await open(page, demo.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /Service health is \d\d of 100, up .* Patience is the weakest heart\. Fix Night service first\./,
  );
  const first = card(page, "Fix first").locator("ol > li");
  await expect(first).toHaveCount(3);
  await expect(first.nth(0)).toContainText("Night service");
  await expect(first.nth(0)).toContainText(/only \d+% found it easy/);
  await expect(first.nth(0)).toContainText(/Patience missed: \d\d of 100/);
  await expect(first.nth(1)).toContainText("Return instructions");
  const night = satisfied(responses(...LATEST, { touchpoint: "night-service" }));
  await expect(first.nth(0).locator(".value")).toHaveText(percent(night));
  await expect(first.nth(0).locator(".tip")).toContainText(`n = ${night.n} · 95% interval`);
});

test("the overview raises a red alert for the branch whose supervisor left", async ({ page, demo }) => {
  await open(page, demo.url);
  const alerts = card(page, "Open alerts");
  await alerts.getByRole("button", { name: /\d+ more/ }).click();
  const south = alerts.getByRole("listitem").filter({ hasText: "South branch" });
  await expect(south).toContainText("Red");
  await expect(south).toContainText("under its own baseline");
  await expect(south).toContainText(/by \w+ \d+, 2026/);
  const now = satisfied(responses("2026-08", "2026-10", { team: "branch-south" }));
  const moved = card(page, "Since the period before").locator(".movements li");
  await expect(moved).toHaveCount(1);
  await expect(moved).toContainText("South branch");
  await expect(moved).toContainText(percent(now));
  await expect(moved).toContainText("p < 0.001");
});

test("the overview counts what customers answered", async ({ page, demo }) => {
  await open(page, demo.url);
  const rows = responses(...LATEST);
  await expect(page.locator(".about")).toHaveText(
    `Aug 2026 to Oct 2026 · ${rows.length.toLocaleString("en")} responses`,
  );
  const changes = card(page, "Since the period before");
  await expect(row(changes, "NPS").locator(".value")).toHaveText(String(Math.round(nps(rows).value)));
  await expect(row(changes, "Satisfied").locator(".value")).toHaveText(percent(satisfied(rows)));
  await expect(card(page, "The five hearts").locator(".weakest")).toContainText("Patience");
});

test("the journeys' list names the coldest touchpoint of each", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.journeys);
  const journeys = page.getByRole("article");
  await expect(journeys).toHaveCount(3);
  const coldest = journeys.locator("dd").last();
  await expect(journeys.nth(0).locator("dd").last()).toHaveText("Night service");
  await expect(coldest).toHaveText("Return instructions");
  await coldest.getByRole("link").click();
  await expect(page).toHaveURL(/\/journeys\/outpatient-visit\?open=return-instructions$/);
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText("Return instructions");
});

test("the map draws the measured curve over the assumed one, and opens a touchpoint", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.map);
  const map = page.getByRole("grid");
  await expect(map.getByRole("columnheader", { name: "Room search" })).toBeVisible();
  for (const line of ["measured", "assumed", "ribbon"]) {
    await expect(map.locator(`path.${line}`)).toHaveAttribute("d", /^M[\d.]+ [\d.]+ .*[\d.]+/);
  }
  await map.getByRole("columnheader", { name: "Room search" }).click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Room search");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
});

test("a touchpoint's panel shows its figures, its trend and its comments", async ({ page, demo }) => {
  await open(page, `${demo.url + PAGES.map}?open=night-service`);
  const panel = page.getByRole("complementary");
  await expect(panel.locator(".heart-lines .missed")).toHaveText([/Care/, /Patience/, /Responsibility/]);
  for (const name of [/month by month/, /control chart/]) {
    await expect(panel.getByRole("img", { name }).locator("canvas")).toBeVisible();
  }
  await expect(panel.locator(".comments li").first()).toContainText("Oct 27, 2026");
  await panel.getByRole("link", { name: "All responses to this touchpoint" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responses · Night service");
});

test("the heat map shows the cold touchpoint, whatever it is set against", async ({ page, demo }) => {
  await open(page, `${demo.url + PAGES.heat}?sort=coldest`);
  const rows = page.getByRole("grid").getByRole("row");
  const night = responses(...LATEST, { touchpoint: "night-service" });
  await expect(rows.nth(1).getByRole("rowheader")).toContainText("Night service");
  await expect(rows.nth(1).getByRole("gridcell").first()).toHaveText(percent(satisfied(night)));
  await page.getByLabel("Columns").selectOption({ label: "Team" });
  await expect(rows.first()).toContainText("Front desk, night");
  await page.getByLabel("Find a touchpoint").fill("night");
  await expect(rows).toHaveCount(2);
});

test("the loop of hearts shows its weakest, and the ladder what is lacking", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.hearts);
  await expect(page.getByRole("img", { name: /Loop of the five hearts.*Weakest: Patience/ })).toBeVisible();
  await expect(page.locator(".chart canvas")).toBeVisible();
  const ladder = card(page, "Maturity ladder").locator("ol > li");
  await expect(ladder).toHaveText([
    /L1.*reached/,
    /L2.*reached/,
    /L3.*not reached/,
    /L4.*not reached/,
    /L5.*not reached/,
  ]);
  await expect(row(page, "Patience").filter({ hasText: "r 0." })).toContainText("→ Attentiveness");
});

test("the responses' page counts every answer", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.responses);
  await page.getByRole("combobox", { name: "Touchpoint" }).selectOption({ label: "Night service" });
  const night = responses(...LATEST, { touchpoint: "night-service" });
  await expect(page.locator(".about")).toContainText(`${night.length} responses`);
  const bars = page.locator(".distribution").filter({ hasText: "Satisfied" }).getByRole("row");
  const counts = [1, 2, 3, 4, 5].map((answer) => night.filter((one) => one.answers.csat === answer).length);
  for (const [place, count] of counts.entries()) {
    await expect(bars.nth(place).locator(".count").first()).toHaveText(String(count));
  }
});

test("the data page tells what was read", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.data);
  await expect(row(page, "Responses")).toContainText("20,000");
  await expect(page.getByText("3 journeys, 57 touchpoints")).toBeVisible();
  await expect(page.getByText("Nothing was wrong with any row.")).toBeVisible();
});

test("a path that leads nowhere leads back", async ({ page, demo }) => {
  await page.goto(demo.url + PAGES.nowhere);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  await page.getByRole("link", { name: "To the overview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Service health");
});

test("a touchpoint nobody knows is said to be missing, on its page and beside the map", async ({ page, demo }) => {
  await page.goto(`${demo.url}/responses?touchpoint=nobody`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such touchpoint");
  await page.goto(`${demo.url}${PAGES.map}?open=nobody`);
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("There is no such touchpoint");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
});

test("the file served for the folder is the overview too", async ({ page, demo }) => {
  await open(page, `${demo.url}/index.html`);
  await expect(page.locator(".health .number")).toBeVisible();
});

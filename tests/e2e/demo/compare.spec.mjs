// Two sides held against each other: what is claimed, what is not, and that the figures are the data's.
import { expect, test } from "../support/fixtures.mjs";
import { nps, responses, satisfied } from "../support/oracle.mjs";
import { PAGES, address, open } from "../support/places.mjs";

const LATEST = ["2026-08", "2026-10"];
const row = (page, name) => page.getByRole("table").getByRole("row", { name });
// A minus stands before what is below zero, no hyphen.
const signed = (value) => value.toFixed(1).replace("-", "−");
const percent = (share) => `${Math.round(share.value)}%`;

test("the branch whose supervisor left is told apart from another one", async ({ page, demo }) => {
  await open(page, `${demo.url}${PAGES.responses}`);
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare");
  await page.getByLabel("Sides by").selectOption("Team");
  await page.getByLabel(/^Held against/).selectOption("East branch");
  await page.getByLabel(/^Looked at/).selectOption("South branch");
  expect(address(page)).toBe("/responses/compare?by=team&a=branch-east&b=branch-south");
  const [east, south] = ["branch-east", "branch-south"].map((team) => responses(...LATEST, { team }));
  const satisfaction = row(page, /^Satisfied/).getByRole("cell");
  await expect(satisfaction.nth(0)).toContainText(`${percent(satisfied(east))}n = ${satisfied(east).n}`);
  await expect(satisfaction.nth(1)).toContainText(`${percent(satisfied(south))}n = ${satisfied(south).n}`);
  const difference = signed(satisfied(south).value - satisfied(east).value);
  await expect(satisfaction.nth(2).locator(".value")).toHaveText(difference);
  const loyalty = row(page, /^NPS/).getByRole("cell");
  await expect(loyalty.nth(2).locator(".value")).toHaveText(signed(nps(south).value - nps(east).value));
  await expect(row(page, /^Satisfied/).getByRole("rowheader")).toContainText("South branch is lower, by");
  await expect(page.getByText("Nobody drew lots for who is on which side.")).toBeVisible();
});

test("a date splits the period, and what chance could do is not claimed", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?period=2026-01..2026-10&at=2026-04-01`);
  const [before, after] = [responses("2026-01", "2026-03"), responses("2026-04", "2026-10")];
  const sides = page.locator(".side");
  await expect(sides.nth(0)).toContainText(`Jan 2026 to Mar 2026 · ${before.length.toLocaleString("en")} responses`);
  await expect(sides.nth(1)).toContainText(`Apr 2026 to Oct 2026 · ${after.length.toLocaleString("en")} responses`);
  await expect(page.getByText("What came after may come from the change you made")).toBeVisible();
  await expect(page.getByText("No difference may be claimed, nor that there is none").first()).toBeVisible();
  await page.getByLabel("From this day on").fill("2026-07-01");
  await expect(page).toHaveURL(/at=2026-07-01/);
  await expect(sides.nth(0)).toContainText("Jan 2026 to Jun 2026");
  await page.goBack();
  await expect(sides.nth(0)).toContainText("Jan 2026 to Mar 2026");
});

test("a date is typed digit by digit, and one way back undoes it", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?period=all`);
  const field = page.getByLabel("From this day on");
  await expect(field).toHaveValue("2026-10-01");
  await field.focus();
  await page.keyboard.type("09152026", { delay: 30 });
  await expect(field).toHaveValue("2026-09-15");
  await expect(page).toHaveURL(/at=2026-09-15/);
  await expect(page.locator(".side").nth(1)).toContainText("Sep 15, 2026 to");
  await expect(field).toBeFocused();
  // The arrows go on where they are, too.
  await page.keyboard.press("Shift+Tab");
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowUp");
  await expect(field).toHaveValue("2026-09-18");
  await page.goBack();
  await expect(field).toHaveValue("2026-10-01");
  await expect(page).not.toHaveURL(/at=/);
});

test("a date that is emptied says again what is compared", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?at=2026-09-15`);
  const field = page.getByLabel("From this day on");
  await field.focus();
  await page.keyboard.press("Backspace");
  await expect(field).toHaveValue("");
  await page.getByLabel("Sides by").focus();
  await expect(field).toHaveValue("2026-09-15");
  await expect(page.locator(".side").nth(1)).toContainText("Sep 15, 2026 to");
});

test("a filter by what the sides are chosen by is said to count for nothing", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?by=team&a=branch-east&b=branch-south&team=branch-west`);
  const said = page.getByText("The sides themselves are chosen by Team");
  await expect(said).toBeVisible();
  const filter = page.getByRole("form", { name: "Filters" }).getByRole("combobox", { name: "Team" });
  await expect(filter).toBeDisabled();
  await page.getByLabel("Sides by").selectOption("Before and after a date");
  await expect(filter).toBeEnabled();
  await expect(said).toHaveCount(0);
});

test("how the figures are computed can be read", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.compare);
  const source = page.getByText("Newcombe 1998");
  await expect(source).toBeHidden();
  await page.getByText("How is this computed?").click();
  await expect(source).toBeVisible();
});

test("a side nobody is on says so", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?by=team&a=branch-east&b=nobody`);
  await expect(page.getByRole("heading", { name: "Nothing to compare" })).toBeVisible();
  await expect(page.getByLabel(/^Looked at/)).toHaveValue("nobody");
  await open(page, `${demo.url}/responses/compare?period=2026-10&at=2020-01-01`);
  await expect(page.locator(".side").nth(0)).toContainText("no days of the period · 0 responses");
});

test("one value on both sides is no comparison, and a day that is none is said", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses/compare?by=team&a=branch-east&b=branch-east`);
  await expect(page.getByRole("heading", { name: "Both sides are the same" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await open(page, `${demo.url}/responses/compare?at=2026-02-30`);
  await expect(page.getByText("“2026-02-30” is no day.")).toBeVisible();
  expect(address(page)).toBe("/responses/compare?at=2026-02-30");
});

test("comments are found by what is in them", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.responses);
  const found = page.locator(".comments li");
  await expect(found).toHaveCount(60);
  await page.getByLabel("Find in comments").fill("NIGHT");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search=NIGHT/);
  await expect(found.first()).toContainText(/night/i);
  const count = await found.count();
  expect(count).toBeLessThan(60);
  for (const text of await found.locator("p:first-child").allTextContents()) expect(text).toMatch(/night/i);
  await expect(page.getByLabel("Find in comments")).toBeFocused();
  await page.getByLabel("Find in comments").fill("no such words");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("No comment here has “no such words” in it.")).toBeVisible();
  await page.goBack();
  await expect(found).toHaveCount(count);
});

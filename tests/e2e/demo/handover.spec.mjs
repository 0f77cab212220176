// Each part of the site is a program of its own; another takes its place as soon as a page of that is wanted.
import { expect, test } from "../support/fixtures.mjs";
import { PAGES, address, open, whole } from "../support/places.mjs";

const program = (name) => new RegExp(`/${name}(_bg)?-\\w+\\.(js|wasm)$`);
const KINDS = ["overview", "journeys", "analysis", "sources", "mapper"].map(program);
const NEXT = program("(journeys|analysis|sources|mapper)");

function fetched(page, kind) {
  const found = [];
  page.on("request", (request) => kind.test(request.url()) && found.push(request.url()));
  return found;
}

test("who only looks at the overview loads nothing else; who stirs has the rest ahead", async ({ page, demo }) => {
  const found = fetched(page, NEXT);
  await open(page, demo.url);
  await page.waitForLoadState("networkidle");
  expect(found).toEqual([]);
  await page.mouse.move(300, 300);
  await expect.poll(() => found.length).toBe(8);
  await page.waitForLoadState("networkidle");
  await page.getByRole("link", { name: "Hearts" }).click();
  await whole(page);
  expect(found.length, "nothing is loaded twice").toBe(8);
});

test("each program takes another's place when one of its pages is wanted, and is loaded once", async ({
  page,
  demo,
}) => {
  const found = KINDS.map((kind) => fetched(page, kind));
  const counts = () => found.map((one) => one.length);
  await open(page, demo.url + PAGES.journeys);
  expect(counts()).toEqual([0, 2, 0, 0, 0]);
  await page.getByRole("link", { name: "Data" }).click();
  await whole(page);
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.locator(".health .number")).toBeVisible();
  for (const [link, shown] of [
    ["Hearts", ".heart-loop, .loop"],
    ["Responses", ".distributions"],
    ["Overview", ".health .number"],
  ]) {
    await page.getByRole("link", { name: link, exact: true }).click();
    await expect(page.locator(shown).first()).toBeVisible();
    for (const only of ["main", "header", "h1"]) await expect(page.locator(only)).toHaveCount(1);
  }
  await expect.poll(counts).toEqual([2, 2, 2, 2, 2]);
});

test("the page that was asked for comes with its heading in focus, once, and the way back leads back", async ({
  page,
  demo,
}) => {
  await open(page, `${demo.url}/?segment=family&lang=en`);
  const health = await page.locator(".health .number").textContent();
  await page.getByRole("link", { name: "Journeys" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Journeys" })).toBeFocused();
  expect(address(page)).toBe("/journeys?segment=family&lang=en");
  await expect(page).toHaveTitle(/Journeys/);
  for (const only of ["main", "header", "h1"]) await expect(page.locator(only)).toHaveCount(1);
  await page.goBack();
  await expect(page.locator(".health .number")).toHaveText(health);
  expect(address(page)).toBe("/?segment=family&lang=en");
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Journeys" })).toBeVisible();
});

test("what was chosen on the overview holds elsewhere", async ({ page, demo }) => {
  await open(page, demo.url);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("combobox", { name: "主题" }).selectOption("dark");
  await page.getByRole("link", { name: "五心" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("combobox", { name: "主题" })).toHaveValue("dark");
});

test("the next program goes on hearing the engine, which reads nothing twice", async ({ page, demo }) => {
  const read = [];
  page.context().on("request", (request) => /\/demo\/.*json$/.test(request.url()) && read.push(request.url()));
  await open(page, demo.url);
  const before = read.length;
  await page.getByRole("link", { name: "Responses" }).click();
  await expect(page.locator(".about")).toContainText("responses");
  expect(read.length).toBe(before);
  await page.getByRole("combobox", { name: "Segment" }).selectOption({ label: "Families" });
  await expect.poll(() => address(page)).toContain("segment=family");
  await page.getByRole("button", { name: "Refresh" }).click();
  // Journeys, indicators and responses; sums for the meantime are wanted no more.
  await expect.poll(() => read.length).toBe(before + 3);
  await whole(page);
});

test.describe("without the next program", () => {
  test.use({ complaints: /Failed to load resource|net::ERR|Failed to fetch dynamically imported/ });

  test("it is said that the page could not be loaded, and loading it again works", async ({ page, demo }) => {
    await page.route(NEXT, (route) => route.abort());
    await open(page, demo.url);
    await page.getByRole("link", { name: "Journeys" }).click();
    await expect(page.getByRole("heading", { name: "This page could not be loaded" })).toBeVisible();
    expect(address(page)).toBe("/journeys");
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.locator(".health .number"), "what is there stays there").toBeVisible();
    await page.unroute(NEXT);
    await page.getByRole("link", { name: "Hearts" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.locator(".heart-loop, .loop").first()).toBeVisible();
  });

  test("the link to load again leads to the page that was asked for", async ({ page, demo }) => {
    await page.route(NEXT, (route) => route.abort());
    await open(page, demo.url);
    await page.getByRole("link", { name: "Data" }).click();
    const again = page.getByRole("link", { name: "Load again" });
    await expect(again).toBeVisible();
    await page.unroute(NEXT);
    await again.click();
    await whole(page);
    expect(address(page)).toBe("/data");
  });
});

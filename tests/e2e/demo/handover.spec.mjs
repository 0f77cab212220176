// The overview is a program of its own; the whole app takes its place as soon as another page is wanted.
import { expect, test } from "../support/fixtures.mjs";
import { PAGES, address, open, whole } from "../support/places.mjs";

const APP = /\/app(_bg)?-\w+\.(js|wasm)$/;

function fetched(page) {
  const found = [];
  page.on("request", (request) => APP.test(request.url()) && found.push(request.url()));
  return found;
}

test("who only looks at the overview does not load the app; who stirs has it ahead", async ({ page, demo }) => {
  const found = fetched(page);
  await open(page, demo.url);
  await page.waitForLoadState("networkidle");
  expect(found).toEqual([]);
  await page.mouse.move(300, 300);
  await expect.poll(() => found.length).toBe(2);
  await page.waitForLoadState("networkidle");
  await page.getByRole("link", { name: "Hearts" }).click();
  await whole(page);
  expect(found.length, "nothing is loaded twice").toBe(2);
});

test("a page opened by its link needs no overview first", async ({ page, demo }) => {
  const overview = [];
  page.on("request", (request) => request.url().includes("/overview") && overview.push(request.url()));
  await open(page, demo.url + PAGES.hearts);
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.locator(".health .number")).toBeVisible();
  expect(overview).toEqual([]);
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

test("what was chosen on the overview holds in the app", async ({ page, demo }) => {
  await open(page, demo.url);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("combobox", { name: "主题" }).selectOption("dark");
  await page.getByRole("link", { name: "五心" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("combobox", { name: "主题" })).toHaveValue("dark");
});

test("the app goes on hearing the engine, which reads nothing twice", async ({ page, demo }) => {
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

test.describe("without the app", () => {
  test.use({ complaints: /Failed to load resource|net::ERR|Failed to fetch dynamically imported/ });

  test("it is said that the page could not be loaded, and loading it again works", async ({ page, demo }) => {
    await page.route(APP, (route) => route.abort());
    await open(page, demo.url);
    await page.getByRole("link", { name: "Journeys" }).click();
    await expect(page.getByRole("heading", { name: "This page could not be loaded" })).toBeVisible();
    expect(address(page)).toBe("/journeys");
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.locator(".health .number"), "what is there stays there").toBeVisible();
    await page.unroute(APP);
    await page.getByRole("link", { name: "Hearts" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.locator(".heart-loop, .loop").first()).toBeVisible();
  });

  test("the link to load again leads to the page that was asked for", async ({ page, demo }) => {
    await page.route(APP, (route) => route.abort());
    await open(page, demo.url);
    await page.getByRole("link", { name: "Data" }).click();
    const again = page.getByRole("link", { name: "Load again" });
    await expect(again).toBeVisible();
    await page.unroute(APP);
    await again.click();
    await whole(page);
    expect(address(page)).toBe("/data");
  });
});

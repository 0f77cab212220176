// No page breaks a rule of WCAG 2.2 AA that a machine can check: in both themes and languages, on a desk
// and on a phone.
import AxeBuilder from "@axe-core/playwright";
import { serveOdd } from "./connections/odd_api.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { PAGES, STATES, open } from "./support/places.mjs";
import { configOf, serveSample } from "./support/sample.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCREENS = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

// Measuring every colour of a page takes its time.
test.describe.configure({ timeout: 60_000 });

// What is broken, where, and how badly, in a line each.
async function broken(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, any }) => `${impact} ${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`.trim()),
  );
}

async function expectNothing(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await broken(page), colorScheme).toEqual([]);
  }
}

function check(name, place, lang) {
  for (const [screen, size] of Object.entries(SCREENS)) {
    test(`${name} in ${lang} on a ${screen}`, async ({ page, demo }) => {
      await page.setViewportSize(size);
      await open(page, `${demo.url + place + (place.includes("?") ? "&" : "?")}lang=${lang}`);
      await expectNothing(page);
    });
  }
}

for (const [name, place] of Object.entries({ ...PAGES, ...STATES })) check(name, place, "en");
for (const [name, place] of Object.entries(PAGES)) check(name, place, "zh-CN");

test("the menus of the map", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.map);
  for (const menu of ["Lanes", "Compare segments"]) {
    await page.getByRole("button", { name: menu }).click();
    await expectNothing(page);
  }
});

test("a filtered page with too little to say", async ({ page, demo }) => {
  await open(page, `${demo.url}/responses?period=2024-11&segment=family&team=pharmacy`);
  await expectNothing(page);
});

test.describe("what goes wrong", () => {
  test.use({ complaints: /Failed to load resource/ });

  test("a failure and the form for a key", async ({ page, api, serveSite }) => {
    serveSample(api);
    api.on("/responses", { status: 401 });
    const site = await serveSite({ config: configOf(api.url, { connection: { auth: { kind: "bearer" } } }) });
    await page.goto(site.url);
    await page.getByLabel("Key", { exact: true }).fill("k3y");
    await page.getByRole("button", { name: "Use key" }).click();
    await expect(page.getByText("Responses could not be read.")).toBeVisible();
    await expect(page.getByLabel("Key", { exact: true })).toBeVisible();
    await expectNothing(page);
  });

  test("problems with rows", async ({ page, api, serveSite }) => {
    serveSample(api);
    api.json("/responses", [{ touchpoint: "moon", submitted_at: "2026-01-01" }]);
    const site = await serveSite({ config: configOf(api.url) });
    await open(page, `${site.url}/data`);
    await expectNothing(page);
  });

  test("forms for the keys of two connections", async ({ page, api, serveSite }) => {
    serveSample(api);
    const { connection } = configOf(api.url, { connection: { auth: { kind: "bearer" } } });
    const connections = ["One", "Two"].map((name) => ({ ...connection, name }));
    const site = await serveSite({ config: { connections } });
    await page.goto(`${site.url}/connections`);
    await expect(page.getByLabel("Key", { exact: true })).toHaveCount(2);
    await expectNothing(page);
  });
});

test.describe("a connection of one's own", () => {
  const opened = async (page, url, address) => {
    await page.goto(`${url}/connections`);
    await page.getByLabel("Address of an answer").fill(address);
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByRole("button", { name: "Take what is suggested" }).click();
    await expect(page.getByText(/rows looked at can be used/)).toBeVisible();
  };

  for (const [screen, size] of Object.entries(SCREENS)) {
    test(`described, with what it takes, on a ${screen}`, async ({ page, api, demo }) => {
      await page.setViewportSize(size);
      serveOdd(api);
      await opened(page, demo.url, `${api.url}/v2/surveys`);
      await page.getByLabel("Who asks").selectOption("session");
      await page.getByLabel("Takes responses").check();
      await page.getByRole("button", { name: "Try it" }).click();
      await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
      await expectNothing(page);
      await page.getByRole("link", { name: "All connections" }).click();
      await expect(page.getByRole("button", { name: "Duplicate" })).toBeVisible();
      await expectNothing(page);
    });
  }

  test("made of a file", async ({ page, demo }) => {
    await page.goto(`${demo.url}/connections`);
    const buffer = Buffer.from("touchpoint,when,nps\ndesk,2026-10-01,9\nroom,2026-10-02,4\n");
    await page.getByLabel("Import a file").setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer });
    await expect(page.getByRole("heading", { level: 2, name: "What is in it" })).toBeVisible();
    await expectNothing(page);
  });
});

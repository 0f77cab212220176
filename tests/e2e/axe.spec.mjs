// No page breaks a rule of WCAG 2.2 AA that a machine can check: in both themes and languages, on a desk
// and on a phone.
import AxeBuilder from "@axe-core/playwright";
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
});

// How an API takes what is written is said on the page, and can be taken back; no page of it shuts anybody out.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures.mjs";
import { connectionOf, imported, part, serveWritable } from "./writable_api.mjs";

test.describe.configure({ timeout: 60_000 });

test("an API is said to take responses, by the page alone", async ({ page, api, demo }) => {
  const world = serveWritable(api);
  await imported(page, demo.url, connectionOf(api.url, { writes: undefined }));
  const responses = part(page, "Takes responses");
  await responses.getByLabel("Takes responses").check();
  await expect(responses.getByLabel("Path", { exact: true })).toHaveValue("responses");
  await responses.getByLabel("Body", { exact: true }).fill("{");
  await responses.getByLabel("Body", { exact: true }).blur();
  await expect(responses.getByRole("alert")).toContainText("This is not JSON");
  await responses.getByLabel("Body", { exact: true }).fill('{"data": {"where": "$.touchpoint"}}');
  await responses.getByLabel("Id in the answer").fill("$.data.id");
  await responses.getByLabel("Header for the key of a record").fill("Idempotency-Key");
  await responses.getByRole("button", { name: "Try it" }).click();
  await responses.getByLabel("Touchpoint", { exact: true }).fill("desk");
  await responses.getByRole("button", { name: "Send" }).click();
  await expect(responses.getByRole("status").last()).toContainText("Its id there: r-1.");
  expect(world.writes[0].body).toEqual({ data: { where: "desk" } });

  await responses.getByLabel("Path", { exact: true }).fill("responses/{id");
  await responses.getByLabel("Path", { exact: true }).blur();
  await expect(responses).toContainText("At writes.responses.path:");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(responses.getByLabel("Path", { exact: true })).toHaveValue("responses");
  await responses.getByLabel("Takes responses").uncheck();
  await expect(responses.getByLabel("Path", { exact: true })).toHaveCount(0);
});

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectNothing(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const broken = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    expect.soft(broken, colorScheme).toEqual([]);
  }
}

test.describe("for everybody", () => {
  test.use({ complaints: /Failed to load resource/ });

  for (const [screen, viewport] of Object.entries({ desk: [1280, 900], phone: [390, 844] }))
    test(`what is tried, and what is chosen, on a ${screen}`, async ({ page, api, demo }) => {
      const [width, height] = viewport;
      await page.setViewportSize({ width, height });
      const world = serveWritable(api);
      await imported(page, demo.url, connectionOf(api.url));
      for (const name of ["Takes responses", "Takes cases", "Takes changes of journeys"]) {
        const kind = part(page, name);
        await kind.getByRole("button", { name: "Try it" }).click();
        await expect(kind.locator(".trial")).toBeVisible();
      }
      await part(page, "Takes responses").getByLabel("Touchpoint", { exact: true }).fill("desk");
      await part(page, "Takes responses").getByRole("button", { name: "Send" }).click();
      await expect(part(page, "Takes responses").getByRole("status").last()).toContainText("It was taken.");
      const journeys = part(page, "Takes changes of journeys");
      await journeys.getByRole("combobox", { name: "Journey", exact: true }).selectOption("A stay");
      await journeys.getByLabel("Name of the journey").fill("Mine");
      await expectNothing(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing is wider than the screen").toBe(
        width,
      );
      world.change((stay) => {
        stay.name.en = "Theirs";
      });
      await journeys.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNothing(page);
    });
});

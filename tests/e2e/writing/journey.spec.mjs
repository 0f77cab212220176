// A journey is changed: nothing unknown is lost, others' changes are kept, and where both changed the same one chooses.
import { expect, test } from "../support/fixtures.mjs";
import { connectionOf, imported, part, STAY, serveWritable } from "./writable_api.mjs";

async function opened(page, site, document) {
  await imported(page, site, document);
  const journeys = part(page, "Takes changes of journeys");
  await journeys.getByRole("button", { name: "Try it" }).click();
  await journeys.getByRole("combobox", { name: "Journey", exact: true }).selectOption("A stay");
  await journeys.getByRole("combobox", { name: "Touchpoint", exact: true }).selectOption("Front desk");
  return journeys;
}

const status = (part) => part.getByRole("status").last();

test("what is not changed stays, known or not", async ({ page, api, demo }) => {
  const world = serveWritable(api);
  const journeys = await opened(page, demo.url, connectionOf(api.url));
  await journeys.getByLabel("Name of the journey").fill("A short stay");
  await journeys.getByLabel("Assumed emotion").selectOption("-1");
  await expect(journeys.getByRole("region", { name: "What is sent" })).toContainText('If-Match: "1"');
  await journeys.getByRole("button", { name: "Send" }).click();
  await expect(status(journeys)).toContainText("It was taken.");
  await expect(status(journeys)).toContainText("all of it is there");
  const expected = structuredClone(STAY);
  expected.name.en = "A short stay";
  expected.stages[0].touchpoints[0].assumed_emotion = -1;
  expect(world.journeys.get("stay")).toEqual(expected);

  // The next change begins with the new revision.
  await expect(journeys.getByRole("region", { name: "What is sent" })).toContainText('If-Match: "2"');
});

test("without a revision that can be seen it is said", async ({ page, api, demo }) => {
  serveWritable(api);
  const document = connectionOf(api.url);
  const revision = { header: "X-Revision" };
  const writes = { journeys: { ...document.writes.journeys, revision } };
  const journeys = await opened(page, demo.url, { ...document, writes });
  await expect(journeys).toContainText("Its revision cannot be seen");
});

test.describe("somebody else was there", () => {
  test.use({ complaints: /Failed to load resource/ });

  test("with another field: both are kept, nobody is asked", async ({ page, api, demo }) => {
    const world = serveWritable(api);
    const journeys = await opened(page, demo.url, connectionOf(api.url));
    await journeys.getByLabel("Name of the touchpoint").fill("Reception");
    world.change((stay) => {
      stay.stages[0].touchpoints[0].assumed_emotion = 2;
      stay.colour = "blue";
    });
    await journeys.getByRole("button", { name: "Send" }).click();
    await expect(status(journeys)).toContainText("What others changed meanwhile was kept.");
    const { colour, stages } = world.journeys.get("stay");
    expect([colour, stages[0].touchpoints[0]]).toEqual([
      "blue",
      { id: "desk", name: "Reception", assumed_emotion: 2, price: 3.5 },
    ]);
  });

  test("again, while one chooses: what nobody has seen is asked about anew", async ({ page, api, demo }) => {
    const world = serveWritable(api);
    const journeys = await opened(page, demo.url, connectionOf(api.url));
    const name = (stay) => stay.stages[0].touchpoints[0].name;
    const rename = (to) =>
      world.change((stay) => {
        stay.stages[0].touchpoints[0].name = to;
      });
    await journeys.getByLabel("Name of the touchpoint").fill("Mine");
    rename("Theirs");
    await journeys.getByRole("button", { name: "Send" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Theirs: Theirs");
    await dialog.getByLabel(/^Mine/).check();
    rename("Unseen");
    await dialog.getByRole("button", { name: "Send what was chosen" }).click();
    await expect(dialog).toContainText("Theirs: Unseen");
    expect(name(world.journeys.get("stay"))).toBe("Unseen");
    await dialog.getByLabel(/^Mine/).check();
    await dialog.getByRole("button", { name: "Send what was chosen" }).click();
    await expect(status(journeys)).toContainText("It was taken.");
    expect(name(world.journeys.get("stay"))).toBe("Mine");
  });

  test("with the same fields: one chooses, by keyboard", async ({ page, api, demo }) => {
    const world = serveWritable(api);
    const journeys = await opened(page, demo.url, connectionOf(api.url));
    await journeys.getByLabel("Name of the touchpoint").fill("Reception");
    await journeys.getByLabel("Assumed emotion").selectOption("-2");
    world.change((stay) => {
      Object.assign(stay.stages[0].touchpoints[0], { name: "Lobby", assumed_emotion: 2 });
    });
    await journeys.getByRole("button", { name: "Send" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Somebody else has changed it too" });
    await expect(dialog).toBeVisible();
    const emotion = dialog.getByRole("group", { name: "Reception · Assumed emotion" });
    await expect(emotion.getByRole("radio")).toHaveCount(2);
    await expect(emotion).toContainText("It was: 1");
    const name = dialog.getByRole("group", { name: "Reception · Name" });
    await expect(name.getByRole("radio")).toHaveCount(3);
    await expect(dialog.getByRole("button", { name: "Send what was chosen" })).toBeDisabled();

    await emotion.getByLabel("Mine: -2").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await expect(name.getByLabel("Both")).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(dialog.getByRole("button", { name: "Send what was chosen" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(status(journeys)).toContainText("It was taken.");
    expect(world.journeys.get("stay").stages[0].touchpoints[0]).toEqual({
      id: "desk",
      name: "Lobby / Reception",
      assumed_emotion: -2,
      price: 3.5,
    });
    expect(world.writes.map(({ headers }) => headers["if-match"])).toEqual(['"1"', '"2"']);
  });

  test("who chooses nothing has changed nothing, and keeps what was written", async ({ page, api, demo }) => {
    const world = serveWritable(api);
    const journeys = await opened(page, demo.url, connectionOf(api.url));
    await journeys.getByLabel("Name of the touchpoint").fill("Reception");
    world.change((stay) => Object.assign(stay.stages[0].touchpoints[0], { name: "Lobby" }));
    await journeys.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(journeys.getByRole("button", { name: "Send" })).toBeFocused();
    await expect(journeys.getByLabel("Name of the touchpoint")).toHaveValue("Reception");
    expect(world.journeys.get("stay").stages[0].touchpoints[0].name).toBe("Lobby");
    expect(world.writes).toHaveLength(1);
  });
});

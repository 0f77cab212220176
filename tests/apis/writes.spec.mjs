// Other people's servers take a response and a change of a journey, as each of them says itself afterwards.
import { expect, test as base } from "../e2e/support/fixtures.mjs";
import { imported, part } from "../e2e/writing/writable_api.mjs";
import { started } from "./started.mjs";
import { SERVERS } from "./writes.mjs";

const test = base.extend({ started });

test.describe.configure({ timeout: 120_000 });
test.use({ complaints: /Failed to load resource/ });

const COMMENT = "Written by the page.";
const status = (kind) => kind.getByRole("status").last();

// Goes to the server's connection, with the key if it wants one.
async function connected(page, demo, { config, writes, login, isBearer, key }, server) {
  const { connection } = config(server.url, demo.url);
  await imported(page, demo.url, { format: "heartline/connection", version: 1, ...connection, writes });
  const typed = isBearer ? server.key : (key ?? login?.password);
  if (!typed) return;
  if (login) await page.getByLabel("User", { exact: true }).fill(login.user);
  await page.getByLabel(login ? "Password" : "Key", { exact: true }).fill(typed);
  await page.getByRole("button", { name: login ? "Sign in" : "Use key" }).click();
}

async function opened(page) {
  const journeys = part(page, "Takes changes of journeys");
  await journeys.getByRole("button", { name: "Try it" }).click();
  const choice = journeys.getByRole("combobox", { name: "Journey", exact: true });
  await expect(choice.locator("option").nth(1)).toBeAttached();
  const id = await choice.locator("option").nth(1).getAttribute("value");
  await choice.selectOption(id);
  await expect(journeys.getByRole("region", { name: "What is sent" })).toBeVisible();
  return { journeys, id };
}

const text = (name) => (typeof name === "string" ? name : name.en);

for (const [name, about] of Object.entries(SERVERS)) {
  test(`${name} takes a response`, async ({ page, demo, started }) => {
    const server = await started(about.serve);
    const of = about.isBearer ? server : server.url;
    await connected(page, demo, about, server);
    const responses = part(page, "Takes responses");
    await responses.getByRole("button", { name: "Try it" }).click();
    await responses.getByLabel("Touchpoint", { exact: true }).fill("lobby-test");
    await responses.getByLabel(/\(nps, 0–10\)/).fill("9");
    await responses.getByLabel("Comment", { exact: true }).fill(COMMENT);
    await expect(responses.getByRole("region", { name: "What is sent" })).toContainText(COMMENT);
    await responses.getByRole("button", { name: "Send" }).click();
    await expect(status(responses)).toContainText("It was taken.");
    if (about.writes.responses.read_back) await expect(status(responses)).toContainText("all of it is there");
    const taken = await about.responses(of, "lobby-test");
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ touchpoint: "lobby-test", answers: { nps: 9 }, comment: COMMENT });
  });

  if (!about.journey) continue;

  test(`${name} takes a change of a journey`, async ({ page, demo, started }) => {
    const server = await started(about.serve);
    await connected(page, demo, about, server);
    const { journeys, id } = await opened(page);
    const before = await about.journey(server.url, id);
    await journeys.getByLabel("Name of the journey").fill("Renamed by the page");
    await journeys.getByRole("button", { name: "Send" }).click();
    await expect(status(journeys)).toContainText("It was taken.");
    if (about.writes.journeys.read_back) await expect(status(journeys)).toContainText("all of it is there");
    const { name, ...after } = await about.journey(server.url, id);
    expect(text(name)).toBe("Renamed by the page");
    const own = ["name", "last_modified", "_rev"];
    const rest = (journey) => Object.fromEntries(Object.entries(journey).filter(([key]) => !own.includes(key)));
    expect(rest(after), "all else is as it was").toEqual(rest(before));
  });

  if (!about.change) continue;

  test(`${name} says that somebody else was there, and one chooses`, async ({ page, demo, started }) => {
    const server = await started(about.serve);
    await connected(page, demo, about, server);
    const { journeys, id } = await opened(page);
    await journeys.getByLabel("Name of the journey").fill("Mine");
    await about.change(server.url, id, (journey) => {
      if (typeof journey.name === "string") journey.name = "Theirs";
      else journey.name.en = "Theirs";
      journey.added = "by somebody else";
    });
    await journeys.getByRole("button", { name: "Send" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await dialog.getByLabel("Both").check();
    await dialog.getByRole("button", { name: "Send what was chosen" }).click();
    await expect(status(journeys)).toContainText("It was taken.");
    const after = await about.journey(server.url, id);
    expect([text(after.name), after.added]).toEqual(["Theirs / Mine", "by somebody else"]);
  });
}

// Text from an API is text, whatever is written in it.
import { OPEN } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { open, whole } from "../support/places.mjs";
import { configOf } from "../support/sample.mjs";

test.use({ complaints: /Failed to load resource/ });

const EVIL = `"><img src=x onerror="alert('in')"><script>alert("in")</script><a href="javascript:alert('in')">x</a>{{7*7}}`;
const LINK = "javascript:alert('in')";
const evil = (name) => `${name} ${EVIL}`;

const touchpoint = {
  id: evil("id"),
  ...Object.fromEntries(
    ["name", "channel", "action", "thought", "backstage", "support", "as_is", "to_be"].map((field) => [
      field,
      evil(field),
    ]),
  ),
  owner: { responsible: evil("r"), accountable: evil("a"), consulted: evil("c"), informed: evil("i") },
  hearts: ["care", evil("heart")],
  pains: [evil("pain"), LINK],
  opportunities: [evil("chance")],
  standards: [{ scene: evil("scene"), behaviour: evil("behaviour"), effect: evil("effect") }],
  sub_journey: LINK,
  importance: 9,
};

const journey = {
  id: "shop",
  name: evil("journey"),
  scenario: evil("scenario"),
  personas: [{ id: "p", name: evil("persona"), description: evil("description"), segment: evil("segment") }],
  stages: [{ id: evil("stage"), name: evil("stage"), touchpoints: [touchpoint] }],
};

const response = (place) => ({
  touchpoint: touchpoint.id,
  submitted_at: `2026-03-0${1 + (place % 9)}`,
  segment: evil("segment"),
  channel: evil("channel"),
  team: evil("team"),
  comment: evil("comment"),
  answers: { csat: 1 + (place % 3), nps: place % 6, care: 1 },
});

// A wrong row, to be quoted on the page of data.
const wrong = { ...response(1), submitted_at: EVIL };

const indicator = {
  id: evil("id"),
  name: evil("indicator"),
  unit: EVIL,
  heart: "care",
  target: 5,
  readings: [{ period: "2026-03", value: 9 }],
};

const id = encodeURIComponent;
const PLACES = [
  "/",
  "/journeys",
  `/journeys/shop?open=${id(touchpoint.id)}&overlay=${id(evil("segment"))}`,
  "/journeys/shop?table=1&lanes=action,thought,channel,hearts,pains,opportunities,backstage,support,owner",
  "/journeys/shop/heat?by=team",
  `/journeys/shop/heat?table=1&search=${id("<img src=x onerror=alert(1)>")}`,
  "/hearts",
  "/responses",
  `/responses?team=${id(EVIL)}`,
  "/data",
  `/journeys/${id(EVIL)}`,
  `/${id(EVIL)}`,
];

// What a page would hold if a text had become more than that.
const injected = (page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll("a[href]")].filter((a) => !/^https?:$/.test(a.protocol));
    const made = document.querySelectorAll(
      "img, body script:not([src]), iframe, object, embed, [onerror], [onclick], [onload]",
    );
    return [...links, ...made].map((element) => element.outerHTML);
  });

test("texts of every field stay texts on every page", async ({ page, api, serveSite }) => {
  test.setTimeout(60_000);
  api.json("/journeys", [journey]);
  api.json("/responses", [...Array.from({ length: 60 }, (_, place) => response(place)), wrong]);
  api.json("/indicators", [indicator]);
  const config = configOf(api.url, {
    connection: { name: evil("connection") },
    feeds: { indicators: { path: "indicators", rows: "$[*]" } },
  });
  const site = await serveSite({ config });
  for (const place of PLACES) {
    await page.goto(site.url + place);
    await expect(page.getByRole("banner")).toContainText(evil("connection"));
    await whole(page);
    expect(await injected(page), place).toEqual([]);
  }
  await page.goto(`${site.url}/responses`);
  await expect(page.locator(".comments li").first()).toContainText(evil("comment"));
});

test("what an API says of its errors stays text", async ({ page, api, serveSite }) => {
  api.json("/journeys", [journey]);
  api.on("/responses", { status: 500, headers: OPEN, type: "text/html", body: EVIL });
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(site.url);
  await expect(page.locator("section").filter({ hasText: "It said:" })).toContainText(EVIL);
  api.on("/responses", { headers: OPEN, type: "text/html", body: `<p>${EVIL}` });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("section").filter({ hasText: "not JSON" })).toContainText(`<p>"><img src=x`);
  expect(await injected(page)).toEqual([]);
});

test.describe("the page's policy", () => {
  test.use({ complaints: /violates the following Content Security Policy directive/ });

  test("lets no script run that is not the site's own", async ({ page, demo }) => {
    await open(page, demo.url);
    await page.evaluate(() => {
      const script = document.body.appendChild(document.createElement("script"));
      script.textContent = "globalThis.injected = true";
      document.body.insertAdjacentHTML(
        "beforeend",
        `<button id="evil" onclick="globalThis.injected = true">x</button>`,
      );
      document.getElementById("evil").click();
    });
    expect(await page.evaluate(() => globalThis.injected)).toBeUndefined();
  });
});

test("what a configuration gets wrong stays text", async ({ page, serveSite }) => {
  const site = await serveSite({ config: { [EVIL]: 1 } });
  await page.goto(site.url);
  await expect(page.getByText("config.json cannot be used")).toBeVisible();
  await expect(page.getByText(`At ${EVIL}`)).toBeVisible();
  expect(await injected(page)).toEqual([]);
});

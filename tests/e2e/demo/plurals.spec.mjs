// One of a thing is said as one, and none of it is not counted.
import { expect, test } from "../support/fixtures.mjs";
import { open } from "../support/places.mjs";
import { configOf, journeys, response } from "../support/sample.mjs";
import { texts } from "../support/shown.mjs";

const THINGS =
  "journeys|touchpoints|responses|answers|questions|rows|values|tests|months|risks|cells|features|respondents|indicators";
const WRONG = new RegExp(`(?<![\\d.,])(1 (${THINGS})|1 (have|lack|answered .* are)|0 (questions|tests))\\b`);

// One journey of two touchpoints, one of which was answered once; nothing else is known of either.
const [{ stages, ...shop }] = journeys;
const [one, other] = stages[0].touchpoints;
const risks = [{ name: { en: "It is late" } }];
const small = [
  {
    ...shop,
    stages: [
      {
        ...stages[0],
        touchpoints: [
          { ...one, risks },
          { ...other, importance: 99 },
        ],
      },
    ],
  },
];

const PLACES = [
  "/",
  "/journeys",
  "/journeys/shop?open=order",
  "/journeys/shop/heat?period=all&search=order",
  "/journeys/shop/heat?period=all&view=priority",
  "/journeys/shop/heat?view=risk",
  "/hearts",
  "/responses?period=all",
  "/responses/compare?period=all&at=2026-01-02",
  "/responses/compare?by=segment",
  "/data",
];

test("one of a thing is said as one", async ({ page, api, serveSite }) => {
  api.json("/journeys", small);
  const { csat, ...more } = response(0).answers;
  api.json("/responses", [{ ...response(0), answers: { csat, ...more, care: 9 } }, { touchpoint: "moon" }]);
  const site = await serveSite({ config: configOf(api.url) });
  for (const place of PLACES) {
    await open(page, site.url + place);
    const wrong = (await texts(page)).filter((text) => WRONG.test(text));
    expect.soft(wrong, place).toEqual([]);
  }
  await expect(page.getByText("1 journey, 2 touchpoints")).toBeVisible();
});

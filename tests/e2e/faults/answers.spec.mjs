// An API that answers with an error, or not at all: which feed it is, why, and what to do.
import { serveApi, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

// A browser writes every failed request to its console.
test.use({ complaints: /Failed to load resource|blocked by CORS policy/ });

const says = (status, body = "") => ({ status, body });

// What the API answers, and what is then said.
const ANSWERS = {
  401: [says(401), /wants to know who asks \(401\), and the connection does not say how.*auth in config\.json\./],
  403: [says(403), /may not read this \(403\)\. Ask whoever runs the API/],
  404: [says(404), /nothing at this address \(404\)\. Check the connection's base_url and the feed's path\./],
  429: [says(429), /too many requests \(429\)\. Wait a little, then try again/],
  418: [says(418), /refuses the request \(418\)\. Check the feed's path and query/],
  500: [
    says(500, "no such table: answers"),
    /itself failed \(500\)\. Try again later.*It said: no such table: answers/,
  ],
  503: [says(503), /itself failed \(503\)\. Try again later/],
  "no permission for other sites": [
    { headers: {}, body: "[]" },
    /does not allow this site \(CORS\).*Access-Control-Allow-Origin/,
  ],
  "a broken connection": [(_, response) => response.destroy(), /No answer came\./],
};

for (const [name, [answer, words]] of Object.entries(ANSWERS)) {
  test(`${name}: the feed is named, with what to do, and trying again helps`, async ({ page, api, serveSite }) => {
    serveSample(api);
    api.on("/responses", answer);
    const site = await serveSite({ config: configOf(api.url) });
    await page.goto(site.url);
    const notice = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Responses could not be read." }) });
    await expect(notice).toContainText(words);
    await expect(notice).toContainText(`${api.url}/responses`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("There is too little data for a health index.");

    await notice.getByRole("link", { name: "See what was read" }).click();
    await expect(page.getByRole("row").filter({ hasText: `${api.url}/responses` })).toContainText("failed");
    await expect(page.getByRole("row").filter({ hasText: `${api.url}/journeys` })).toContainText("read");

    api.on("/responses", json(responses()));
    await notice.getByRole("button", { name: "Try again" }).click();
    await whole(page);
    await expect(notice).toHaveCount(0);
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.locator(".about")).toContainText("300 responses");
  });
}

test("an API that is down is named, and found again when it is up", async ({ page, serveSite, watched }) => {
  const api = await serveApi();
  watched.allow(api.url);
  await api.close();
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/journeys`);
  await expect(page.getByRole("heading", { name: "Journeys, Responses could not be read." })).toBeVisible();
  await expect(page.locator("section").filter({ hasText: "/journeys" })).toContainText(/No answer came.*or it is down/);
  await expect(page.getByRole("heading", { name: "There are no journeys yet" })).toBeVisible();
});

test("a failure while figures are shown leaves them", async ({ page, api, serveSite }) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  api.on("/responses", says(500));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  await expect(page.getByText("What was read before is still shown.")).toBeVisible();
  await expect(page.locator(".about")).toContainText("300 responses");
});

test("what goes wrong is said in Chinese too", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", says(429));
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/?lang=zh-CN`);
  await expect(page.getByRole("heading", { name: "反馈未能读取。" })).toBeVisible();
  await expect(page.getByText("请求过于频繁（429）。请稍候再试。")).toBeVisible();
});

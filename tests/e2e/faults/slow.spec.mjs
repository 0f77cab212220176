// An API that takes its time: the page can be used meanwhile, and the reading can be stopped.
import { OPEN, end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, responses, serveSample } from "../support/sample.mjs";

const rows = responses();

// An answer that waits until it is let go.
function held(write) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  return { release, answer: (_, response) => write(response, released) };
}

test("while the first byte is waited for, pages can be used; figures follow", async ({ page, api, serveSite }) => {
  serveSample(api);
  const slow = held(async (response, released) => {
    await released;
    end(response, json(rows));
  });
  api.on("/responses", slow.answer);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/journeys/shop`);
  await expect(page.locator("header .reading")).toContainText("Reading responses: 0");
  await expect(page.getByRole("columnheader", { name: "Delivery" })).toBeVisible();
  await page.getByRole("columnheader", { name: "Delivery" }).click();
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText("Delivery");
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responses");
  slow.release();
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
});

test("a reading can be stopped before the first byte has come", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", () => {});
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/journeys`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByText("The reading was stopped.")).toBeVisible();
});

test("figures grow while rows arrive, and the reading can be stopped", async ({ page, api, serveSite }) => {
  serveSample(api);
  const text = JSON.stringify(rows);
  const half = text.indexOf('{"id":"r150"');
  const slow = held(async (response, released) => {
    response.writeHead(200, { "content-type": "application/json", ...OPEN });
    response.write(text.slice(0, half));
    await released;
    response.end();
  });
  api.on("/responses", slow.answer);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await expect(page.locator("header .reading")).toContainText("Reading responses: 150");
  await expect(page.locator(".about")).toContainText("150 responses");
  await page.getByRole("button", { name: "Stop reading" }).click();
  const notice = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "The reading was stopped." }) });
  await expect(notice).toContainText("Responses: the 150 rows that came count, the rest is missing.");
  await expect(page.getByRole("button", { name: "Refresh" }), "the focus is not lost with the button").toBeFocused();
  await expect(page.locator("header .reading")).toContainText("Not whole: 150 rows read");
  await expect(page.locator(".about")).toContainText("150 responses");
  slow.release();
  api.json("/responses", rows);
  await notice.getByRole("button", { name: "Read again" }).click();
  await whole(page);
  await expect(page.locator(".about")).toContainText("300 responses");
  await expect(notice).toHaveCount(0);
});

test("a reading that is stopped asks for nothing more", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/journeys", () => {});
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/data`);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByRole("heading", { name: "The reading was stopped." })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Stop reading" })).toHaveCount(0);
  expect(api.asked.map(({ path }) => path)).not.toContain("/responses");
});

test("a refresh that is stopped leaves the whole figures and says how old they are", async ({
  page,
  api,
  serveSite,
}) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  const read = await page.locator("header .reading").textContent();
  api.on("/responses", (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...OPEN });
    response.write(JSON.stringify(responses(600)).slice(0, 20_000));
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.locator("header .reading")).toContainText(/Reading again: [1-9]/);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByText(/What was read before is still shown\. It was read .*20\d\d/)).toBeVisible();
  await expect(page.locator("header .reading")).toHaveText(read);
  await expect(page.locator(".about")).toContainText("300 responses");
});

test("a server that falls silent is given up, and what it said before counts", async ({ page, api, serveSite }) => {
  serveSample(api);
  const text = JSON.stringify(rows);
  api.on("/responses", (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...OPEN });
    response.write(text.slice(0, text.indexOf('{"id":"r40"')));
  });
  const site = await serveSite({ config: configOf(api.url, { connection: { timeout_seconds: 1 } }) });
  await page.goto(`${site.url}/responses`);
  const notice = page.locator("section").filter({ hasText: "Responses could not be read whole." });
  await expect(notice).toContainText("silent for 1 s");
  await expect(notice).toContainText("Responses: the 40 rows that came count, the rest is missing.");
  await expect(page.locator(".about")).toContainText("40 responses");
});

test("a server that stays silent is given up after its time", async ({ page, api, serveSite }) => {
  serveSample(api);
  api.on("/responses", () => {});
  const site = await serveSite({ config: configOf(api.url, { connection: { timeout_seconds: 1 } }) });
  await page.goto(site.url);
  await expect(page.getByRole("heading", { name: "Responses could not be read." })).toBeVisible();
  await expect(
    page.getByText("silent for 1 s. Try again later, or raise the connection's timeout_seconds"),
  ).toBeVisible();
});

test("reading anew asks the server, whatever the browser has kept", async ({ page, api, serveSite }) => {
  serveSample(api);
  // Without a word on how long it holds, a browser keeps what has not changed for long.
  const headers = { ...OPEN, "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" };
  api.on("/responses", { headers, ...json(rows) });
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  api.on("/responses", { headers, ...json(responses(600)) });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.locator(".about")).toContainText("600 responses");
});

test("reading anew leaves the old figures until the new ones are whole", async ({ page, api, serveSite }) => {
  serveSample(api);
  const site = await serveSite({ config: configOf(api.url) });
  await page.goto(`${site.url}/responses`);
  await whole(page);
  const slow = held(async (response, released) => {
    await released;
    end(response, json(responses(600)));
  });
  api.on("/responses", slow.answer);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.locator("header .reading")).toContainText("Reading again");
  await expect(page.locator(".about")).toContainText("300 responses");
  slow.release();
  await expect(page.locator(".about")).toContainText("600 responses");
});

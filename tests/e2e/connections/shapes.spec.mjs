// Answers of other shapes: packed in a text, in codes that another list explains, in columns.
import { end, json } from "../support/api.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, serveSample } from "../support/sample.mjs";

const FORMS = ["order", "delivery", "return"];
const COUNT = 60;

// A survey tool that is asked by JSON-RPC, and answers with an export in Base64: forms and choices are numbers there.
function servePacked(api, { forms = servedForms } = {}) {
  serveSample(api);
  const row = (place) => ({
    id: place,
    day: "2026-03-01 12:00:00",
    form: 70 + (place % 3),
    choice: place % 4 ? 905 : 901,
    // Codes look like numbers: this one must not pass for a score.
    nps: place === 0 ? 7 : 910,
  });
  const rows = Array.from({ length: COUNT }, (_, place) => row(place));
  const result = Buffer.from(JSON.stringify({ responses: rows })).toString("base64");
  api.post("/rpc", ({ id }) => json({ id, result, error: null }));
  api.on("/forms", forms);
  const choice = (id, weight) => ({ id, weight });
  const choices = [choice(901, 1), choice(905, 5), choice(910, 10)];
  api.json("/questions", { pages: [{ questions: [{ choices }, {}] }] });
}

// The names of forms, one a page.
function servedForms(request, response) {
  const page = Number(new URL(request.url, "http://api").searchParams.get("page"));
  const title = FORMS[page - 1];
  end(response, json({ items: title ? [{ id: 69 + page, title }] : [] }));
}

const packed = (url) =>
  configOf(url, {
    feeds: {
      responses: {
        path: "rpc",
        body: { method: "export", id: 1 },
        inside: { path: "$.result", form: "base64" },
        rows: "$.responses[*]",
        lookups: {
          forms: {
            path: "forms",
            rows: "$.items[*]",
            key: "$.id",
            value: "$.title",
            paging: { kind: "page", page: "page" },
          },
          choices: { path: "questions", rows: "$.pages[*].questions[*].choices[*]", key: "$.id", value: "$.weight" },
        },
        fields: {
          touchpoint: { path: "$.form", lookup: "forms" },
          submitted_at: "$.day",
          answers: {
            csat: { path: "$.choice", lookup: "choices" },
            nps: { path: "$.nps", lookup: "choices" },
          },
        },
      },
    },
  });

test("an export in Base64 is read, and its codes are looked up in other lists", async ({ page, api, serveSite }) => {
  servePacked(api);
  const site = await serveSite({ config: packed(api.url) });
  await page.goto(`${site.url}/responses?period=all`);
  await whole(page);
  await expect(page.locator(".about").first()).toContainText(`${COUNT} responses`);
  // All who answered are promoters; the code that stands for nothing is no answer.
  await expect(page.locator(".distribution", { hasText: "NPS" })).toContainText("100");
  const asked = api.asked.filter(({ method }) => method !== "OPTIONS").map(({ path }) => path);
  const rows = asked.indexOf("/rpc");
  expect(asked.slice(0, rows)).toEqual(expect.arrayContaining(["/forms", "/questions"]));
  expect(asked.slice(rows)).toEqual(["/rpc"]);
  await page.goto(`${site.url}/data`);
  await expect(page.locator("main")).toContainText("the lookup does not know it");
});

test("without what explains its codes a feed is not read", async ({ page, api, serveSite }) => {
  servePacked(api, { forms: json({ error: "no such list" }) });
  const site = await serveSite({ config: packed(api.url) });
  await page.goto(site.url);
  const notice = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Responses could not be read." }) });
  await expect(notice).toContainText("The lookup “forms” could not be read");
  await expect(notice).toContainText("found: error: no such list");
  await expect(notice).toContainText(`${api.url}/forms`);
  expect(api.asked.some(({ path }) => path === "/rpc")).toBe(false);
});

test("columns are found, and one survey is one touchpoint", async ({ page, api, demo }) => {
  const of = (value) => Array.from({ length: 40 }, (_, place) => value(place));
  const columns = {
    ref: of((n) => `r${n}`),
    created_at: of((n) => 1_764_547_200 + n * 86_400),
    nps: of((n) => n % 11),
  };
  api.json("/columns", columns);
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/columns`);
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Take what is suggested" }).click();
  await expect(page.getByLabel("Rows are at")).toHaveValue("columns $");
  await expect(page.getByLabel("Path of When it was given")).toHaveValue("$.created_at");
  await page.getByRole("button", { name: `"${new URL(api.url).host}"`, exact: true }).click();
  await expect(page.getByText("40 of the 40 rows looked at can be used.")).toBeVisible();
  await page.getByLabel("Path of Touchpoint", { exact: true }).fill('"till"');
  await page.getByLabel("Path of Touchpoint", { exact: true }).press("Tab");
  await expect(page.getByText("40 of the 40 rows looked at can be used.")).toBeVisible();
  await page.getByRole("button", { name: "Read from here" }).click();
  await whole(page);
  await page.getByRole("link", { name: "Journeys" }).click();
  await page.getByRole("link", { name: "All touchpoints" }).click();
  await expect(page.getByRole("columnheader", { name: "till" })).toBeVisible();
});

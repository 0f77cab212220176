// From the address of an API to a drawn map, by the page alone.
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { serveOdd } from "./odd_api.mjs";

// A page that counts what its reader clicks.
function counted(page) {
  let clicks = 0;
  return {
    click: async (locator) => {
      clicks += 1;
      await locator.click();
    },
    clicks: () => clicks,
    button: (name) => page.getByRole("button", { name, exact: true }),
    link: (name) => page.getByRole("link", { name, exact: true }),
  };
}

async function lookAt(page, address) {
  await page.getByLabel("Address of an answer").fill(address);
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "What it answers" })).toBeVisible();
}

test("an address becomes a map in under twenty clicks", async ({ page, api, demo }) => {
  serveOdd(api);
  const reader = counted(page);
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/v2/surveys`);
  await reader.click(reader.button("Look at it"));
  await expect(page.getByLabel("Rows are at")).toBeVisible();
  await reader.click(reader.button("Take what is suggested"));
  await expect(page.getByText("120 of the 120 rows looked at can be used.")).toBeVisible();
  await expect(page.getByLabel("Rows are at")).toHaveValue("$.data.items[*]");
  await expect(page.getByLabel("Path of Touchpoint")).toHaveValue("$.where.id");
  await expect(page.getByLabel("Path of When it was given")).toHaveValue("$.when");
  await expect(page.getByLabel("Path of Answer: nps")).toHaveValue("$.answers[?@.q=='nps'].v");

  await reader.click(reader.button("Read from here"));
  await whole(page);
  await expect(page.locator("header .connection .name")).toHaveText(new URL(api.url).host);
  await reader.click(reader.link("Journeys"));
  await reader.click(page.getByRole("link", { name: "All touchpoints" }));
  for (const place of ["check-in", "breakfast", "check-out"])
    await expect(page.getByRole("columnheader", { name: place })).toBeVisible();
  expect(reader.clicks()).toBeLessThan(20);

  // What it says is what was sent: 40 of the answers are 4s, the others 9s.
  await page.goto(`${demo.url}/responses?period=all`);
  await expect(page.locator(".about").first()).toContainText("120 responses");
  // (80 promoters − 40 detractors) of 120.
  await expect(page.locator(".distribution", { hasText: "NPS" })).toContainText("33");

  // It is still in use when the page is opened again, and the site's own can be had back.
  await page.goto(`${demo.url}/connections`);
  await expect(page.locator(".connection-card.used")).toContainText(api.url);
  await page.getByRole("button", { name: "Read from here" }).click();
  await whole(page);
  await expect(page.locator("header .connection .name")).toHaveText("Demo data");
});

test("a field is given what is clicked in the answer", async ({ page, api, demo }) => {
  serveOdd(api);
  await page.goto(`${demo.url}/connections`);
  await lookAt(page, `${api.url}/v2/surveys`);
  await page.getByRole("button", { name: "Team", exact: true }).click();
  await page
    .getByRole("button", { name: /^who:? / })
    .first()
    .click();
  await expect(page.getByLabel("Path of Team")).toHaveValue("$.who");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Path of Team")).toHaveValue("");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.getByLabel("Path of Team")).toHaveValue("$.who");
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Path of Team")).toHaveValue("");
});

test("what is wrong with rows is said beside them", async ({ page, api, demo }) => {
  api.json("/rows", [
    { touchpoint: "desk", submitted_at: "2026-10-01", answers: { nps: 9 } },
    { touchpoint: "desk", submitted_at: "soon", answers: { nps: 9 } },
    { touchpoint: "desk", submitted_at: "2026-10-02", answers: { nps: "many" } },
  ]);
  await page.goto(`${demo.url}/connections`);
  await lookAt(page, `${api.url}/rows`);
  await page.getByLabel("Rows are at").fill("$[*]");
  await page.keyboard.press("Enter");
  await page.getByLabel("Rows are at").blur();
  await expect(page.getByText("2 of the 3 rows looked at can be used.")).toBeVisible();
  const lost = page.locator("tr.lost");
  await expect(lost).toHaveCount(1);
  await expect(lost).toContainText("not a date");
  await expect(page.locator(".found-wrong")).toContainText("not a number");
});

test("an answer that is pasted can be described all the same", async ({ page, demo }) => {
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill("/nothing/here.json");
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("The API cannot be reached from a browser?").click();
  await page
    .getByLabel(/Paste an answer/)
    .fill('[{"touchpoint":"desk","submitted_at":"2026-10-01","answers":{"nps":9}}]');
  await page.getByLabel(/Paste an answer/).blur();
  await expect(page.getByText(/pasted\./)).toBeVisible();
  await page.getByRole("button", { name: "$[*]" }).click();
  await expect(page.getByText("1 of the 1 rows looked at can be used.")).toBeVisible();
});

test("what is known of a kind of API is filled in, its pages are read", async ({ page, api, demo }) => {
  const rows = Array.from({ length: 1200 }, (_, place) => ({
    touchpoint: `t${place % 3}`,
    submitted_at: "2026-10-01",
    answers: { nps: place % 11 },
  }));
  api.on("/rows", (request, response) => {
    const query = new URL(request.url, "http://api").searchParams;
    const [number, size] = [Number(query.get("_page") ?? 1), Number(query.get("_per_page") ?? 10)];
    const last = Math.ceil(rows.length / size);
    const body = {
      first: 1,
      next: number < last ? number + 1 : null,
      last,
      pages: last,
      items: rows.length,
      data: rows.slice((number - 1) * size, number * size),
    };
    response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
    response.end(JSON.stringify(body));
  });
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/rows`);
  await page.getByLabel("It is").selectOption("json-server 1");
  await expect(page.getByText("The address of a resource.")).toBeVisible();
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByLabel("Rows are at")).toHaveValue("$.data[*]");
  await page.getByRole("button", { name: "Read from here" }).click();
  await whole(page);
  await page.getByRole("link", { name: "Responses", exact: true }).click();
  await expect(page.locator(".about").first()).toContainText("1,200 responses");
  expect(api.asked.filter(({ query }) => query._per_page === "500").map(({ query }) => query._page)).toEqual(
    expect.arrayContaining(["1", "2", "3"]),
  );
});

// A file in the place of an API: what it says is what the same rows say that an API gives, and it stays on the device.
import { csvOf, drag, fileOf, filesKept } from "../support/files.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { texts } from "../support/shown.mjs";

const PLACES = ["前台", "客房", "早餐"];

// What a spreadsheet of a hotel may hold: everything is a text, some of it with what separates values.
const row = (place) => ({
  编号: `r${place}`,
  触点: PLACES[place % PLACES.length],
  提交时间: `2026/${1 + (place % 3)}/${1 + (place % 27)} 8:05`,
  推荐意愿: String(place % 3 === 1 ? 4 : 9),
  客群: place % 2 ? "家庭" : "商务",
  意见: place % 5 ? null : `等了一会儿; 然后\n"还不错",第 ${place} 次`,
});
const rows = (count = 120) => Array.from({ length: count }, (_, place) => row(place));

const button = (page, name) => page.getByRole("button", { name, exact: true });
const card = (page, name) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
const importing = (page) => page.getByLabel("Import a file");

async function choose(page, url, file) {
  await page.goto(`${url}/connections`);
  await importing(page).setInputFiles(file);
  await expect(page.getByRole("heading", { level: 2, name: "What is in it" })).toBeVisible();
}

// Takes what is suggested, and reads from there.
async function readFrom(page, count = 120) {
  await button(page, "Take what is suggested").click();
  await expect(page.getByText(`${count} of the ${count} rows looked at can be used.`)).toBeVisible();
  await button(page, "Read from here").click();
  await whole(page);
}

// What pages say of the figures. What an API and a file are called is told elsewhere.
async function figures(page, url) {
  const all = {};
  for (const place of ["/", "/journeys", "/responses?period=all"]) {
    await page.goto(url + place);
    await whole(page);
    all[place] = (await texts(page)).filter((text) => !/Read |api|hotel/.test(text));
  }
  return all;
}

const responses = (page) => page.locator(".about").first();

test("a table that is chosen says what the same rows say from an API", async ({ page, api, demo, newReader }) => {
  await choose(page, demo.url, fileOf("hotel.csv", `\ufeff${csvOf(rows(), ";")}`));
  await expect(page.getByLabel("Rows are at")).toHaveValue("csv");
  await expect(page.getByText("A table; its first line names the columns.")).toBeVisible();
  for (const words of ["CORS", "Path", "Key", "Proxy"])
    await expect(page.getByText(words, { exact: true })).toHaveCount(0);
  await readFrom(page);
  await expect(page.locator("header .connection .name")).toHaveText("hotel");
  const ofFile = await figures(page, demo.url);
  await page.reload();
  await whole(page);
  await expect(responses(page)).toContainText("120 responses");

  api.json("/rows", rows());
  const other = await newReader();
  await other.goto(`${demo.url}/connections`);
  await other.getByLabel("Address of an answer").fill(`${api.url}/rows`);
  await button(other, "Look at it").click();
  await readFrom(other);
  expect(ofFile).toEqual(await figures(other, demo.url));
});

test("an API that answers with a table is read as one", async ({ page, api, demo }) => {
  api.on("/export", { type: "text/csv", body: csvOf(rows(30), "\t") });
  await page.goto(`${demo.url}/connections`);
  await page.getByLabel("Address of an answer").fill(`${api.url}/export`);
  await button(page, "Look at it").click();
  await expect(page.getByText("A table; its first line names the columns.")).toBeVisible();
  await readFrom(page, 30);
  await page.goto(`${demo.url}/responses?period=all`);
  await expect(responses(page)).toContainText("30 responses");
});

test("a file can be dropped, whatever it holds", async ({ page, demo }) => {
  await page.goto(`${demo.url}/connections`);
  const card = page.locator(".add-connection");
  const lines = rows(9).map((row) => JSON.stringify(row));
  const drop = await drag(page, card, "may.ndjson", lines.join("\n"));
  await expect(card).toHaveClass(/over/);
  await drop();
  await expect(page.getByText("A JSON value a line.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("may");
  await expect(page.getByText(/may\.ndjson, /)).toBeVisible();
  await readFrom(page, 9);
});

test("several files become several connections", async ({ page, demo }) => {
  await page.goto(`${demo.url}/connections`);
  await importing(page).setInputFiles([fileOf("a.csv", csvOf(rows(3))), fileOf("b.json", JSON.stringify(rows(3)))]);
  await expect(card(page, "a")).toContainText("a.csv");
  await expect(card(page, "b")).toContainText("b.json");
});

test("a table as a spreadsheet in China writes it is kept as UTF-8", async ({ page, demo }) => {
  const bytes = "tKW14zvKsbzkO83GvPbS4tS4CsewzKg7MjAyNi8zLzcgODowNTs5Cr/Nt787MjAyNi8zLzggOTowMDs0Cg==";
  await choose(page, demo.url, fileOf("gb.csv", Buffer.from(bytes, "base64")));
  await expect(page.getByText("It was written in GB18030 and is kept as UTF-8.")).toBeVisible();
  await readFrom(page, 2);
  await page.goto(`${demo.url}/responses?period=all`);
  await expect(page.locator("main option", { hasText: "前台" })).toHaveCount(1);
});

test("a newer file brings newer figures, and the way back the older ones", async ({ page, demo }) => {
  await choose(page, demo.url, fileOf("may.csv", csvOf(rows())));
  await readFrom(page);
  await page.goto(`${demo.url}/connections/own-1`);
  await page.getByLabel("Choose another file").setInputFiles(fileOf("june.csv", csvOf(rows(150), "\t")));
  await expect(page.getByText("150 of the 150 rows looked at can be used.")).toBeVisible();
  await expect(page.getByText(/june\.csv, /)).toBeVisible();
  await button(page, "Undo").click();
  await expect(page.getByText(/may\.csv, /)).toBeVisible();
  await button(page, "Redo").click();
  await button(page, "See the figures").click();
  await whole(page);
  await page.goto(`${demo.url}/responses?period=all`);
  await expect(responses(page)).toContainText("150 responses");
});

test("a file that is not there any more is asked for again", async ({ page, demo }) => {
  await choose(page, demo.url, fileOf("may.csv", csvOf(rows())));
  await readFrom(page);
  await filesKept(page, { forget: true });
  await page.goto(`${demo.url}/responses?period=all`);
  await expect(page.getByText(/may\.csv is not on this device\. Open the connection/).first()).toBeVisible();
  await expect(responses(page)).toContainText("120 responses");
  await page.goto(`${demo.url}/connections/own-1`);
  await expect(page.getByText(/may\.csv is not on this device: it was chosen on another one/)).toBeVisible();
  await page.getByLabel("Choose another file").setInputFiles(fileOf("may.csv", csvOf(rows())));
  await expect(page.getByText("120 of the 120 rows looked at can be used.")).toBeVisible();
});

test("a file is forgotten with the last connection that reads it, when nobody can undo that", async ({
  page,
  demo,
}) => {
  await choose(page, demo.url, fileOf("may.csv", csvOf(rows())));
  await page.getByRole("link", { name: "All connections" }).click();
  await card(page, "may").getByRole("button", { name: "Duplicate" }).click();
  await expect(card(page, "may (2)")).toHaveCount(1);
  await card(page, "may").getByRole("button", { name: "Remove" }).click();
  await page.reload();
  await expect(card(page, "may")).toHaveCount(0);
  expect(await filesKept(page)).toHaveLength(1);
  await card(page, "may (2)").getByRole("button", { name: "Remove" }).click();
  expect(await filesKept(page)).toHaveLength(1);
  await button(page, "Undo").click();
  await card(page, "may (2)").getByRole("link", { name: "Open" }).click();
  await expect(page.getByText(/may\.csv, /)).toBeVisible();
  await page.getByRole("link", { name: "All connections" }).click();
  await card(page, "may (2)").getByRole("button", { name: "Remove" }).click();
  await page.reload();
  await expect.poll(() => filesKept(page)).toEqual([]);
});

test("an export says that the file is not in it", async ({ page, demo }) => {
  await choose(page, demo.url, fileOf("may.csv", csvOf(rows())));
  await page.getByRole("link", { name: "All connections" }).click();
  await Promise.all([page.waitForEvent("download"), card(page, "may").getByRole("button", { name: "Export" }).click()]);
  await expect(page.getByText(/The file is not in it/)).toBeVisible();
});

test("what is no text is refused in words, and leaves no connection", async ({ page, demo }) => {
  await page.goto(`${demo.url}/connections`);
  await importing(page).setInputFiles(fileOf("photo.csv", Buffer.from([0x89, 0xff, 0x00, 0xff, 0xff])));
  await expect(page.getByRole("alert")).toContainText("photo.csv is no text");
  await expect(page.locator(".connection-card")).toHaveCount(1);
});

test.describe("on a device without room", () => {
  test("a file is refused in words, and leaves no connection", async ({ page, demo }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await page.goto(`${demo.url}/connections`);
    await importing(page).setInputFiles(fileOf("may.csv", csvOf(rows(3))));
    await expect(page.getByRole("alert")).toContainText("has no room for may.csv");
    await expect(page.locator(".connection-card")).toHaveCount(1);
  });
});

test.describe("without a network", () => {
  test.use({ serviceWorkers: "allow", complaints: /Failed to load resource|net::ERR|Failed to fetch/ });

  test("a file is read all the same", async ({ page, serveSite }) => {
    const site = await serveSite();
    await choose(page, site.url, fileOf("may.csv", csvOf(rows())));
    await readFrom(page);
    await page.mouse.move(200, 200);
    await page.mouse.move(220, 220);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);
    await site.close();
    await page.goto(`${site.url}/responses?period=all`);
    await whole(page);
    await expect(responses(page)).toContainText("120 responses");
    await expect(page.getByText(/could not be read/)).toHaveCount(0);
  });
});

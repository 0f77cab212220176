// How one likes to read: the language, the theme.
import { expect, test } from "../support/fixtures.mjs";
import { PAGES, open } from "../support/places.mjs";
import { texts } from "../support/shown.mjs";

const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const theme = (page) => page.getByRole("combobox", { name: /Theme|主题/ });

test("the language is changed at once and remembered", async ({ page, demo }) => {
  await open(page, demo.url + PAGES.hearts);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("五心");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page).toHaveTitle(/五心/);
  await open(page, demo.url + PAGES.journeys);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("旅程");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Journeys");
});

test("the device's language is spoken first, the link's before it", async ({ demo, newReader }) => {
  const chinese = await newReader({ locale: "zh-CN" });
  await open(chinese, demo.url);
  await expect(chinese.getByRole("heading", { level: 1 })).toContainText("服务健康度");
  await open(chinese, `${demo.url}/?lang=en`);
  await expect(chinese.getByRole("heading", { level: 1 })).toContainText("Service health");
  const french = await newReader({ locale: "fr-FR" });
  await open(french, demo.url);
  await expect(french.getByRole("heading", { level: 1 })).toContainText("Service health");
});

// Customers write in the language they like; everything else is in the reader's.
const own = async (page) => {
  await page.locator(".comments").evaluateAll((lists) => lists.forEach((list) => list.remove()));
  return (await texts(page)).concat(await texts(page, "header"));
};
// Names and marks that are the same in both languages, scholars' among them.
const SCHOLARS =
  /Reichheld|Rocks|Wald|Wilson|Student|Newcombe|Welch|Satterthwaite|Mann|Whitney|McGraw|Wong|Martilla|James|Steffen|Spearman|Shewhart|Moore|Wheeler|Roberts|Pearson|Parasuraman|Zeithaml|Berry|Cronin|Taylor|Kano|Newcomb|Lee|Berger|Fong|Cronbach|Feldt|Nunnally|Bernstein/g;
// Standards and methods that go by their names.
const STANDARDS = /SERVQUAL|SERVPERF|RPN|AIAG|VDA|FMEA|EWMA|XmR|OECD|JRC/g;
// Products and files.
const PRODUCTS =
  /json-server|Datasette|PostgREST|Directus|Strapi|Kinto|CouchDB|PouchDB|ClickHouse|JSONCompact|JSONColumns|HTTP|Formbricks|Typeform|SurveyMonkey|Qualtrics|LimeSurvey|RemoteControl|Metabase|Google Forms|Zendesk|config\.json/g;
const SAME = /Heartline|English|App|Wi-Fi|Holm|https?:\S+|(ND)?JSON|[CT]SV|VIP|NPS|[KM]B|[rnpL]\b|L\d/g;

for (const [name, place] of Object.entries({ ...PAGES, panel: "/journeys/hotel-stay?open=night-service" })) {
  test(`${name}: no language is mixed into the other`, async ({ page, demo }) => {
    const separator = place.includes("?") ? "&" : "?";
    await open(page, `${demo.url + place + separator}lang=en`).catch(() => {});
    expect((await own(page)).filter((text) => /\p{Script=Han}/u.test(text))).toEqual(["中文"]);
    await page.goto(`${demo.url + place + separator}lang=zh-CN`);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.locator("header .reading")).toContainText("读取于");
    const latin = (text) =>
      /[A-Za-z]{2,}/.test([SCHOLARS, STANDARDS, PRODUCTS, SAME].reduce((rest, names) => rest.replace(names, ""), text));
    expect((await own(page)).filter(latin)).toEqual([]);
  });
}

test("a theme is put on at once, kept, and follows the device when asked to", async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, demo.url);
  const light = await background(page);
  await theme(page).selectOption({ label: "Dark" });
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await page.reload();
  expect(await background(page)).toBe(dark);
  await theme(page).selectOption({ label: "As device" });
  await expect.poll(() => background(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => background(page)).toBe(dark);
  await theme(page).selectOption({ label: "Light" });
  await expect.poll(() => background(page)).toBe(light);
});

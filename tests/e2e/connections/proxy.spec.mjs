// An API that no other site may read, by way of a proxy that its user runs.
import { createServer } from "node:http";
import { OPEN, end } from "../support/api.mjs";
import { closed } from "../serve.mjs";
import { expect, test } from "../support/fixtures.mjs";
import { whole } from "../support/places.mjs";
import { configOf, journeys, responses } from "../support/sample.mjs";

// An API that answers whoever has the key, and allows no site to read it. Its rows come in pages that lead on.
async function serveShut() {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://api");
    asked.push({ path: pathname, method: request.method });
    if (request.headers.authorization !== "Bearer t") return end(response, { status: 401, headers: {}, body: "{}" });
    const page = Number(searchParams.get("page") ?? 1);
    const rows = pathname === "/journeys" ? journeys : responses(300).slice((page - 1) * 100, page * 100);
    const next = pathname === "/journeys" || page === 3 ? null : `${pathname}?page=${page + 1}`;
    return end(response, { headers: {}, body: JSON.stringify({ rows, next }) });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, asked, close: () => closed(server) };
}

// What one writes into one's own server: asks for what is wanted, and allows the site to read it.
const proxy = async (request, response) => {
  const wanted = new URL(request.url, "http://proxy").searchParams.get("to");
  const { authorization } = request.headers;
  const answer = await fetch(wanted, { headers: authorization ? { authorization } : {} });
  end(response, { status: answer.status, headers: OPEN, body: await answer.text() });
};

for (const [name, address] of [
  ["where its address has a place", (url) => `${url}/proxy?to={url}`],
  ["at the end", (url) => `${url}/proxy?to=`],
]) {
  test(`all is asked of the proxy, the API's address ${name}`, async ({ page, api, serveSite }) => {
    const shut = await serveShut();
    api.on("/proxy", (request, response) => {
      if (request.method === "OPTIONS") return end(response, { status: 204 });
      return proxy(request, response);
    });
    const feed = (path) => ({ path, rows: "$.rows[*]", paging: { kind: "url", next: "$.next" } });
    const site = await serveSite({
      config: configOf(shut.url, {
        connection: { proxy: address(api.url), auth: { kind: "bearer" } },
        feeds: { journeys: feed("journeys"), responses: feed("responses") },
      }),
    });
    await page.goto(`${site.url}/responses`);
    await page.getByLabel("Key", { exact: true }).fill("t");
    await page.getByRole("button", { name: "Use key" }).click();
    await whole(page);
    await expect(page.locator(".about").first()).toContainText("300 responses");
    expect(shut.asked.map(({ path }) => path)).toEqual(["/journeys", "/responses", "/responses", "/responses"]);
    await page.goto(`${site.url}/data`);
    await whole(page);
    await expect(page.getByText(`${shut.url}/journeys`), "the address that is shown is the API's").toBeVisible();
    await shut.close();
  });
}

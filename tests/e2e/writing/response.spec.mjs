// A response is written: seen before it is sent, taken once, and what became of it is said in words.
import { expect, test } from "../support/fixtures.mjs";
import { connectionOf, imported, part, serveWritable, WRITABLE } from "./writable_api.mjs";

async function filled(page, site, document) {
  await imported(page, site, document);
  const responses = part(page, "Takes responses");
  await responses.getByRole("button", { name: "Try it" }).click();
  await responses.getByLabel("Touchpoint", { exact: true }).fill("desk");
  await responses.getByLabel(/\(nps, 0–10\)/).fill("9");
  await responses.getByLabel("Comment", { exact: true }).fill("Quick!");
  return responses;
}

const status = (part) => part.getByRole("status").last();

test("what is sent is seen before, and what came of it afterwards", async ({ page, api, demo }) => {
  const world = serveWritable(api, { drops: ["comment"] });
  const responses = await filled(page, demo.url, connectionOf(api.url));
  const text = responses.getByRole("region", { name: "What is sent" });
  await expect(text).toContainText(`POST ${api.url}/responses`);
  await expect(text).toContainText("Idempotency-Key: ");
  await expect(text).toContainText('"touchpoint": "desk"');
  expect(world.writes, "nothing is sent before").toEqual([]);
  const key = (await text.textContent()).match(/Idempotency-Key: (\w+)/)[1];

  await responses.getByRole("button", { name: "Send" }).click();
  await expect(status(responses)).toContainText("It was taken.");
  await expect(status(responses)).toContainText("Its id there: r-1.");
  await expect(status(responses)).toContainText(/Answered 201 after \d+ ms\./);
  await expect(status(responses)).toContainText("the API dropped or changed $.comment without a word");
  expect(world.writes).toHaveLength(1);
  const [{ headers, body }] = world.writes;
  expect(headers["idempotency-key"]).toBe(key);
  expect(body.data).toMatchObject({ touchpoint: "desk", answers: { nps: 9 }, comment: "Quick!" });
  expect(Math.abs(Date.parse(body.data.submitted_at) - Date.now())).toBeLessThan(60_000);

  // The next one is another one.
  await responses.getByRole("button", { name: "Send" }).click();
  await expect(status(responses)).toContainText("Its id there: r-2.");
  expect(world.writes[1].headers["idempotency-key"]).not.toBe(key);
});

test.describe("an API that fails", () => {
  test.use({ complaints: /Failed to load resource/ });

  test("a key goes to the API, and is seen nowhere", async ({ page, api, demo }) => {
    const world = serveWritable(api, { refuse: () => ({ status: 403, body: "no, s3cret-typed" }) });
    await imported(page, demo.url, connectionOf(api.url, { auth: { kind: "bearer" } }));
    await page.getByLabel("Key", { exact: true }).fill("s3cret-typed");
    await page.getByRole("button", { name: "Use key" }).click();
    const responses = part(page, "Takes responses");
    await responses.getByRole("button", { name: "Try it" }).click();
    await responses.getByLabel("Touchpoint", { exact: true }).fill("desk");
    await expect(responses.getByRole("region", { name: "What is sent" })).toContainText('"desk"');
    await responses.getByRole("button", { name: "Send" }).click();
    await expect(status(responses)).toContainText("The key may not write this (403).");
    await expect(responses).not.toContainText("s3cret");
    expect(world.writes[0].headers.authorization).toBe("Bearer s3cret-typed");
  });

  test("twice and then takes it has it once", async ({ page, api, demo }) => {
    const world = serveWritable(api, { refuse: (times) => (times <= 2 ? { status: 500, body: "busy" } : undefined) });
    const responses = await filled(page, demo.url, connectionOf(api.url));
    await responses.getByRole("button", { name: "Send" }).click();
    await expect(status(responses)).toContainText("Sending …");
    await expect(status(responses)).toContainText("Sent 3 times under the same key.");
    expect(new Set(world.writes.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(world.writes).toHaveLength(3);
    expect(world.responses.size).toBe(1);
  });

  test("is not asked again where twice would be two, until somebody wants it", async ({ page, api, demo }) => {
    const document = connectionOf(api.url);
    const { idempotency_key, read_back, ...plain } = document.writes.responses;
    const world = serveWritable(api, { refuse: (times) => (times === 1 ? { status: 500, body: "busy" } : undefined) });
    const responses = await filled(page, demo.url, { ...document, writes: { responses: plain } });
    await responses.getByRole("button", { name: "Send" }).click();
    await expect(status(responses)).toContainText("The API itself failed (500).");
    expect(world.writes).toHaveLength(1);
    await responses.getByRole("button", { name: "Send" }).click();
    await expect(status(responses)).toContainText("It was taken.");
    expect(world.writes[0].body, "it says the same").toEqual(world.writes[1].body);
  });

  for (const [name, answer, words] of [
    ["401", { status: 401, body: "{}" }, "The API wants a key, or refuses the one it got (401)."],
    [
      "a web page",
      { type: "text/html", body: "<!doctype html><title>Sign in</title>" },
      "The answer is a web page, most likely one to sign in at.",
    ],
    [
      "an error in a success",
      { body: '{"error":"no such survey"}' },
      "The API answered 200, but an error stands in the answer: no such survey",
    ],
    [
      "a place elsewhere",
      { status: 307, headers: { ...WRITABLE, location: "/elsewhere" } },
      "The API sends it elsewhere. Give the address where it is taken as the path.",
    ],
    ["a success without the id", { body: '{"fine":true}' }, "The answer has no id at $.data.id"],
  ])
    test(`with ${name} is told in words`, async ({ page, api, demo }) => {
      serveWritable(api, { refuse: () => answer });
      const responses = await filled(page, demo.url, connectionOf(api.url));
      await responses.getByRole("button", { name: "Send" }).click();
      await expect(status(responses)).toContainText("It was not taken");
      await expect(status(responses)).toContainText(words);
    });
});

test("in Chinese", async ({ page, api, demo }) => {
  const world = serveWritable(api);
  await imported(page, demo.url, connectionOf(api.url), "zh-CN");
  const responses = part(page, "接收反馈");
  await responses.getByRole("button", { name: "试一试" }).click();
  await responses.getByLabel("触点", { exact: true }).fill("desk");
  await expect(responses.getByRole("region", { name: "将发送的内容" })).toContainText('"desk"');
  await responses.getByRole("button", { name: "发送" }).click();
  await expect(status(responses)).toContainText("已被接收。");
  await expect(status(responses)).toContainText("已再次读取：内容完整。");
  expect(world.responses.size).toBe(1);
});

test("a case is written too, and 204 is enough", async ({ page, api, demo }) => {
  const world = serveWritable(api);
  await imported(page, demo.url, connectionOf(api.url));
  const cases = part(page, "Takes cases");
  await cases.getByRole("button", { name: "Try it" }).click();
  await cases.getByLabel("Touchpoint", { exact: true }).fill("desk");
  await cases.getByLabel("Severity").selectOption("high");
  await cases.getByLabel("To be mended by").fill("2026-12-24");
  await cases.getByLabel("Action").fill("Call back");
  await cases.getByRole("button", { name: "Send" }).click();
  await expect(status(cases)).toContainText("Answered 204");
  const due = "2026-12-24T23:59:59Z";
  expect(world.writes[0].body).toMatchObject({
    touchpoint: "desk",
    severity: "high",
    status: "open",
    due,
    action: "Call back",
  });
});

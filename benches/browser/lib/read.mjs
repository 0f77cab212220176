// Has a peer read the responses, in a worker of an empty page in a browser of its own.
import { launch, withPage } from "./browser.mjs";
import { peakMemory } from "./memory.mjs";

// What the peer replied, with the most memory its page took.
export async function readWith(script, url) {
  const browser = await launch();
  try {
    return await withPage(browser, {}, async (page) => {
      await page.goto(`${url}/peer`);
      const found = await page.evaluate(inWorker, script);
      if (found.error) throw new Error(found.error);
      return { ...found, memory: await peakMemory(browser) };
    });
  } finally {
    await browser.close();
  }
}

// Runs in the page.
function inWorker(script) {
  return new Promise((resolve) => {
    const worker = new Worker(script, { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message || "the worker failed" });
    worker.postMessage("/api/responses.json");
  });
}

// Chromium, started the same way for every bench.
import { chromium } from "@playwright/test";
import { CHROMIUM, FLAGS } from "../../../tests/e2e/support/chromium.mjs";

export const VIEW = { width: 1280, height: 800 };

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

// Runs in the page before its own scripts: tells when what was asked for has been painted.
function probe() {
  // A message posted from an animation frame is taken up once that frame has been drawn.
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });
  const until = (ready) =>
    new Promise((resolve) => {
      const look = () => {
        if (!ready()) return;
        watch.disconnect();
        resolve(painted());
      };
      const watch = new MutationObserver(look);
      watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    });
  const text = (selector) => document.querySelector(selector)?.textContent.trim();
  globalThis.bench = { painted, until, text };
}

// A page nothing is cached for, with the probe in it; `cpu` slows its main thread down. A worker cannot
// be slowed down this way: Chromium does it for pages only.
export async function openPage(browser, { cpu = 1, prepare } = {}) {
  const context = await browser.newContext({ viewport: VIEW, locale: "en-GB" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`page: ${error.message}`));
  await page.addInitScript(probe);
  if (prepare) await page.addInitScript(prepare);
  if (cpu > 1) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  }
  return { page, close: () => context.close() };
}

// Does something with a fresh page and closes it, whatever happens.
export async function withPage(browser, options, act) {
  const { page, close } = await openPage(browser, options);
  try {
    return await act(page);
  } finally {
    await close();
  }
}

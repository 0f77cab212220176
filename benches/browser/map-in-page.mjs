// What runs in the page: each begins something, waits until it is painted and says how long it took.

// Before the page's own scripts: hears the engine's messages just before the page does.
export function keepWorker() {
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", () => globalThis.bench.heard?.());
    }
  };
}

// Our map, from the list of journeys.
export async function openMap() {
  const from = performance.now();
  performance.mark("bench-from");
  document.querySelector("article.journey h2 a").click();
  const has = (selector) => document.querySelector(selector);
  const to = await globalThis.bench.until(
    () => has(".map .lane .cell") && has(".map .point-note strong") && has(".map .drawing .measured"),
  );
  performance.mark("bench-to");
  return to - from;
}

// Touchpoint 3 gets one response more; the engine tells of it by itself.
export async function newScore() {
  const { bench } = globalThis;
  let from;
  bench.heard = () => {
    from ??= performance.now();
    if (performance.getEntriesByName("bench-from").length === 0) performance.mark("bench-from");
  };
  performance.clearMarks();
  const to = await bench.until(() => bench.text("#cell-1-2 .n") === "n 31");
  performance.mark("bench-to");
  return to - from;
}

export async function openReact() {
  const from = performance.now();
  performance.mark("bench-from");
  document.querySelector(".open-map").click();
  const to = await globalThis.bench.until(() => document.querySelector(".map .measured"));
  performance.mark("bench-to");
  return to - from;
}

export async function newReactScore() {
  const { bench } = globalThis;
  performance.clearMarks();
  const from = performance.now();
  performance.mark("bench-from");
  globalThis.newScore(2, { n: 31, emotion: -1.2 });
  const to = await bench.until(() => document.querySelectorAll(".map .value")[2].textContent.endsWith("n 31"));
  performance.mark("bench-to");
  return to - from;
}

// What the tests change about the browser. What changes it returns what puts it back as it was.

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

// Two frames, for what was put off to the next.
export const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

// What goes wrong in a callback, a panic for one, belongs to no test and would be lost.
const accidents = [];
addEventListener("error", ({ message }) => {
  // A size that is told in the next frame is no accident.
  if (!message.startsWith("ResizeObserver loop")) accidents.push(message);
});
addEventListener("unhandledrejection", ({ reason }) => accidents.push(String(reason)));
export const takeAccidents = () => accidents.splice(0);

// Gives an object another value under a name, for the time being.
export function replace(owner, name, value) {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => (own ? Object.defineProperty(owner, name, own) : delete owner[name]);
}

// A browser that forbids storage throws at the mere mention of it.
export function refuseStorage() {
  const get = () => {
    throw new DOMException("storage is forbidden", "SecurityError");
  };
  const names = ["localStorage", "sessionStorage"];
  const own = names.map((name) => Object.getOwnPropertyDescriptor(window, name));
  for (const name of names) Object.defineProperty(window, name, { configurable: true, get });
  return () => {
    for (const [place, name] of names.entries()) Object.defineProperty(window, name, own[place]);
  };
}

// Counts the calls of a method.
export function countCalls(owner, name) {
  const own = owner[name];
  const counter = { calls: 0 };
  const count = function (...args) {
    counter.calls += 1;
    return own.apply(this, args);
  };
  counter.restore = replace(owner, name, count);
  return counter;
}

// Pretends to be the printer: a script that opens its dialog is kept waiting until all is printed, as browsers do.
export function pretendPrinter() {
  const turn = (printing) => dispatchEvent(new Event(printing ? "beforeprint" : "afterprint"));
  const printed = [];
  const restore = replace(window, "print", () => {
    turn(true);
    printed.push(document.title);
    turn(false);
  });
  return { restore, turn, printed };
}

const aborted = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

// An answer whose pieces come one by one, until the request is stopped.
function answer({ signal }, pieces, init) {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      signal.addEventListener("abort", () => controller.error(signal.reason));
      for await (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  return new Response(body, init);
}

// What a server may do, by the path it is asked at.
const servers = {
  "/silent": ({ signal }) => aborted(signal),
  "/slow": (request) =>
    answer(
      request,
      (async function* () {
        for (const piece of ["one ", "two ", "three ", "four"]) {
          await pause(400);
          yield piece;
        }
      })(),
    ),
  "/stalls": (request) =>
    answer(
      request,
      (async function* () {
        yield "one";
        await aborted(request.signal);
      })(),
    ),
  "/breaks": (request) =>
    answer(
      request,
      (async function* () {
        yield "one";
        throw new TypeError("the connection broke");
      })(),
    ),
  "/plain": (request) => answer(request, ["hello"], { headers: { "content-length": "5" } }),
  "/packed": (request) =>
    answer(request, ["hello"], { headers: { "content-length": "5", "content-encoding": "gzip" } }),
  "/elsewhere": (request) => {
    const response = answer(request, ["hello"], { headers: { "content-length": "5" } });
    return Object.defineProperty(response, "type", { value: "cors" });
  },
  "/tagged": (request) => answer(request, ["hello"], { headers: { etag: '"one"' } }),
  "/refuses": (request) => answer(request, [" no\n\n entry ", "!".repeat(1000)], { status: 401 }),
  "/empty": () => new Response(null, { status: 204 }),
};

// A network of our own: every request is put into `asked` before it is answered.
export function pretendNetwork(asked) {
  return replace(globalThis, "fetch", async (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    request.signal.throwIfAborted();
    return servers[new URL(request.url).pathname](request);
  });
}

// What the page asks of the browser. Everything here is called from Rust.

const formats = new Map();

// A format is dear to make and cheap to use again.
function format(kind, tag, options) {
  const key = `${kind.name} ${tag} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(tag, options));
  return formats.get(key);
}

export function numberText(tag, value, decimals, signed) {
  const options = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? "exceptZero" : "negative",
  };
  // A minus, not the hyphen: that may end a line, and is narrower than the plus it stands over.
  return format(Intl.NumberFormat, tag, options).format(value).replace("-", "−");
}

export function dateText(tag, year, month, day) {
  const options = { timeZone: "UTC", year: "numeric", month: "short" };
  if (day) options.day = "numeric";
  return format(Intl.DateTimeFormat, tag, options).format(Date.UTC(year, month - 1, day || 1));
}

export function momentText(tag, millis) {
  return format(Intl.DateTimeFormat, tag, { dateStyle: "medium", timeStyle: "short" }).format(millis);
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Hands the reader a text as a file.
export function downloadText(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// The text of a file of the site.
export async function fetchText(name) {
  const answer = await fetch(new URL(name, document.baseURI));
  return answer.ok ? await answer.text() : undefined;
}

// Forgets everything that is kept on this device for this site, also the page itself.
export async function clearDevice() {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) if (name.startsWith("heartline.")) storage.removeItem(name);
  }
  const deleted = new Promise((resolve) => {
    const request = indexedDB.deleteDatabase("heartline");
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
  const names = (await caches.keys()).filter((name) => name.startsWith("heartline-"));
  await Promise.all([deleted, ...names.map((name) => caches.delete(name))]);
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.unregister();
}

// Tells an element's width and height now and whenever they change; returns what ends it.
export function watchSize(element, tell) {
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    tell(width, height);
  });
  observer.observe(element);
  return () => observer.disconnect();
}

export function engine() {
  return globalThis.heartline?.engine;
}

export function engineFailed() {
  return globalThis.heartline?.failed === true;
}

// The ids of the connections that are read, as far as they are known before anything has been read.
export function connectionsRead() {
  return globalThis.heartline?.read ?? [];
}

export function snapshot() {
  return globalThis.heartline?.snapshot;
}

export function loadCharts() {
  return globalThis.heartline.loadCharts();
}

// Puts another program in the place of this one; false when it could not be loaded.
export function handOver(program) {
  return globalThis.heartline.handOver(program);
}

// Whether this program takes the place of another one.
export function takesOver() {
  return globalThis.heartline?.takesOver === true;
}

// Counts the questions of all programs there have been: none takes another's for its own.
export function nextNumber() {
  globalThis.heartline.asked = (globalThis.heartline.asked ?? 0) + 1;
  return globalThis.heartline.asked;
}

const lengths = new Map();
addEventListener("resize", () => lengths.clear());

// A length among the tokens, such as `9rem`, in pixels. Reading it makes the browser work out all styles, so it is
// read once: a window of another size may have others.
export function tokenPixels(name) {
  if (!lengths.has(name)) lengths.set(name, readToken(name));
  return lengths.get(name);
}

function readToken(name) {
  const root = getComputedStyle(document.documentElement);
  const length = root.getPropertyValue(`--${name}`).trim();
  const size = Number.parseFloat(length);
  return length.endsWith("rem") ? size * Number.parseFloat(root.fontSize) : size;
}

// Tells when the page is about to be printed, in time to draw what only paper shows, and when that is over; returns
// what ends it. A change of the medium is told too late for that: the sheets have been counted by then.
export function watchPrint(tell) {
  const [before, after] = [() => tell(true), () => tell(false)];
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

// Opens the print dialog. Called from a script the browser tells so within the call, when views have no turn any more:
// they are told before, and have theirs.
export function printPage() {
  dispatchEvent(new Event("beforeprint"));
  setTimeout(print);
}

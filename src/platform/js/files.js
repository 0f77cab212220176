// Files that the reader gives: kept on this device as they are, beside what the engine keeps (see shelf.rs). None is
// ever held whole by the page.

// So much of a file is looked at, in bytes.
const HEAD = 1 << 20;

const PREFIX = "file.";

// The files of a field, or of what was dropped. A field takes the same file again.
export function filesOf(source) {
  const files = [...(source.files ?? source.dataTransfer?.files ?? [])];
  if (source.files) source.value = "";
  return files;
}

// How a text may be written: what it begins with says so, or else it is tried.
function encodings([first, second]) {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

// The beginning of a file's text, and how that is written; undefined when it is none that is known.
export async function fileBeginning(file) {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  for (const encoding of encodings(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
      return { text, encoding };
    } catch {}
  }
  return undefined;
}

// The file as UTF-8, made piece by piece.
function asUtf8(file, encoding) {
  const decoded = file.stream().pipeThrough(new TextDecoderStream(encoding, { fatal: true }));
  return new Response(decoded.pipeThrough(new TextEncoderStream())).blob();
}

// Does something with what is kept; what it returns is a request, or nothing.
function withKept(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("heartline", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      try {
        const transaction = database.transaction("kept", mode);
        const request = act(transaction.objectStore("kept"));
        transaction.oncomplete = () => resolve(request?.result);
        transaction.onabort = () => reject(transaction.error);
      } catch (error) {
        reject(error);
      }
      // It waits for what is under way.
      database.close();
    };
  });
}

// Keeps a file under a key that nobody else has. Returns why it could not: "unread", "full", "denied", or nothing.
export async function keepFile(key, file, encoding) {
  let blob = file;
  try {
    if (encoding !== "utf-8") blob = await asUtf8(file, encoding);
  } catch {
    return "unread";
  }
  try {
    await withKept("readwrite", (kept) => kept.put({ blob, encoding }, PREFIX + key));
    return undefined;
  } catch (error) {
    return error?.name === "QuotaExceededError" ? "full" : "denied";
  }
}

// The size of a file, and how it was written; undefined when it is not there.
export async function aboutFile(key) {
  try {
    const { blob, encoding } = await withKept("readonly", (kept) => kept.get(PREFIX + key));
    return { size: blob.size, encoding };
  } catch {
    return undefined;
  }
}

// A page that has the site open says so by this lock.
const LOCK = "heartline.files";
let isOpen = false;

// Forgets the files that no connection names any more and the figures of connections that are gone, once no change that
// can be undone may want them back: when the site is opened and nobody else has it open.
export async function sweepKept() {
  if (isOpen) return;
  isOpen = true;
  const { locks } = navigator;
  try {
    // Without a secure context there are no locks.
    if (!locks) await sweep();
    await locks?.request(LOCK, { ifAvailable: true }, (lock) => lock && sweep());
  } catch {
    // What cannot be swept now is swept another time.
  }
  locks?.request(LOCK, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

const CONNECTIONS = ["heartline.connections", "heartline.connections.unreadable"];

// What the figures of this device's connections are kept under, before their numbers (see keeping.rs).
const FIGURES = "figures.own-";

async function sweep() {
  const known = CONNECTIONS.map((name) => localStorage.getItem(name)).join();
  const isGone = (name) =>
    (name.startsWith(PREFIX) && !known.includes(name.slice(PREFIX.length))) ||
    (name.startsWith(FIGURES) && !known.includes(`"own-${name.slice(FIGURES.length)}"`));
  const unnamed = (await withKept("readonly", (kept) => kept.getAllKeys())).filter(isGone);
  if (unnamed.length === 0) return;
  await withKept("readwrite", (kept) => {
    for (const name of unnamed) kept.delete(name);
  });
}

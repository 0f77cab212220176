// The service worker: keeps the page itself on the device, so that it opens without a network. What was read from a
// connection the engine keeps; no answer of an API passes through here. The names in capitals are filled in when the
// site is built.

const NAME = `heartline-${VERSION}`;
const at = (name) => new URL(name, registration.scope).href;
const shell = new Set(SHELL.map(at));
const later = new Set(LATER.map(at));
const [index, config] = [at(""), at("config.json")];
// A network that is there and says nothing for so long is none.
const PATIENCE = 4000;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => Promise.all([cache.addAll([index, ...shell]), keepConfig(cache)])));
});

// A deployment may have none; that is kept as well. It has been read before this worker was there to see it.
async function keepConfig(cache) {
  const answer = await fetch(config);
  if (isKnown(answer)) await cache.put(config, answer);
}

const isKnown = ({ status }) => status === 200 || status === 404;

// This one begins when no page of an older build is open any more: what those had is of no use then.
addEventListener("activate", (event) => event.waitUntil(dropOlder()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(fresh(request, index, false));
  else if (request.url === config) event.respondWith(fresh(request, config, true));
  else if (shell.has(request.url) || later.has(request.url)) event.respondWith(kept(request));
});

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("heartline-") && name !== NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
}

// As the network has it, else as it was kept.
async function fresh(request, key, isKept) {
  const cache = await caches.open(NAME);
  // A browser may think that it knows the page: whether it still does the site is asked.
  const answer = fetch(request.url, { cache: "no-cache", redirect: "manual" }).then((answer) => {
    if (isKept && isKnown(answer)) cache.put(key, answer.clone());
    return answer;
  });
  const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => cache.match(key));
  const first = await Promise.race([answer, waited]).catch(() => cache.match(key));
  return first ?? answer;
}

// A name stands for one content: once here, it is never asked for again.
async function kept(request) {
  const cache = await caches.open(NAME);
  const found = await cache.match(request.url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request.url, answer.clone());
  return answer;
}

// The service worker: keeps the pages of one version of the site for reading without a network. A file is kept only if
// its digest is the one that the version's list states, so that versions never mix; while a site is being published, or
// where a host changes files on their way, nothing new is kept.
import { files } from "../files.js";

const [LIST] = files.list;
const WAIT = 4000;
const OFFLINE = "offline.html";
const { scope } = registration;
const name = `${scope} ${LIST}`;
let known = null;

const opened = () => caches.open(name);
const versions = async () => (await caches.keys()).filter((one) => one.startsWith(`${scope} `));
const pathOf = (url) => url.slice(scope.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1") || "./";

async function listed() {
  return (known ??= await (await (await opened()).match(LIST)).json());
}

async function right(path, response) {
  const sum = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const start = [...new Uint8Array(sum, 0, 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  return (await listed()).files[path] === start.join("");
}

// Keeps a file: `found` where it is the right one, else what the network gives; rejects where that is not right either.
async function keep(path, found) {
  const cache = await opened();
  if (await cache.match(path)) return;
  const ready = found && (await right(path, found)) ? found : await fetch(path, { cache: "no-cache" });
  if (!(await right(path, ready))) throw new Error(path);
  await cache.put(path, ready);
}

async function install() {
  await (await opened()).put(LIST, await fetch(LIST));
  const { files: now, first } = await listed();
  for (const path of first) await keep(path);
  for (const one of await versions()) {
    if (one === name) continue;
    const before = await caches.open(one);
    for (const { url } of await before.keys()) if (now[pathOf(url)]) await keep(pathOf(url), await before.match(url));
  }
}

async function activate() {
  for (const one of await versions()) if (one !== name) await caches.delete(one);
  await clients.claim();
}

// What the network gives is the newest; what is kept stands in for a network that is away, broken or slow.
async function page(event) {
  const cache = await opened();
  const path = pathOf(event.request.url);
  const kept = await cache.match(path);
  const fresh = fetch(event.request, { cache: "no-cache" }).then(
    (got) => {
      if (kept) return got.status > 499 ? kept : got;
      const copy = got.clone();
      event.waitUntil(listed().then((list) => list.files[path] && keep(path, copy)).catch(() => {}));
      return got;
    },
    () => kept || cache.match(OFFLINE),
  );
  return kept ? Promise.race([fresh, new Promise((done) => setTimeout(done, WAIT, kept))]) : fresh;
}

async function asset(request) {
  const cache = await opened();
  const kept = await cache.match(request);
  if (kept) return kept;
  const got = await fetch(request);
  if (got.ok) cache.put(request, got.clone());
  return got;
}

// Keeps what a page asks for: files by their paths, or the rest of a language; answers how many there are now.
async function keepAll({ paths, language }, port) {
  let count = 0;
  for (const path of paths || (await listed()).rest[language]) count += await keep(path).then(() => 1, () => 0);
  port?.postMessage(count);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data.take) skipWaiting();
  else event.waitUntil(keepAll(event.data, event.ports[0]));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate" || request.url.endsWith(".pdf")) event.respondWith(page(event));
  else if (pathOf(request.url).startsWith("assets/")) event.respondWith(asset(request));
});

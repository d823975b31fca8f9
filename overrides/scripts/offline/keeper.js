// Registers the service worker, tells it what to keep, and says when the words of this page have changed since it came.
import { button, element } from "../shared/element.js";
import { published } from "../shared/published.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

const root = new URL("..", document.currentScript.src).href;
const here = location.href.slice(root.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1") || "./";
const { serviceWorker, connection } = navigator;

start().catch(() => {}); // private windows may refuse: then the site works as without it

async function start() {
  const registration = await serviceWorker.register(`${root}sw.js`);
  const { active } = await serviceWorker.ready;
  await asked(active, { paths: [here] });
  offerPdfs(active);
  if (registration.waiting) newer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => coming.state === "installed" && newer(coming));
  });
  const look = () => document.hidden || registration.update().catch(() => {});
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  if (!connection?.saveData && !/2g/.test(connection?.effectiveType)) whenIdle(() => active.postMessage({ language: document.documentElement.lang }));
}

// How many of the files that a message asks for are kept.
function asked(worker, message) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, [port2]);
  });
}

function whenIdle(act) {
  if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 20000 });
  else setTimeout(act, 2000);
}

// Another version of the site has come. Where this page says the same in it, it takes over unseen; else the reader decides.
async function newer(worker) {
  const own = document.querySelector(".lc-version");
  const now = own && (await published());
  if (!now || now.dataset.version === own.dataset.version) {
    worker.postMessage({ take: true });
    return;
  }
  const again = button(words.newer_load);
  again.addEventListener("click", () => {
    serviceWorker.addEventListener("controllerchange", () => location.reload());
    worker.postMessage({ take: true });
  });
  const close = button(words.close);
  const note = element("aside", { class: "lc-newer", role: "status" });
  close.addEventListener("click", () => note.remove());
  document.body.append(note); // a status is spoken only when it is there before its words
  note.append(element("p", {}, words.newer), again, close);
}

// Offers to keep the PDFs of this page too: they are large, so nobody gets them unasked.
async function offerPdfs(worker) {
  const list = document.querySelector("[data-print]")?.closest("ul");
  const links = [...(list?.querySelectorAll("a[href$='.pdf']") ?? [])];
  if (!links.length) return;
  const offer = button(words.keep_pdfs);
  offer.addEventListener("click", async () => {
    say(words.keeping);
    const count = await asked(worker, { paths: links.map((link) => link.href.slice(root.length)) });
    say(count === links.length ? words.kept : words.not_kept);
    links.forEach(openKept);
  });
  list.append(element("li", {}, offer));
  links.forEach(openKept);
}

// What is kept opens in the browser: downloads do not ask the service worker, and would fail without a network.
async function openKept(link) {
  if (await caches.match(link.href)) link.removeAttribute("download");
}

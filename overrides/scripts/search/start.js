// Opens the search: from the header, from the home page's field, by the key /. It is loaded when it is first wanted.
import { handed } from "../shared/handed.js";
import { load } from "../shared/load.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

let opened = null;

export function startAsking() {
  const link = document.querySelector("[data-search]");
  if (!link) return;
  const askers = document.querySelectorAll("[data-ask]");
  for (const asker of askers) {
    asker.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link);
    });
    asker.addEventListener("pointerenter", () => ready(link).catch(() => {}), { once: true });
    asker.addEventListener("focus", () => ready(link).catch(() => {}), { once: true });
  }
  const asked = handed("lc-ask"); // on a page of the other language
  if (asked && typeof asked === "string") open(link, asked);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open(link);
  });
}

async function open(link, asked) {
  try {
    (await ready(link))(asked);
  } catch {
    if (navigator.onLine) location.href = link.href; // without the search the page of everything from A to Z still helps
    else say(words.load_failed);
  }
}

function ready(link) {
  const { first, later, base } = link.dataset;
  opened ??= load("search").then(() => globalThis.lcSearch({ first, later, base: base.replace(/\/?$/, "/") }));
  opened.catch(() => (opened = null)); // the next press tries again
  return opened;
}

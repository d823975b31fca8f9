// Opens the search: from the header, from the home page's field, by the key /. It is loaded when it is first wanted.
import { handed } from "../shared/handed.js";
import { load } from "../shared/load.js";

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
  const words = handed("lc-ask"); // asked on a page of the other language
  if (words) open(link, words);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open(link);
  });
}

async function open(link, words) {
  try {
    (await ready(link))(words);
  } catch {
    location.href = link.href; // without the index the page of everything from A to Z still helps
  }
}

function ready(link) {
  const { first, later, base } = link.dataset;
  opened ??= load("search").then(() => globalThis.lcSearch({ first, later, base: base.replace(/\/?$/, "/") }));
  opened.catch(() => (opened = null)); // the next press tries again
  return opened;
}

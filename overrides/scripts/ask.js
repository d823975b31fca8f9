// Opens the search: from the header, from the home page's field, by the key /. It is loaded when it is first wanted.
import { handed } from "./handed.js";

let opened = null;

export function startAsking() {
  const link = document.querySelector("[data-search]");
  if (!link) return;
  for (const asker of document.querySelectorAll("[data-ask]")) {
    asker.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link);
    });
    asker.addEventListener("pointerenter", () => ready(link), { once: true });
    asker.addEventListener("focus", () => ready(link), { once: true });
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
  const { search, first, later, base } = link.dataset;
  opened ??= script(search).then(() => globalThis.lcSearch({ first, later, base: base.replace(/\/?$/, "/") }));
  return opened;
}

function script(address) {
  return new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = address;
    made.onload = resolve;
    made.onerror = reject;
    document.head.append(made);
  });
}

// Copies words of citation and addresses of places, and says that it did.
import { prepare, say } from "./say.js";
import { words } from "../words.js";

export function startCopying() {
  prepare();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-link]");
    if (!button) return;
    const link = button.dataset.copyLink;
    if (link === undefined) copy(button.dataset.copy || button.previousElementSibling.textContent, words.copied);
    else copy(new URL(link, location.href).href, words.link_copied);
  });
}

export async function copy(text, done) {
  say((await written(text)) ? done : words.copy_failed);
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text); // without https, or from a folder on disk, browsers give no clipboard
  }
}

function byHand(text) {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "lc-unseen";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before?.focus();
  return copied;
}

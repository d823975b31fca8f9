// Hands the page to the device's share sheet, or copies its address where there is none; prints it, if wanted in large
// letters; folds what can be taken along again when the reader turns to something else.
import { copy } from "./copy.js";
import { words } from "./words.js";

export function startSharing() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) printed(button.dataset.print);
    if (!event.target.closest(".lc-take")) fold();
    if (event.target.closest("[data-share]")) share();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") fold();
  });
  addEventListener("afterprint", () => delete document.documentElement.dataset.large);
}

function printed(size) {
  if (size) document.documentElement.dataset.large = "";
  print();
}

function fold() {
  const open = document.querySelector(".lc-take[open]");
  if (!open) return;
  if (open.contains(document.activeElement)) open.querySelector("summary").focus();
  open.open = false;
}

async function share() {
  const url = location.href;
  if (!navigator.share) return copy(url, words.link_copied);
  try {
    await navigator.share({ title: document.title, url });
  } catch (error) {
    if (error.name !== "AbortError") copy(url, words.link_copied);
  }
}

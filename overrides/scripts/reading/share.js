// Hands the page or a place on it to the device's share sheet, or copies its address where there is none. What lets another site show a
// question of the page is loaded when a reader unfolds it.
import { copy } from "../shared/copy.js";
import { load } from "../shared/load.js";
import { words } from "../words.js";

export function startSharing() {
  const list = document.querySelector("[data-asked]");
  list?.parentElement.addEventListener("toggle", () => load("embed").then(() => globalThis.lcEmbed(list, copy), () => {}), { once: true });
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-share]")?.dataset.share;
    if (place !== undefined) share(new URL(place || location.href, location.href).href);
  });
}

async function share(url) {
  if (!navigator.share) return copy(url, words.link_copied);
  try {
    await navigator.share({ title: document.title, url });
  } catch (error) {
    if (error.name !== "AbortError") copy(url, words.link_copied);
  }
}

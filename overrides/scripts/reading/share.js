// Hands the page to the device's share sheet, or copies its address where there is none.
import { copy } from "../shared/copy.js";
import { words } from "../words.js";

export function startSharing() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-share]")) share();
  });
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

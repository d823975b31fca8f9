// Hands the page to the device's share sheet, or copies its address where there is none. On a page of questions it also
// gives the code by which another site shows one of them.
import { copy } from "../shared/copy.js";
import { words } from "../words.js";

export function startSharing() {
  const list = document.querySelector("[data-asked]");
  if (list) offerCards(list);
  document.addEventListener("click", (event) => {
    const embedded = event.target.closest("[data-embed]");
    if (event.target.closest("[data-share]")) share();
    if (embedded) copy(frame(list.dataset.cards, embedded), words.embed_copied);
  });
}

function offerCards(list) {
  for (const id of list.dataset.asked.split(" ")) {
    const item = list.appendChild(document.createElement("li"));
    const button = item.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "lc-button";
    button.dataset.embed = id;
    button.textContent = document.getElementById(id)?.firstChild.textContent;
  }
}

function frame(cards, { dataset, textContent }) {
  const published = document.querySelector("link[rel=canonical]").href; // wherever this copy of the page is read
  const made = document.createElement("iframe");
  made.src = new URL(`${cards}${dataset.embed}.html`, published).href;
  made.title = textContent;
  made.width = "100%";
  made.height = "360";
  return made.outerHTML;
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

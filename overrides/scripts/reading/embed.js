// Lists the questions of a page; choosing one copies the code by which another site shows its card.
import { button, element } from "../shared/element.js";
import { words } from "../words.js";

// `list` names the questions and the folder of their cards; `copy` copies words and says that it did.
globalThis.lcEmbed = (list, copy) => {
  if (list.querySelector("[data-embed]")) return;
  const published = document.querySelector("link[rel=canonical]").href; // wherever this copy of the page is read
  for (const id of list.dataset.asked.split(" ")) {
    const title = document.getElementById(id)?.firstChild.textContent ?? id;
    const src = new URL(`${list.dataset.cards}${id}.html`, published).href;
    const choice = button(title);
    choice.className = "lc-button";
    choice.dataset.embed = id;
    choice.addEventListener("click", () => copy(element("iframe", { src, title, width: "100%", height: "360" }).outerHTML, words.embed_copied));
    list.append(element("li", {}, choice));
  }
};

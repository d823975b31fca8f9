// Says in one place, to eyes and to screen readers, that something was done.
import { element } from "./element.js";

let place = null;
let timer = 0;

export function prepare() {
  place ??= document.querySelector(".lc-said"); // another script of the page may have made it
  place ??= document.body.appendChild(element("div", { class: "lc-said", role: "status" }));
}

export function say(text) {
  prepare();
  clearTimeout(timer);
  place.textContent = text;
  timer = setTimeout(() => (place.textContent = ""), 4000);
}

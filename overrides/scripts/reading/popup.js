// Shows the words behind a citation or a term where it stands: on hover, on keyboard focus, on the first tap.
import { button, element } from "../shared/element.js";
import { official } from "./official.js";
import { words } from "../words.js";

const LINKS = "a.lc-cite, a.lc-term";
const WAIT = 250;
const GRACE = 300;

let box = null;
let shown = null;
let timer = 0;
let resting = globalThis.lcResting(); // since a press: what the press brought under the pointer was not pointed at

for (const link of document.querySelectorAll("a.lc-term[title]")) {
  link.dataset.meaning = link.title; // the popup takes the place of the browser's tooltip
  link.removeAttribute("title");
}
document.addEventListener("pointerover", over);
document.addEventListener("pointermove", (event) => {
  if (!resting || !(event.movementX || event.movementY)) return;
  resting = false;
  over(event);
});
document.addEventListener("focusin", (event) => {
  const link = event.target.closest(LINKS);
  if (link?.matches(":focus-visible")) show(link);
  else if (!box?.contains(event.target)) hide();
});
document.addEventListener("click", (event) => {
  resting = event.pointerType === "mouse";
  const link = event.target.closest(LINKS);
  if (link && event.pointerType === "touch" && link !== shown && show(link)) event.preventDefault();
  else if (!box?.contains(event.target)) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) {
    event.preventDefault();
    hide();
  }
});
addEventListener("resize", hide);
addEventListener("pagehide", hide); // nothing is open for a reader who comes back
addEventListener("scroll", () => shown && place(shown), { passive: true }); // a page brings what has the focus into sight

// What a reader came upon while this was on its way.
globalThis.lcPopup = (link, tapped) => {
  if (tapped) show(link) || location.assign(link.href);
  else if (link.matches(":focus-visible")) show(link);
  else if (link.matches(":hover")) after(WAIT, () => show(link));
};

function over(event) {
  if (event.pointerType !== "mouse" || resting) return;
  const link = event.target.closest(LINKS);
  if (link && link !== shown) after(WAIT, () => show(link));
  else if (link || box?.contains(event.target)) clearTimeout(timer);
  else if (shown) after(GRACE, hide);
  else clearTimeout(timer);
}

function after(delay, act) {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

function show(link) {
  const content = contentOf(link);
  if (!content) return false;
  hide();
  box ??= made();
  const cited = link.matches(".lc-cite");
  const text = cited ? words.open_provision : words.open_term;
  // The link itself leads there; this one is for fingers.
  const more = element("a", { href: link.href, class: "lc-popup__more", tabindex: "-1" }, text);
  box.replaceChildren(content, ...(cited ? [copying(content, link)] : []), more);
  box.showPopover?.();
  box.hidden = false;
  place(link);
  box.tabIndex = box.scrollHeight > box.clientHeight ? 0 : -1; // long words are scrolled by keyboard too
  link.setAttribute("aria-describedby", box.id);
  shown = link;
  return true;
}

// What an official takes along; by keyboard it is copied where the link leads.
function copying(content, link) {
  const { first, later } = official(content.querySelector(".lc-popup__where").textContent);
  return element(
    "p",
    { class: "lc-popup__copying" },
    button(words.copy_first, { "data-copy": first, tabindex: "-1" }),
    button(words.copy_later, { "data-copy": later, tabindex: "-1" }),
    button(words.copy_link, { "data-copy-link": link.href, tabindex: "-1" }),
  );
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  if (box.hidePopover && box.matches(":popover-open")) box.hidePopover();
  box.hidden = true;
}

function contentOf(link) {
  if (link.dataset.meaning) return element("p", {}, link.dataset.meaning);
  const name = link.hash.slice(1) || link.dataset.cite;
  return document.getElementById(`trich-${name}`)?.content.cloneNode(true);
}

function made() {
  const made = element("div", { id: "lc-popup", class: "lc-popup", popover: "manual", role: "note", hidden: "" });
  return document.querySelector("main").appendChild(made);
}

function place(link) {
  const margin = 8;
  const at = link.getClientRects()[0];
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(at.left, margin), innerWidth - width - margin);
  const below = at.bottom + margin + height <= innerHeight;
  const top = below ? at.bottom + margin / 2 : at.top - height - margin / 2;
  box.style.left = `${Math.max(left, margin)}px`;
  box.style.top = `${Math.max(Math.min(top, innerHeight - height - margin), margin)}px`;
}

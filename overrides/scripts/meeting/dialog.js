// Meeting mode: the page full screen in large type, one section or provision at a time, the address in step.
import { button, element } from "../shared/element.js";
import { named } from "../shared/fragment.js";
import { words } from "../words.js";
import { slidesOf } from "./slides.js";

const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
const FITS = 5;

globalThis.lcMeeting = open;

function open(article, opener) {
  const slides = slidesOf(article);
  const dialog = built();
  const slide = dialog.querySelector(".lc-meeting__slide");
  const count = dialog.querySelector(".lc-meeting__count");
  let at = Math.max(slides.findIndex(startsAt(named())), 0);

  function show(next) {
    at = Math.min(Math.max(next, 0), slides.length - 1);
    slide.replaceChildren(...slides[at].nodes.map((node) => node.cloneNode(true)));
    count.textContent = `${at + 1} / ${slides.length}`;
    fit(slide);
    slide.focus();
    history.replaceState(history.state, "", slides[at].id ? `#${slides[at].id}` : location.pathname + location.search);
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    document.removeEventListener("fullscreenchange", watch);
    removeEventListener("resize", refit);
    dialog.remove();
    document.getElementById(slides[at].id)?.scrollIntoView({ block: "start" });
    opener.focus({ preventScroll: true });
  }

  const refit = () => fit(slide);
  const watch = () => document.fullscreenElement ? refit() : dialog.close();
  dialog.addEventListener("close", leave);
  dialog.addEventListener("click", (event) => {
    const act = event.target.closest("button")?.dataset.act;
    if (act === "leave") dialog.close();
    else if (act) show(at + Number(act));
  });
  dialog.addEventListener("keydown", (event) => {
    const onButton = event.target.closest("button") && event.key === " ";
    const step = onButton ? 0 : NEXT.includes(event.key) - BACK.includes(event.key);
    if (event.key === "Home") show(0);
    else if (event.key === "End") show(slides.length - 1);
    else if (step && !scrolls(slide, event.key)) show(at + step);
    else return;
    event.preventDefault();
  });
  addEventListener("resize", refit);
  dialog.showModal();
  show(at);
  dialog.requestFullscreen?.().then(() => document.addEventListener("fullscreenchange", watch), () => {});
}

// Finds the slide of the place the address names, or the next one after a heading without text of its own.
function startsAt(target) {
  return ({ id }) => {
    const start = target && id && document.getElementById(id);
    return start && !(target.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_PRECEDING);
  };
}

function built() {
  const slide = element("div", { class: "lc-meeting__slide lc-text", tabindex: "-1", "aria-live": "polite" });
  const count = element("span", { class: "lc-meeting__count" });
  const [back, forward] = [button(words.back, { "data-act": "-1" }), button(words.forward, { "data-act": "1" })];
  const bar = element("div", { class: "lc-meeting__bar" }, back, count, forward, button(words.leave, { "data-act": "leave" }));
  return document.body.appendChild(element("dialog", { class: "lc-meeting", "aria-label": words.meeting }, slide, bar));
}

// The largest type in which the slide needs no scrolling, down to the smallest that can be read from the last row.
function fit(slide) {
  for (let step = 0; step < FITS; step += 1) {
    slide.dataset.fit = String(step);
    if (slide.scrollHeight <= slide.clientHeight) return;
  }
}

// What does not fit is scrolled first by the keys that scroll.
function scrolls(slide, key) {
  const rest = slide.scrollHeight - slide.clientHeight - slide.scrollTop;
  if (key === "ArrowDown" || key === "PageDown") return rest > 2 && (slide.scrollBy(0, slide.clientHeight * 0.8), true);
  if (key === "ArrowUp" || key === "PageUp") return slide.scrollTop > 2 && (slide.scrollBy(0, -slide.clientHeight * 0.8), true);
  return false;
}

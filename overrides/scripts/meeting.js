// Meeting mode: the page full screen in large type, one section or provision at a time, the address in step.
import { slidesOf } from "./slides.js";
import { words } from "./words.js";

const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
const FITS = 5;

export function startMeeting() {
  const button = document.querySelector("[data-meeting]");
  button?.addEventListener("click", () => open(document.querySelector("article.lc-text"), button));
}

function open(article, opener) {
  const slides = slidesOf(article);
  const dialog = built();
  const slide = dialog.querySelector(".lc-meeting__slide");
  const count = dialog.querySelector(".lc-meeting__count");
  let at = Math.max(slides.findIndex(startsAt(document.getElementById(decodeURIComponent(location.hash.slice(1))))), 0);

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
  const dialog = document.createElement("dialog");
  dialog.className = "lc-meeting";
  dialog.setAttribute("aria-label", words.meeting);
  const slide = document.createElement("div");
  slide.className = "lc-meeting__slide lc-text";
  slide.tabIndex = -1;
  slide.setAttribute("aria-live", "polite");
  const bar = document.createElement("div");
  bar.className = "lc-meeting__bar";
  const count = document.createElement("span");
  count.className = "lc-meeting__count";
  bar.append(button(words.back, "-1"), count, button(words.forward, "1"), button(words.leave, "leave"));
  dialog.append(slide, bar);
  return document.body.appendChild(dialog);
}

function button(name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "lc-button";
  made.textContent = name;
  made.dataset.act = act;
  return made;
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

// Reads the page aloud with a voice that lives on the device; the sentence being read is marked.
import { sentencesOf } from "./sentences.js";
import { spoken } from "./spoken.js";
import { words } from "./words.js";

export function startAloud() {
  const button = document.querySelector("[data-aloud]");
  const article = document.querySelector("article.lc-text");
  if (!button || !article || !window.speechSynthesis) return;
  const language = article.closest("[lang]").lang;
  const look = () => button.toggleAttribute("data-ready", Boolean(voiceFor(language)));
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
  button.addEventListener("click", () => read(article, language, button));
}

// Only voices of the device itself: others would send the text to somebody's server.
function voiceFor(language) {
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return own.find((voice) => voice.lang.toLowerCase().replace("_", "-").startsWith(language));
}

function read(article, language, opener) {
  document.querySelector(".lc-aloud")?.remove();
  const sentences = sentencesOf(article);
  const bar = built();
  let at = Math.max(sentences.findIndex((range) => range.getBoundingClientRect().top > 0), 0);
  let turn = 0;
  let paused = false;

  function speak() {
    speechSynthesis.cancel();
    if (at >= sentences.length) return stop();
    const own = (turn += 1);
    const text = sentences[at].toString();
    const utterance = new SpeechSynthesisUtterance(language === "vi" ? spoken(text) : text);
    utterance.lang = language;
    utterance.voice = voiceFor(language);
    utterance.onend = () => own === turn && !paused && ((at += 1), speak());
    utterance.onerror = (event) => own === turn && !["interrupted", "canceled"].includes(event.error) && stop();
    mark(sentences[at]);
    speechSynthesis.speak(utterance);
  }

  function pause() {
    paused = !paused;
    bar.querySelector('[data-act="pause"]').textContent = paused ? words.resume : words.pause;
    if (paused) speechSynthesis.cancel();
    else speak(); // from the start of the sentence: engines on phones forget where they were
  }

  function move(step) {
    at = Math.min(Math.max(at + step, 0), sentences.length - 1);
    if (paused) mark(sentences[at]);
    else speak();
  }

  function stop() {
    turn += 1;
    speechSynthesis.cancel();
    mark(null);
    bar.remove();
    document.removeEventListener("keydown", keys);
    removeEventListener("pagehide", stop);
    opener.focus({ preventScroll: true });
  }

  const acts = { pause, stop, back: () => move(-1), forward: () => move(1) };
  const keys = (event) => event.key === "Escape" && stop();
  bar.addEventListener("click", (event) => acts[event.target.closest("button")?.dataset.act]?.());
  document.addEventListener("keydown", keys);
  addEventListener("pagehide", stop);
  bar.querySelector("button").focus();
  speak();
}

function mark(range) {
  if (!CSS.highlights) return;
  CSS.highlights.delete("lc-aloud");
  if (!range) return;
  CSS.highlights.set("lc-aloud", new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 100) scrollBy({ top: box.top - innerHeight / 3 });
}

function built() {
  const bar = document.createElement("div");
  bar.className = "lc-aloud";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.aloud);
  for (const act of ["pause", "back", "forward", "stop"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "lc-button";
    button.dataset.act = act;
    button.textContent = words[act];
    bar.append(button);
  }
  return document.body.appendChild(bar);
}

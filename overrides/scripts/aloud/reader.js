// Reads the page aloud with a voice that lives on the device; the sentence being read is marked.
import { button, element } from "../shared/element.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";
import { sentencesOf } from "./sentences.js";
import { spoken } from "./spoken.js";

globalThis.lcAloud = read;

// `voiceFor` gives the voice of a language, or nothing.
function read(article, language, opener, voiceFor) {
  document.querySelector(".lc-aloud")?.remove();
  const sentences = sentencesOf(article);
  const bar = built();
  let at = Math.max(sentences.findIndex((range) => range.getBoundingClientRect().top > 0), 0);
  let turn = 0;
  let paused = false;

  function speak() {
    speechSynthesis.cancel();
    if (at >= sentences.length) return stop();
    const voice = voiceFor(language);
    if (!voice) return fail();
    const own = (turn += 1);
    const text = sentences[at].toString();
    const utterance = new SpeechSynthesisUtterance(language === "vi" ? spoken(text) : text);
    utterance.lang = language;
    utterance.voice = voice;
    utterance.onend = () => own === turn && !paused && ((at += 1), speak());
    utterance.onerror = (event) => own === turn && !["interrupted", "canceled"].includes(event.error) && fail();
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

  function fail() {
    stop();
    say(words.voice_failed);
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
  const acts = { pause: words.pause, back: words.back, forward: words.forward, stop: words.stop };
  const buttons = Object.entries(acts).map(([act, name]) => button(name, { "data-act": act }));
  return document.body.appendChild(element("div", { class: "lc-aloud", role: "group", "aria-label": words.aloud }, ...buttons));
}

// Offers to read the page aloud where the device has a voice for it; what reads is loaded when it is wanted.
import { load, loadLater } from "../shared/load.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

export function startAloud() {
  const button = document.querySelector("[data-aloud]");
  const article = document.querySelector("article.lc-text");
  if (!button || !article || !window.speechSynthesis) return;
  const language = article.closest("[lang]").lang;
  const look = () => {
    const ready = Boolean(voiceFor(language));
    button.toggleAttribute("data-ready", ready);
    if (ready) loadLater("aloud");
  };
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
  button.addEventListener("click", async () => {
    try {
      await load("aloud");
    } catch {
      say(words.load_failed);
      return;
    }
    globalThis.lcAloud(article, language, button, voiceFor);
  });
}

// Only voices of the device itself: others would send the text to somebody's server.
function voiceFor(language) {
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return own.find((voice) => voice.lang.toLowerCase().replace("_", "-").startsWith(language));
}

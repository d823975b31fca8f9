// What the editor knows: the pages there are, which one is open, and what of it is saved.

import { $ } from "./asking.js";

export const state = {
  pages: [],
  readers: [],
  items: {}, // kind of page → what can be added to it
  shown: "vi", // language of the list
  open: null, // { path, text, digest, url, fields, findings, front }
  front: "", // the settings of the open page, as text
};

/** Return the text of the open page as it is now, settings and words. */
export const whole = () => state.front + $("text").value;

export const unsaved = () => state.open !== null && whole() !== state.open.text;

/** Take the settings, the first lines of a page, from its whole text; its words stay as they are being typed. */
export function takeFront(text, lines) {
  state.front = text.split("\n").slice(0, lines).join("\n") + (lines ? "\n" : "");
  $("front").value = state.front;
}

/** Divide the whole text of a page into its settings and its words. */
export function divide(text, lines) {
  takeFront(text, lines);
  $("text").value = text.slice(state.front.length);
}

/** Return the path of the same page in the other language. */
export function twinOf(path) {
  return path.replace(/^(docs\/)(vi|en)\//, (whole, docs, own) => `${docs}${own === "vi" ? "en" : "vi"}/`);
}

export function tell(words) {
  $("status").textContent = words;
}

// The part of a text in which the meant words stand closest together, with those words marked.
import { tokens } from "./tokens.js";

const SHOWN = 24;
const BEFORE = 3;

// Returns [{ text, marked }]; joined, the parts are the excerpt.
export function excerpt(text, words, shown = SHOWN) {
  const all = tokens(text);
  const hits = all.map(({ word }) => (words.has(word) ? 1 : 0));
  let best = 0;
  let sum = hits.slice(0, shown).reduce((total, hit) => total + hit, 0);
  for (let from = 1, most = sum; from + shown <= all.length; from += 1) {
    sum += hits[from + shown - 1] - hits[from - 1];
    if (sum > most) [most, best] = [sum, from];
  }
  const first = Math.max(hits.indexOf(1, best), best);
  const last = hits.lastIndexOf(1, best + shown - 1);
  const from = last < shown ? 0 : Math.max(first - BEFORE, last + 1 - shown);
  const to = Math.min(from + shown, all.length);
  const start = from ? all[from].at : 0;
  const end = to < all.length ? all[to - 1].end : text.length;
  return [...(from ? plain("… ") : []), ...marked(text.slice(start, end), words), ...(end < text.length ? plain(" …") : [])];
}

// A text with the meant words marked.
export function marked(text, words) {
  const parts = [];
  let at = 0;
  for (const token of tokens(text)) {
    if (!words.has(token.word)) continue;
    parts.push(...plain(text.slice(at, token.at)), { text: text.slice(token.at, token.end), marked: true });
    at = token.end;
  }
  return [...parts, ...plain(text.slice(at))];
}

function plain(text) {
  return text ? [{ text, marked: false }] : [];
}

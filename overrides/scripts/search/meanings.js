// Which words of the site a typed word can mean, and how surely: as typed 1, without marks, as keys, as a beginning,
// by stem, off by one letter.
import { decoded } from "./keystrokes.js";
import { canonical, fold, parts } from "./vietnamese.js";

const WITHOUT_MARKS = 0.95;
const AS_KEYS = 0.9;
const BY_STEM = 0.8;
const BEGINNING = 0.6;
const UNMARKED_AMONG_MARKED = 0.3;
const HALF_MARKED = 0.5;
export const OFF_BY_ONE = 0.25;
const WRONG_MARKS = 0.02;

// `marked` says whether any word of the query carries marks, `last` whether this one may still be being typed.
export function meanings(word, { byCanonical, byFold }, { marked, last, stems }) {
  const found = new Map();
  const add = (words, weight) => {
    for (const one of words ?? []) if (!(found.get(one) >= weight)) found.set(one, weight);
  };
  const bare = fold(word);
  const ownMarks = bare !== word;
  add(byCanonical.get(canonical(word)), 1);
  const twins = byFold.get(bare) ?? [];
  add(twins, ownMarks ? WRONG_MARKS : marked ? UNMARKED_AMONG_MARKED : WITHOUT_MARKS);
  if (ownMarks) add(twins.filter((one) => halfOf(one, word)), HALF_MARKED);
  if (!ownMarks) for (const one of decoded(word, (one) => byCanonical.has(canonical(one)))) add(byCanonical.get(canonical(one)), AS_KEYS);
  add(stems.get(bare), BY_STEM);
  if (last && bare.length > 1) {
    for (const [key, words] of byFold) {
      if (key.length > bare.length && key.startsWith(bare)) add(ownMarks ? words.filter((one) => begins(one, word)) : words, BEGINNING);
    }
  }
  if (!found.size) for (const words of neighbours(bare, byFold)) add(words, OFF_BY_ONE);
  return found;
}

// Whether a word is the typed one with marks added and none changed: luât is half of luật.
function halfOf(word, typed) {
  const [whole, half] = [parts(word), parts(typed)];
  const shapes = [...half.letters].every((letter, at) => letter === whole.letters[at] || letter === fold(whole.letters[at] ?? ""));
  return whole.letters.length === half.letters.length && shapes && (half.tone === 0 || half.tone === whole.tone);
}

// Whether a word can still become the typed one's continuation: the same letters so far and, once a tone is typed, that tone.
function begins(word, typed) {
  const [whole, half] = [parts(word), parts(typed)];
  return whole.letters.startsWith(half.letters) && (half.tone === 0 || half.tone === whole.tone);
}

// Words whose letters differ from the typed ones by one letter more, less, other, or two neighbours exchanged.
function neighbours(bare, byFold) {
  if (bare.length < 3 || /\d/.test(bare)) return [];
  return [...byFold].filter(([key]) => Math.abs(key.length - bare.length) <= 1 && offByOne(key, bare)).map(([, words]) => words);
}

export function offByOne(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  return (
    a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

// The searchable words of the site: every word once, with the places where it stands.
import { groupedBy } from "./grouped.js";
import { tokens } from "./tokens.js";
import { canonical, fold } from "./vietnamese.js";

const TITLE = 1;

// Entries are { title, text, worth }; a place is the number of a word counted through all entries, with a gap after each
// title and each text, so that no run of neighbouring words goes over it.
export function collection(entries, wholes = new Map()) {
  const places = new Map();
  const entryAt = [];
  const inTitle = [];
  const add = (text, entry, title) => {
    for (const { word } of tokens(text)) {
      if (!places.has(word)) places.set(word, []);
      places.get(word).push(entryAt.length);
      entryAt.push(entry);
      inTitle.push(title);
    }
    entryAt.push(entry);
    inTitle.push(title);
  };
  const titleLengths = entries.map(({ title, text }, entry) => {
    const before = entryAt.length;
    add(title, entry, TITLE);
    const length = entryAt.length - before - 1;
    add(text ?? "", entry, 0);
    return Math.max(length, 1);
  });
  return {
    size: entries.length,
    places,
    titleLengths,
    wholes,
    worths: entries.map(({ worth }) => worth ?? 1),
    entryAt: Uint32Array.from(entryAt),
    inTitle: Uint8Array.from(inTitle),
    byCanonical: groupedBy(places.keys(), canonical),
    byFold: groupedBy(places.keys(), fold),
  };
}

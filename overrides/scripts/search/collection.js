// The searchable words of the site: every word once, with the places where it stands.
import { groupedBy } from "../shared/grouped.js";
import { wordsOf } from "./tokens.js";
import { canonical, fold } from "./vietnamese.js";

// Entries are { title, text, asked, worth }, `asked` being what readers call the thing when they ask for it. A place is
// the number of a word counted through all entries, with a gap after each part, so that no run of neighbouring words goes
// over it. `wholeOf` gives for the entry of a section the entry of its whole page.
export function collection(entries, wholeOf = []) {
  const counts = new Map();
  const parts = entries.map(({ title, text, asked }) => [title, text, asked].map((part) => wordsOf(part ?? "")));
  let length = 0;
  for (const part of parts.flat()) {
    length += part.length + 1;
    for (const word of part) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const { places, put } = room(counts);
  const entryAt = new Uint32Array(length);
  const inTitle = new Uint8Array(length);
  let place = 0;
  parts.forEach((three, entry) => {
    const from = place;
    for (const part of three) {
      for (const word of part) {
        put(word, place);
        if (part === three[0]) inTitle[place] = 1;
        place += 1;
      }
      place += 1;
    }
    entryAt.fill(entry, from, place);
  });
  return {
    size: entries.length,
    places,
    entryAt,
    inTitle,
    runs: [new Float32Array(length), new Float32Array(length)],
    titleLengths: parts.map(([title]) => Math.max(title.length, 1)),
    textLengths: parts.map(([, text]) => Math.max(text.length, 1)),
    worths: entries.map(({ worth }) => worth ?? 1),
    wholeOf: Int32Array.from(entries, (_, entry) => wholeOf[entry] ?? -1),
    byCanonical: groupedBy(places.keys(), canonical),
    byFold: groupedBy(places.keys(), fold),
  };
}

// One array of places for all words, so that a large site needs little memory: word → its part of it, and how to fill it.
function room(counts) {
  const all = new Uint32Array([...counts.values()].reduce((sum, count) => sum + count, 0));
  const places = new Map();
  const next = new Map();
  let from = 0;
  for (const [word, count] of counts) {
    places.set(word, all.subarray(from, from + count));
    next.set(word, 0);
    from += count;
  }
  const put = (word, place) => {
    places.get(word)[next.get(word)] = place;
    next.set(word, next.get(word) + 1);
  };
  return { places, put };
}

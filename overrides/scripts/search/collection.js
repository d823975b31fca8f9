// The searchable words of the site: every word once, with the places where it stands.
import { groupedBy } from "../shared/grouped.js";
import { wordsOf } from "./tokens.js";
import { canonical, fold } from "./vietnamese.js";

// Entries are { title, titled, text, said, asked, worth }: `titled` and `said` are synonyms of words of the title and the
// text, `asked` what readers call the thing when they ask for it; `filling` are words that say little. A place is
// the number of a word counted through all entries, with a gap after each part, so that no run of neighbouring words goes
// over it. `wholeOf` gives for the entry of a section the entry of its whole page.
export function collection(entries, wholeOf = [], filling = new Set()) {
  const counts = new Map();
  const parts = entries.map(({ title, titled, text, said, asked }) => [title, titled, text, said, asked].map((part) => wordsOf(part ?? "")));
  let length = 0;
  for (const part of parts.flat()) {
    length += part.length + 1;
    for (const word of part) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const { places, put } = room(counts);
  const entryAt = new Uint32Array(length);
  const inTitle = new Uint8Array(length);
  let place = 0;
  parts.forEach((five, entry) => {
    const from = place;
    for (const [number, part] of five.entries()) {
      for (const word of part) {
        put(word, place);
        if (number < 2) inTitle[place] = 1;
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
    titleLengths: parts.map(([title]) => Math.max(title.filter((word) => !filling.has(fold(word))).length, 1)),
    textLengths: parts.map(([, , text]) => Math.max(text.length, 1)),
    answers: Uint8Array.from(entries, ({ opening }) => (opening ? 1 : 0)),
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

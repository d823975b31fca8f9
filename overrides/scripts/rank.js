// Ranks entries: first by how much of the query they cover, then by the longest run of its words as neighbours.
import { meanings } from "./meanings.js";

const RUN = 8;
const CUT = 0.04;
const ABOVE = 0.5; // what a word in the title of its page counts for a section

// Returns [{ entry, score, words }], best first; `words` are the site's words that were meant. `queries` are other
// ways to say the same (an abbreviation written out); the best of them counts.
export function ranked(collection, queries, { stems, last }) {
  const best = new Map();
  for (const terms of queries) {
    for (const hit of scored(collection, terms, { stems, last })) {
      if (!(best.get(hit.entry)?.score >= hit.score)) best.set(hit.entry, hit);
    }
  }
  const hits = [...best.values()].sort((one, other) => other.score - one.score || one.entry - other.entry);
  return hits.filter((hit) => hit.score >= CUT * hits[0].score);
}

function scored(collection, terms, { stems, last }) {
  const marked = terms.some((term) => /[^\x00-\x7f]/.test(term));
  const meant = terms.map((term, at) => meanings(term, collection, { marked, stems, last: last && at === terms.length - 1 }));
  const { size, places, entryAt, inTitle } = collection;
  const cover = new Float64Array(size);
  const titleCover = new Float64Array(size);
  const titleHits = new Float64Array(size);
  const longest = new Float64Array(size);
  const touched = new Set();
  let whole = 0;
  let before = new Map();
  for (const words of meant) {
    const importance = weight(words, places, size);
    whole += importance;
    const here = new Map();
    const bestHere = new Map();
    const bestTitle = new Map();
    for (const [word, surety] of words) {
      for (const place of places.get(word)) {
        const entry = entryAt[place];
        const run = surety + (before.get(place - 1) ?? 0);
        if (!(here.get(place) >= run)) here.set(place, run);
        if (run > longest[entry]) longest[entry] = run;
        if (!(bestHere.get(entry) >= surety)) bestHere.set(entry, surety);
        if (inTitle[place] && !(bestTitle.get(entry) >= surety)) bestTitle.set(entry, surety);
      }
    }
    for (const [page, surety] of bestTitle) {
      for (const entry of collection.wholes.get(page) ?? []) {
        if (!(bestHere.get(entry) >= surety * ABOVE)) bestHere.set(entry, surety * ABOVE);
      }
    }
    for (const [entry, surety] of bestHere) {
      cover[entry] += surety * importance;
      touched.add(entry);
    }
    for (const [entry, surety] of bestTitle) {
      titleCover[entry] += surety * importance;
      titleHits[entry] += 1;
    }
    before = here;
  }
  const words = new Set(meant.flatMap((one) => [...one.keys()]));
  return [...touched].map((entry) => {
    const share = cover[entry] / whole;
    const run = Math.min(longest[entry] / terms.length, 1);
    const fits = Math.min(titleHits[entry] / collection.titleLengths[entry], 1);
    return { entry, share, run, score: collection.worths[entry] * share ** 2 * (1 + RUN * run ** 3) * (1 + (titleCover[entry] / whole) * (1 + fits / 2)), words };
  });
}

// Rare words say more than frequent ones.
function weight(words, places, size) {
  let count = 0;
  for (const [word, surety] of words) if (surety > 0.1) count += places.get(word).length;
  return Math.log(2 + (2 * size) / (1 + count));
}

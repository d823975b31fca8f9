// Ranks entries: by how much of the query they cover, by its words as neighbours, by how much of their title they are.
import { meanings } from "./meanings.js";
import { UNSURE, inherited, standing } from "./standing.js";
import { fold } from "./vietnamese.js";

// Found by trying on the queries of tests/cases/search; small changes to any of them change little.
const COVER = 2.5;
const PAIRS_COVER = 0.04;
const RUN = 4.83;
const RUN_POWER = 3.93;
const PAIRS = 1.73;
const PAIRS_POWER = 1.11;
const TITLE = 1.39;
const WHOLE_TITLE = 5.98;
const ELSEWHERE = { above: 0.5, intro: 0.4, below: 0.1 };
// A longer text has many words by chance.
const LONG = 190;
const LONG_LOSS = 0.48;
const CUT = 0.04;
// Words of questions say little of what is asked, however rare they are on the site.
const FILLING = 0.45;
// Who asks in whole sentences wants an answer, not the article it rests on.
const ANSWERS = 1.3;

// Returns [{ entry, score, share, run, words }], best first; `words` are the site's words that were meant. `queries` are
// other ways to say the same (an abbreviation written out); the best of them counts.
export function ranked(collection, queries, { stems, filling, last }) {
  const best = new Map();
  for (const terms of queries) {
    for (const hit of scored(collection, terms, { stems, filling, last })) {
      if (!(best.get(hit.entry)?.score >= hit.score)) best.set(hit.entry, hit);
    }
  }
  const hits = [...best.values()].sort((one, other) => other.score - one.score || one.entry - other.entry);
  return hits.filter((hit) => hit.score >= CUT * hits[0].score);
}

function scored(collection, terms, { stems, filling, last }) {
  const marked = terms.some((term) => /[^\x00-\x7f]/.test(term));
  const meant = terms.map((term, at) => meanings(term, collection, { marked, stems, last: last && at === terms.length - 1 }));
  const { size, worths, answers, titleLengths, textLengths } = collection;
  const asking = terms.some((term) => filling.has(fold(term)));
  const sums = { cover: new Float64Array(size), title: new Float64Array(size), hits: new Float64Array(size), pairs: new Float64Array(size) };
  const longest = new Float64Array(size);
  let [before, here] = collection.runs;
  before.fill(0);
  let whole = 0;
  let wholePairs = 0;
  for (const [at, words] of meant.entries()) {
    here.fill(0);
    const importance = rarity(frequency(words, collection), size) * (filling.has(fold(terms[at])) ? FILLING : 1);
    const stands = standing(collection, words, { longest, before, here });
    const there = inherited(collection, stands, ELSEWHERE);
    const pair = stands.pairs && rarity(stands.pairs, size);
    for (let entry = 0; entry < size; entry += 1) {
      sums.cover[entry] += importance * there[entry];
      sums.title[entry] += importance * stands.title[entry];
      sums.hits[entry] += stands.title[entry];
      sums.pairs[entry] += pair * stands.beside[entry];
    }
    whole += importance;
    wholePairs += pair;
    [before, here] = [here, before];
  }
  const found = [];
  const words = new Set(meant.flatMap(surest));
  let best = 0;
  for (let entry = 0; entry < size; entry += 1) {
    if (!sums.cover[entry]) continue;
    const share = (sums.cover[entry] + PAIRS_COVER * sums.pairs[entry]) / (whole + PAIRS_COVER * wholePairs);
    const run = Math.min(longest[entry] / terms.length, 1);
    const pairs = wholePairs ? sums.pairs[entry] / wholePairs : 1;
    const fits = Math.min(sums.hits[entry] / titleLengths[entry], 1);
    const title = (sums.title[entry] / whole) * (TITLE + WHOLE_TITLE * fits);
    const phrase = RUN * run ** RUN_POWER + PAIRS * pairs ** PAIRS_POWER;
    const long = 1 + LONG_LOSS * Math.max(0, Math.log(textLengths[entry] / LONG));
    const worth = worths[entry] * (asking && answers[entry] ? ANSWERS : 1);
    const score = (worth * share ** COVER * (1 + phrase + title)) / long;
    if (score > best) best = score;
    if (score >= CUT * best) found.push({ entry, share, run, score, words });
  }
  return found;
}

// What is rare says more than what is frequent, a word as well as two words side by side.
function rarity(count, size) {
  return Math.log(1.56 + (3 * size) / (1 + count)) ** 0.8;
}

function frequency(words, { places }) {
  let count = 0;
  for (const [word, surety] of words) if (surety > UNSURE) count += places.get(word).length;
  return count;
}

// The words to mark: those of a wrong spelling only where there are no better ones.
function surest(words) {
  const most = Math.max(...words.values());
  return [...words].filter(([, surety]) => surety >= most / 5).map(([word]) => word);
}

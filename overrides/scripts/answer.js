// Answers a query: what it cites comes first, then what it says; where nothing fits, the nearest spelling there is.
import { citedBy } from "./cited.js";
import { decoded } from "./keystrokes.js";
import { meanings, offByOne } from "./meanings.js";
import { ranked } from "./rank.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const LONGEST = 200;
const MOST_WORDS = 12;

// Returns { hits: [{ entry, score, words }], whole, nearest }: `whole` says whether the best hit has every word.
export function answer(index, query) {
  const asked = query.slice(0, LONGEST);
  const terms = termsOf(asked, index);
  const cited = citedBy(asked, index).map((entry) => ({ entry, score: Infinity, words: new Set() }));
  const found = terms.length
    ? ranked(index.words, variants(terms, index), { stems: index.stems, last: !/\s$/.test(asked) })
    : [];
  const others = found.filter(({ entry }) => !cited.some((one) => one.entry === entry));
  const sure = found.length > 0 && terms.every((term) => meant(term, index).size > 0);
  return { hits: [...cited, ...others], whole: cited.length > 0 || sure, nearest: sure ? "" : nearest(terms, index) };
}

// The words of a query; letters with digits are keys of VNI where they decode, else two words.
function termsOf(query, index) {
  const typed = query.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return typed
    .flatMap((word) => (/\d/.test(word) && known(word, index) ? [word] : tokens(word).map((token) => token.word)))
    .slice(0, MOST_WORDS);
}

function known(word, index) {
  return decoded(word).length > 0 && meant(word, index).size > 0;
}

function meant(word, { words, stems }) {
  return meanings(word, words, { marked: false, last: true, stems });
}

// The query as typed, and with its abbreviations written out.
function variants(terms, { short }) {
  const written = terms.flatMap((term) => short[fold(term)] ? tokens(short[fold(term)]).map(({ word }) => word) : [term]);
  return written.length === terms.length ? [terms] : [terms, written.slice(0, MOST_WORDS)];
}

// The query with words that are nowhere on the site replaced by the nearest that are.
function nearest(terms, index) {
  const spelled = terms.map((term) => {
    if (index.words.places.has(term)) return term;
    const near = [...index.words.byFold].filter(([key]) => offByOne(key, fold(term)));
    return near.length ? mostFrequent(near.flatMap(([, words]) => words), index) : "";
  });
  const text = spelled.filter(Boolean).join(" ");
  return text === terms.join(" ") ? "" : text;
}

function mostFrequent(words, { words: { places } }) {
  return words.reduce((best, word) => (places.get(word).length > places.get(best).length ? word : best));
}

// Answers a query: what it cites comes first, then what it says; where nothing fits, the nearest spelling there is.
import { citedBy } from "./cited.js";
import { decoded } from "./keystrokes.js";
import { OFF_BY_ONE, meanings, offByOne } from "./meanings.js";
import { ranked } from "./rank.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const LONGEST = 200;
const MOST_WORDS = 12;
const DIGIT = /\d/;
// The share of a query that the best answer has to cover for no other to be looked for.
const WHOLE = 0.8;

// Returns { hits: [{ entry, score, words }], covered, whole, nearest }: `covered` says whether the best hit has the words
// of the query, `whole` whether it has them as they stand there, which answers it.
export function answer(index, query) {
  const asked = query.slice(0, LONGEST).normalize("NFKC");
  const terms = termsOf(asked, index);
  const cited = citedBy(asked, index).map((entry) => ({ entry, score: Infinity, words: new Set() }));
  const found = terms.length
    ? ranked(index.words, variants(terms, index), { stems: index.stems, filling: index.filling, last: !/\s$/.test(asked) })
    : [];
  const others = found.filter(({ entry }) => !cited.some((one) => one.entry === entry));
  const spelled = terms.every((term) => known(term, index) || index.short.has(fold(term)));
  const covered = cited.length > 0 || found[0]?.share >= WHOLE;
  return {
    hits: [...cited, ...others],
    covered,
    whole: cited.length > 0 || (covered && found[0].run >= WHOLE),
    nearest: spelled || cited.length ? "" : nearest(terms, index),
  };
}

// The words of a query; letters with digits are keys of VNI where they decode, else two words.
function termsOf(query, index) {
  const typed = query.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return typed
    .flatMap((word) => (decoded(word).length && known(word, index) ? [word] : tokens(word).map((token) => token.word)))
    .slice(0, MOST_WORDS);
}

// Whether a word is on the site in some form, not only one like it.
function known(word, { words, stems }) {
  return Math.max(...meanings(word, words, { marked: false, last: true, stems }).values()) > OFF_BY_ONE;
}

// The query as typed, and with its abbreviations written out.
function variants(terms, { short }) {
  const written = terms.flatMap((term) => {
    const meaning = short.get(fold(term));
    return meaning ? tokens(meaning).map(({ word }) => word) : [term];
  });
  return written.length === terms.length ? [terms] : [terms, written.slice(0, MOST_WORDS)];
}

// The query with words that are nowhere on the site replaced by the nearest that are. Another number is no spelling of
// the one that was typed.
function nearest(terms, index) {
  const spelled = terms.map((term) => {
    if (index.words.places.has(term) || DIGIT.test(term)) return term;
    const near = [...index.words.byFold].filter(([key]) => !DIGIT.test(key) && offByOne(key, fold(term)));
    return near.length ? mostFrequent(near.flatMap(([, words]) => words), index) : "";
  });
  const text = spelled.filter(Boolean).join(" ");
  return text === terms.join(" ") ? "" : text;
}

function mostFrequent(words, { words: { places } }) {
  return words.reduce((best, word) => (places.get(word).length > places.get(best).length ? word : best));
}

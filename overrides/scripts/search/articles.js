// Queries that name an article of a law: điều 97 bộ luật lao động, khoản 4 điều 97 bllđ, article 97 of the labour code.
import { decoded } from "./keystrokes.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const ARTICLE = new Set(["dieu", "article", "art"]);
const CLAUSE = new Set(["khoan", "clause"]);
const POINT = new Set(["diem", "point"]);
const NUMBER = /^\d+$/;
const LETTER = /^[a-zđ]$/;
const FILLING = new Set(["so", "cua", "trong", "of", "the", "in"]);

// Returns the entry of the clause that a query names, or of its article, or what is told first of it, as a list; nothing
// where a query names no article. `articles` has ids of entries (blld.d97.k4) → entry, in the order of the pages.
export function articleIn(query, index) {
  const asked = asking(query, index);
  if (!asked) return undefined;
  for (const id of asked.documents) {
    const [article, clause] = [`${id}.d${asked.article}`, `${id}.d${asked.article}.k${asked.clause}`];
    const point = index.articles.get(`${asked.clause ? clause : article}.${asked.point}`);
    const found = point ?? at(index.articles, clause) ?? at(index.articles, article);
    if (found !== undefined) return [found];
  }
  return [];
}

// The ids of the documents that a query can mean which names an article.
export function documentsIn(query, index) {
  return asking(query, index)?.documents ?? [];
}

function asking(query, { documents, short }) {
  const words = tokens(query).map(({ word }) => ({ word, readings: [word, ...decoded(word)].map(fold) }));
  const [article, clause, point] = [wordAfter(words, ARTICLE, NUMBER), wordAfter(words, CLAUSE, NUMBER), wordAfter(words, POINT, LETTER)];
  if (!article) return undefined;
  const named = words
    .map(({ readings }) => readings)
    .filter((readings) => readings.length && !readings.some((word) => FILLING.has(word)))
    .flatMap((readings) => (short.has(readings[0]) ? tokens(short.get(readings[0])).map(({ word }) => [fold(word)]) : [readings]));
  const known = documents
    .filter(({ words: own }) => named.length && named.every((readings) => readings.some((word) => own.has(word))))
    .sort((one, other) => one.words.size - other.words.size);
  return { article, clause, point, documents: known.map(({ id }) => id) };
}

// What stands after a word, if it looks so; both are taken out of the query.
function wordAfter(words, names, looks) {
  const at = words.findIndex(({ readings }, here) => readings.some((word) => names.has(word)) && looks.test(words[here + 1]?.word));
  if (at < 0) return "";
  const [, { word }] = words.splice(at, 2);
  return word;
}

function at(articles, id) {
  return articles.get(id) ?? [...articles].find(([own]) => own.startsWith(`${id}.`))?.[1];
}

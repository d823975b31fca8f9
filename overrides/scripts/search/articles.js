// Queries that name an article of a law: điều 97 bộ luật lao động, khoản 4 điều 97 bllđ, article 97 of the labour code.
import { decoded } from "./keystrokes.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const ARTICLE = new Set(["dieu", "article", "art"]);
const CLAUSE = new Set(["khoan", "clause"]);
const FILLING = new Set(["so", "cua", "trong", "of", "the", "in"]);

// Returns the entry told first of the clause that a query names, or of its article, as a list; nothing where a query names
// no article. `articles` has ids of entries (blld.d97.k4) → entry, in the order of the pages.
export function articleIn(query, { articles, documents, short }) {
  const words = tokens(query).map(({ word }) => [word, ...decoded(word)].map(fold));
  const [article, clause] = [numberAfter(words, ARTICLE), numberAfter(words, CLAUSE)];
  if (!article) return undefined;
  const named = words
    .filter((readings) => readings.length && !readings.some((word) => FILLING.has(word)))
    .flatMap((readings) => (short.has(readings[0]) ? tokens(short.get(readings[0])).map(({ word }) => [fold(word)]) : [readings]));
  const known = documents
    .filter(({ words: own }) => named.length && named.every((readings) => readings.some((word) => own.has(word))))
    .sort((one, other) => one.words.size - other.words.size);
  for (const { id } of known) {
    const [whole, part] = [`${id}.d${article}`, `${id}.d${article}.k${clause}`];
    const found = firstBelow(articles, part) ?? firstBelow(articles, whole);
    if (found !== undefined) return [found];
  }
  return [];
}

// The number after a word, both of which are taken out of the query.
function numberAfter(words, names) {
  const at = words.findIndex((readings, here) => readings.some((word) => names.has(word)) && /^\d+$/.test(words[here + 1]?.[0]));
  if (at < 0) return "";
  const [, [number]] = words.splice(at, 2);
  return number;
}

function firstBelow(articles, id) {
  return articles.find(([own]) => own === id || own.startsWith(`${id}.`))?.[1];
}

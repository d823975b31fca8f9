// Queries that are citations: II.1.2, mục II.1, 58 ct tw, 20ctr, chỉ thị 58, luật 45/2019, điều 97 bộ luật lao động lead to the thing itself.
import { articleIn } from "./articles.js";
import { decoded } from "./keystrokes.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const BEFORE = new Set(["cv", "cong", "van", "phan", "muc", "part", "section", "dispatch"]);
const PART = /^(?:iii|ii|iv|i|v)$/;
const FILLING = new Set(["so", "nam", "cua", "no", "number", "of", "the"]);

// `provisions` has ids below the dispatch in lower case (ii.1.2) → entry; `documents` are { entry, number, words }.
export function citedBy(query, index) {
  const { provisions, documents } = index;
  const words = tokens(query).map(({ word }) => [word, ...decoded(word)].map(fold));
  const place = provisions.get(placeIn(words));
  if (place !== undefined) return [place];
  const article = articleIn(query, index);
  if (article) return article;
  const said = words.filter((readings) => !readings.some((word) => FILLING.has(word)));
  return documents
    .filter(({ number, words: own }) => number && said.some(([word]) => word === number) && said.every((readings) => readings.some((word) => own.has(word))))
    .map(({ entry }) => entry);
}

// Words that only name a place in the dispatch, as its id: mục II 1 2 → ii.1.2.
function placeIn(words) {
  const from = words.findIndex((readings) => !readings.some((word) => BEFORE.has(word)));
  const parts = words.slice(Math.max(from, 0)).map(([word]) => word);
  return PART.test(parts[0]) && parts.slice(1).every((part) => /^\d+$/.test(part)) ? parts.join(".") : "";
}

// Queries that are citations: II.1.2, mục II.1, 58 ct tw, 20ctr, chỉ thị 58, luật 45/2019 lead to the thing itself.
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const PLACE = /^(?:(?:cv|cong van|muc|section|dispatch)[\s.]*)*((?:iii|ii|iv|i|v)(?:[.\s]+\d+)*)$/;
const FILLING = new Set(["so", "nam", "cua", "no", "number", "of", "the"]);

// `provisions` has ids below the dispatch in lower case (ii.1.2) → entry; `documents` are { entry, number, words }.
export function citedBy(query, { provisions, documents }) {
  const place = PLACE.exec(fold(query).trim().replace(/\s+/g, " "));
  if (place) {
    const entry = provisions.get(place[1].replace(/[.\s]+/g, "."));
    if (entry !== undefined) return [entry];
  }
  const words = tokens(query).map(({ word }) => fold(word)).filter((word) => !FILLING.has(word));
  return documents
    .filter(({ number, words: own }) => number && words.includes(number) && words.every((word) => own.has(word)))
    .map(({ entry }) => entry);
}

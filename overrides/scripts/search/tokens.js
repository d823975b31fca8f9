// Words of a text in order: runs of letters and runs of digits, so that ct58 is ct 58 and 58-CT/TW is 58 ct tw.
const WORDS = /\p{L}[\p{L}\p{M}]*|\d+/gu;

// The words of a text, in lower case and NFC.
export function wordsOf(text) {
  return text.normalize("NFC").toLowerCase().match(WORDS) ?? [];
}

// The same with where they stand: [{ word, at, end }].
export function tokens(text) {
  return [...text.matchAll(WORDS)].map((found) => ({
    word: found[0].normalize("NFC").toLowerCase(),
    at: found.index,
    end: found.index + found[0].length,
  }));
}

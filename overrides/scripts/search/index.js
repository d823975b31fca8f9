// The index of the site's words: loaded as a script, so that it also comes from a folder on disk.
import { collection } from "./collection.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";
import { words } from "../words.js";

// Overviews, kits and reference pages tell again what others tell first.
const LATER = 0.69;
// A whole page says more than a section that happens to use the words.
const PAGE = 1.29;
// The source first, then what explains and answers; a slogan only repeats.
const WORTH = { provision: 1.4, term: 1.35, question: 1.15, slogan: 0.95 };
// What editors need, few others look for.
const ASIDE = 0.5;
const KINDS = ["provision", "document", "question", "slogan", "term", "page"];

export function loaded(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    globalThis.lcSearchIndex = resolve;
    script.src = address;
    script.onload = () => reject(new Error(address)); // too late, unless it was something else
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

// What the ranker needs, from the data of the first file, of the second, and of those of texts held in full.
export function indexOf(data, more, texts = []) {
  const first = entriesOf(data, 1);
  const entries = [...(more ? first.map((entry) => whole(entry, more.rest)) : first), ...(more ? entriesOf(more, LATER) : []), ...texts.flatMap((text) => entriesOf(text, LATER))];
  const provisions = new Map();
  const documents = [];
  const articles = new Map();
  entries.forEach((entry, at) => {
    if (entry.kind === "provision") {
      const place = entry.id.slice(entry.id.indexOf(".") + 1).toLowerCase();
      if (!provisions.has(place)) provisions.set(place, at);
      articles.set(entry.id, at); // what is told of an article comes before its text, which takes its place
    }
    if (entry.kind === "document") {
      const words = new Set(tokens(`${entry.names} ${entry.number} ${entry.titled ?? ""}`).map(({ word }) => fold(word)));
      documents.push({ entry: at, id: entry.id, number: entry.number, words });
    }
  });
  const stems = new Map();
  for (const [beginning, endings] of [...data.stems, ...(more?.stems ?? [])].map((group) => group.split(" "))) {
    const group = endings.split(",").map((ending) => beginning + ending);
    for (const word of group) stems.set(word, group);
  }
  const filling = new Set(words.filling.split(" ").map(fold));
  return {
    entries, provisions, articles, documents, stems, filling,
    short: new Map(Object.entries(data.short)),
    suggested: data.suggested,
    words: collection(entries, wholePages(entries), filling),
  };
}

// The answer to a question with what follows its first sentence.
function whole(entry, rest = {}) {
  return rest[entry.anchor] ? { ...entry, text: `${entry.text} ${rest[entry.anchor]}` } : entry;
}

// For the entry of each section the entry of its whole page.
function wholePages(entries) {
  const wholes = new Map();
  entries.forEach(({ kind, anchor, page }, at) => {
    if (kind === "page" && !anchor) wholes.set(page, at);
  });
  return entries.map(({ page }, at) => (wholes.get(page) === at ? undefined : wholes.get(page)));
}

function entriesOf({ pages }, worth) {
  return pages.flatMap(([page, heading, rows]) =>
    rows.map(([kind, title, anchor, text, more]) => ({
      kind: KINDS[kind], title, text, page, anchor, ...more,
      asked: KINDS[kind] === "term" ? words.what_is.replace("{}", title) : "",
      worth: worth * (more?.aside ? ASIDE : 1) * (KINDS[kind] === "page" && !anchor ? PAGE : WORTH[KINDS[kind]] ?? 1),
      within: anchor && title !== heading && KINDS[kind] !== "term" ? heading : "",
    })),
  );
}

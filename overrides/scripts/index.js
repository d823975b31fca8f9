// The index of the site's words: loaded as a script, so that it also comes from a folder on disk.
import { collection } from "./collection.js";
import { groupedBy } from "./grouped.js";
import { tokens } from "./tokens.js";
import { fold } from "./vietnamese.js";

const LATER = 0.6; // overviews, kits and reference pages tell again what others tell first
const PAGE = 1.3; // a whole page says more than a section that happens to use the words
const SLOGAN = 0.8; // a slogan repeats the words, it does not answer
const KINDS = ["provision", "document", "question", "slogan", "term", "page"];

export function loaded(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    globalThis.lcSearchIndex = resolve;
    script.src = address;
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

// What the ranker needs, from the data of one or two files.
export function indexOf(data, more) {
  const entries = [...entriesOf(data, 1), ...(more ? entriesOf(more, LATER) : [])];
  const provisions = new Map();
  const documents = [];
  entries.forEach((entry, at) => {
    if (entry.kind === "provision") provisions.set(entry.id.slice(entry.id.indexOf(".") + 1).toLowerCase(), at);
    if (entry.kind === "document") {
      const words = new Set(tokens(`${entry.names} ${entry.number}`).map(({ word }) => fold(word)));
      documents.push({ entry: at, number: entry.number, words });
    }
  });
  const stems = new Map();
  for (const [beginning, endings] of data.stems.map((group) => group.split(" "))) {
    const group = endings.split(",").map((ending) => beginning + ending);
    for (const word of group) stems.set(word, group);
  }
  return { entries, provisions, documents, stems, short: new Map(Object.entries(data.short)), suggested: data.suggested, words: collection(entries, wholePages(entries)) };
}

// Entry of a whole page → the entries of its sections, for which the title of the page counts too.
function wholePages(entries) {
  const sections = groupedBy(entries.keys(), (at) => entries[at].page);
  const wholes = [...entries.keys()].filter((at) => !entries[at].anchor && entries[at].kind === "page");
  return new Map(wholes.map((at) => [at, sections.get(entries[at].page)]));
}

function entriesOf({ pages }, worth) {
  return pages.flatMap(([page, heading, rows]) =>
    rows.map(([kind, title, anchor, text, id, number, names]) => ({
      kind: KINDS[kind], title, text, id, number, names, page, anchor,
      worth: worth * (KINDS[kind] === "slogan" ? SLOGAN : anchor ? 1 : PAGE),
      within: anchor && title !== heading ? heading : "",
    })),
  );
}

// The list of results, grouped by kind.
import { button, element } from "../shared/element.js";
import { groupedBy } from "../shared/grouped.js";
import { words } from "../words.js";
import { excerpt, marked } from "./excerpt.js";

const KINDS = {
  provision: words.kind_provision,
  document: words.kind_document,
  question: words.kind_question,
  slogan: words.kind_slogan,
  term: words.kind_term,
  page: words.kind_page,
};

export function listOf(hits, index, { base, nearest, asked }) {
  const shown = [];
  if (nearest) shown.push(suggestion(nearest));
  if (hits.length) shown.push(groups(hits, index, base));
  if (asked) shown.push(...elsewhere());
  if (!hits.length) shown.push(...suggested(index, base, asked));
  return shown;
}

// A link to the same page in the other language, where the same words are asked; each language has an index of its own.
function elsewhere() {
  const other = document.querySelector("header a[hreflang]");
  if (!other) return [];
  return [element("a", { class: "lc-search__elsewhere", href: other.href, hreflang: other.hreflang }, words.elsewhere)];
}

function groups(hits, { entries }, base) {
  const box = element("div", { role: "listbox", id: "lc-found", "aria-label": words.results });
  const byKind = groupedBy(hits, ({ entry }) => entries[entry].kind);
  let number = 0;
  for (const [kind, group] of byKind) {
    const name = `lc-found-${kind}`;
    const part = element("div", { role: "group", "aria-labelledby": name });
    const heading = element("p", { class: "lc-search__kind", id: name, role: "presentation" }, KINDS[kind]);
    part.append(heading, ...group.map((hit) => option(entries[hit.entry], hit.words, base, (number += 1))));
    box.append(part);
  }
  return box;
}

function option(entry, meant, base, number) {
  const link = element("a", { class: "lc-search__hit", role: "option", id: `lc-found-${number}`, tabindex: "-1", "aria-selected": "false" });
  link.href = base + entry.page + (entry.anchor && `#${entry.anchor}`);
  link.dataset.words = [...meant].join(" ");
  link.append(line("lc-search__title", marked(entry.title, meant)));
  if (entry.text) link.append(line("lc-search__text", told(entry, meant)));
  if (entry.within) link.append(line("lc-search__within", [{ text: entry.within }]));
  return link;
}

// How the answer to a question opens, with what it rests on; of anything else the part that has the words.
function told({ text, opening, source }, meant) {
  if (!opening) return excerpt(text, meant);
  return [...marked(text.slice(0, opening), meant), ...(source ? [{ text: ` (${source})` }] : [])];
}

function suggestion(nearest) {
  return element("p", {}, `${words.nearest} `, button(nearest, { "data-nearest": nearest }));
}

function suggested({ suggested }, base, asked) {
  if (!suggested.length) return [];
  const links = suggested.map(([title, address]) => element("a", { class: "lc-search__hit", href: base + address }, title));
  const list = element("ul", { class: "lc-search__suggested" }, ...links.map((link) => element("li", {}, link)));
  return [element("p", { class: "lc-search__kind" }, asked ? words.instead : words.suggested), list];
}

function line(name, parts) {
  return element("span", { class: name }, ...parts.map(({ text, marked: mark }) => (mark ? element("mark", {}, text) : text)));
}

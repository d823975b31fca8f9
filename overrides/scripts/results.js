// The list of results, grouped by kind, made of text alone: nothing a reader types can become markup.
import { groupedBy } from "./grouped.js";
import { excerpt, marked } from "./excerpt.js";
import { words } from "./words.js";

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
  const link = element("a", "lc-search__elsewhere", { href: other.href, hreflang: other.hreflang });
  link.textContent = words.elsewhere;
  return [link];
}

function groups(hits, { entries }, base) {
  const box = element("div", "lc-search__groups", { role: "listbox", id: "lc-found", "aria-label": words.results });
  const byKind = groupedBy(hits, ({ entry }) => entries[entry].kind);
  let number = 0;
  for (const [kind, group] of byKind) {
    const name = `lc-found-${kind}`;
    const part = element("div", "lc-search__group", { role: "group", "aria-labelledby": name });
    const heading = element("p", "lc-search__kind", { id: name, role: "presentation" });
    heading.textContent = words[`kind_${kind}`];
    part.append(heading, ...group.map((hit) => option(entries[hit.entry], hit.words, base, (number += 1))));
    box.append(part);
  }
  return box;
}

function option(entry, meant, base, number) {
  const link = element("a", "lc-search__hit", { role: "option", id: `lc-found-${number}`, tabindex: "-1", "aria-selected": "false" });
  link.href = base + entry.page + (entry.anchor && `#${entry.anchor}`);
  link.dataset.words = [...meant].join(" ");
  link.append(line("lc-search__title", marked(entry.title, meant)));
  if (entry.text) link.append(line("lc-search__text", excerpt(entry.text, meant)));
  if (entry.within) link.append(line("lc-search__within", [{ text: entry.within }]));
  return link;
}

function suggestion(nearest) {
  const line = element("p", "lc-search__nearest");
  const button = element("button", "lc-button", { type: "button", "data-nearest": nearest });
  button.textContent = nearest;
  line.append(`${words.nearest} `, button);
  return line;
}

function suggested({ suggested }, base, asked) {
  const heading = element("p", "lc-search__kind");
  heading.textContent = asked ? words.instead : words.suggested;
  const list = element("ul", "lc-search__suggested");
  for (const [title, address] of suggested) {
    const link = element("a", "lc-search__hit", { href: base + address });
    link.textContent = title;
    list.append(element("li", ""));
    list.lastChild.append(link);
  }
  return suggested.length ? [heading, list] : [];
}

function line(name, parts) {
  const made = element("span", name);
  made.append(...parts.map(({ text, marked: mark }) => {
    if (!mark) return text;
    const strong = element("mark", "");
    strong.textContent = text;
    return strong;
  }));
  return made;
}

function element(tag, name, attributes = {}) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

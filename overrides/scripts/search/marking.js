// Marks the searched words in the section that a search led to.
import { named } from "../shared/fragment.js";

globalThis.lcMark = (words) => {
  const target = named() ?? document.querySelector("article h1");
  const wanted = new Set(words);
  const ranges = sectionOf(target).flatMap((node) => rangesIn(node, wanted));
  if (ranges.length) CSS.highlights.set("lc-found", new Highlight(...ranges));
};

// A heading with what follows it up to the next heading; anything else alone.
function sectionOf(target) {
  if (!target?.matches("h1, h2, h3, h4")) return target ? [target] : [];
  const found = [target];
  const first = target.matches("h1") ? document.querySelector(".lc-body")?.firstElementChild : target.nextElementSibling;
  for (let next = first; next && !next.matches("h1, h2, h3, h4"); next = next.nextElementSibling) found.push(next);
  return found;
}

function rangesIn(element, wanted) {
  const ranges = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const found of walker.currentNode.data.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)) {
      if (!wanted.has(found[0].normalize("NFC").toLowerCase())) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, found.index);
      range.setEnd(walker.currentNode, found.index + found[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

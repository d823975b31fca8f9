// Makes a slide of an answer one that is read from the last row: its number large, its articles below.
import { element } from "../shared/element.js";

const NUMBER = /\d[\d.,]*\d%?|\d%?/;

export function spoken(nodes) {
  const heading = nodes.find((node) => node.matches("h2, h3, h4"));
  if (!heading) return nodes;
  const articles = new Set(nodes.flatMap(taken));
  enlarge(nodes.find((node) => node.matches("p:not(.lc-tags)")));
  return articles.size ? [...nodes, element("p", { class: "lc-meeting__articles" }, [...articles].join("; "))] : nodes;
}

// Takes the citations in brackets out of the words and gives them back; any other stays where it is read.
function taken(node) {
  const found = [];
  for (const cite of node.querySelectorAll("a.lc-cite")) {
    const [before, after] = [cite.previousSibling, cite.nextSibling];
    if (!before?.data?.endsWith("(") || !/^(?:, |\))/.test(after?.data ?? "")) continue;
    found.push(cite.textContent);
    cite.remove();
    before.data += after.data;
    after.remove();
    before.data = before.data.replace("(, ", "(").replace(/\s*\(\)/, "");
  }
  return found;
}

function enlarge(paragraph) {
  for (const text of paragraph?.childNodes ?? []) {
    const found = text.nodeType === Node.TEXT_NODE && NUMBER.exec(text.data);
    if (!found) continue;
    const rest = text.splitText(found.index);
    rest.splitText(found[0].length);
    rest.replaceWith(element("strong", { class: "lc-meeting__number" }, found[0]));
    return;
  }
}

// The sentences of a page as ranges of its text, in order, each within one block.
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, summary";
const LEFT_OUT = "template, script, button, label, .headerlink, .lc-tools, .lc-toc, .lc-tags, .lc-provision__tools, .lc-cited, .lc-told-below, .lc-original, .lc-beside, .lc-findings, .lc-ref, .lc-refs, .lc-sources, .lc-chart, .lc-version, [hidden]";

export function sentencesOf(article) {
  const language = article.closest("[lang]").lang;
  return [...article.querySelectorAll(BLOCKS)]
    .filter((block) => !block.closest(LEFT_OUT))
    .flatMap((block) => rangesIn(textsOf(block), language));
}

// The text nodes of a block, without those of blocks inside it.
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(`${BLOCKS}, ${LEFT_OUT}`) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function rangesIn(texts, language) {
  const whole = texts.map((node) => node.data).join("");
  return cuts(whole, language).map(([from, to]) => {
    const range = document.createRange();
    range.setStart(...pointAt(texts, from));
    range.setEnd(...pointAt(texts, to));
    return range;
  });
}

function cuts(whole, language) {
  return parted(whole, language)
    .map(({ segment, index }) => [index + segment.length - segment.trimStart().length, index + segment.trimEnd().length])
    .filter(([from, to]) => /[\p{L}\d]/u.test(whole.slice(from, to)));
}

function parted(whole, language) {
  if (Intl.Segmenter) return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(whole)];
  return [...whole.matchAll(/.*?(?:[.!?…]+(?=\s)|$)/gs)].map((found) => ({ segment: found[0], index: found.index }));
}

function pointAt(texts, offset) {
  let rest = offset;
  for (const node of texts) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return [texts.at(-1), texts.at(-1).length];
}

// Divides the text of a page into what is shown at once: a heading with what follows it, or one provision.
import { element } from "../shared/element.js";
import { words } from "../words.js";
import { spoken } from "./spoken.js";

const LEFT_OUT = "template, button, .headerlink, .lc-tools, .lc-toc, .lc-provision__tools, .lc-cited, .lc-original, .lc-beside, .lc-findings, .lc-ref, .lc-refs, .lc-sources, .lc-version, script";
const STARTS = "h1, h2, h3, h4, .vb li[id], .vb div[id]";

export function slidesOf(article) {
  const slides = [];
  let heading = null;
  let open = null;
  for (const block of blocksOf(article)) {
    const start = block.matches(STARTS) && block;
    if (start && block.matches("h1, h2, h3, h4")) heading = block;
    if (start || !open) {
      const above = start && start !== heading && heading ? [titled(heading)] : [];
      open = { id: start ? start.id : "", nodes: above, full: false };
      slides.push(open);
    }
    open.full ||= block !== heading;
    open.nodes.push(cleaned(block));
  }
  const shown = slides.filter((slide, at) => slide.full || at === 0);
  for (const slide of shown) if (slide.id.startsWith("q-")) slide.nodes = spoken(slide.nodes);
  return [...shown, ...code()];
}

// At the end the code of the page, for those who want to read on.
function code() {
  const image = document.querySelector(".lc-imprint__qr");
  if (!image) return [];
  const copy = element("img", { class: "lc-meeting__code", src: image.src, alt: image.alt });
  const url = element("p", {}, location.origin === "null" ? location.pathname : location.origin + location.pathname);
  return [{ id: "", nodes: [element("h2", {}, words.meeting_code), copy, url], full: true }];
}

// The blocks in order; an official text is entered, its lists item by item.
function blocksOf(parent) {
  return [...parent.children].flatMap((child) => {
    if (child.matches(LEFT_OUT)) return [];
    if (child.matches(".lc-body, .lc-section, .vb, .vb > section, .vb-list, .lc-pair")) return blocksOf(child);
    if (child.matches(".vb li[id]")) return [child, ...[...child.querySelectorAll(":scope > .vb-list")].flatMap(blocksOf)];
    return [child];
  });
}

function cleaned(block) {
  const copy = block.cloneNode(true);
  for (const gone of copy.querySelectorAll(`${LEFT_OUT}, .vb-list`)) gone.remove();
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  for (const box of copy.querySelectorAll("details")) box.open = true;
  if (!copy.matches("li")) return copy;
  const alone = document.createElement("div");
  alone.append(...copy.childNodes);
  return alone;
}

function titled(heading) {
  const title = cleaned(heading);
  title.className = "lc-meeting__above";
  return title;
}

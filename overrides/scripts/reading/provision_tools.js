// A button beside each provision as it comes near, and what it opens: words to cite it with, its link, what cites it.
// All of it is made of what the page says once, so that the page of a whole code carries little more than the code.
import { button, element } from "../shared/element.js";
import { words } from "../words.js";
import { placeOf } from "./provision_words.js";

const PROVISIONS = ":is(h2, h3, h4, h5, h6, li, div)[id]";
const NEAR = { rootMargin: "100% 0px" };

// `text` holds the provisions, and the names by which the document is cited.
globalThis.lcProvisions = (text) => {
  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => offer(target)), NEAR);
  const cited = citingLinks(text);
  const offer = (provision) => {
    near.unobserve(provision);
    provision.prepend(opener(provision, text, cited.get(provision.id) ?? { links: [], left: 0 }));
  };
  for (const provision of text.querySelectorAll(PROVISIONS)) near.observe(provision);
};

// Id of a provision → links to what cites it, and how many more there are; the list that says so may be long.
function citingLinks(text) {
  const list = text.parentElement.querySelector(".lc-cited ul");
  const found = new Map();
  const beginning = text.querySelector(PROVISIONS).id.split("-", 1)[0];
  const of = (name) => {
    const id = `${beginning}-${name}`;
    if (!found.has(id)) found.set(id, { links: [], left: 0 });
    return found.get(id);
  };
  for (const item of list?.querySelectorAll("[data-cites]") ?? []) for (const name of item.dataset.cites.split(" ")) of(name).links.push(item.firstElementChild);
  for (const pair of list?.dataset.left?.split(" ") ?? []) of(pair.split(":")[0]).left = Number(pair.split(":")[1]);
  return found;
}

function opener(provision, text, cited) {
  const place = placeOf(provision);
  const count = cited.links.length + cited.left;
  const name = (count ? words.tools_of_cited : words.tools_of).replace("{}", place).replace("{count}", count);
  const made = element("button", { type: "button", class: "lc-provision__open", "aria-expanded": "false", "aria-label": name, title: name }, "⋮");
  if (count) made.append(element("small", {}, String(count)));
  let panel = null;
  made.addEventListener("click", () => {
    panel ??= afterOwnWords(provision, tools(provision, text, place, cited));
    panel.hidden = !panel.hidden;
    made.setAttribute("aria-expanded", String(!panel.hidden));
  });
  return made;
}

// Puts the panel, still hidden, between the words of a provision and the provisions inside it.
function afterOwnWords(provision, panel) {
  const own = provision.matches("li, div") ? [...provision.children].filter((one) => !one.matches(".vb-list")).at(-1) : provision.closest(".lc-pair") ?? provision;
  panel.hidden = true;
  own.after(panel);
  return panel;
}

function tools(provision, text, place, cited) {
  const link = `#${provision.id}`;
  const [first, later] = [place + text.dataset.first, place + text.dataset.later];
  const made = element("div", { class: "lc-provision__tools", lang: document.documentElement.lang }, element("dl", {},
    ...(first === later ? [use(words.cite_this, first, words.copy_first)] : [use(words.mention_first, first, words.copy_first), use(words.mention_later, later, words.copy_later)]),
  ));
  made.append(element("p", {}, element("a", { href: link }, words.permalink), " ",
    button(words.copy_link, { "data-copy-link": link }), " ", ...(navigator.share ? [button(words.share, { "data-share": link })] : [])));
  if (cited.links.length) made.append(element("p", {}, `${words.cited_by}:`), element("ul", {}, ...cited.links.map((one) => element("li", {}, one.cloneNode(true))),
    ...(cited.left ? [element("li", {}, words.cited_by_more.replace("{count}", cited.left))] : [])));
  return made;
}

function use(name, said, copying) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, said, " ", button(words.copy, { "data-copy": said, "aria-label": copying })));
}

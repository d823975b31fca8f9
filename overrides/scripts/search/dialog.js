// The search dialog: opened by ask.js when it is needed for the first time.
import { answer } from "./answer.js";
import { documentsIn } from "./articles.js";
import { hand } from "../shared/handed.js";
import { indexOf, loaded } from "./index.js";
import { listOf } from "./results.js";
import { words } from "../words.js";

const MOST = 30;
// A reader who goes on typing is not asking yet.
const PAUSE = 300;
const NUMBER = /\d/;
// Of keys that a keyboard which composes letters takes; Safari says so only in this way of the Enter that ends a word.
const COMPOSING = 229;

globalThis.lcSearch = ({ first, later, base }) => {
  const dialog = document.body.appendChild(built());
  const field = dialog.querySelector("input");
  const list = dialog.querySelector(".lc-search__list");
  const said = dialog.querySelector(".lc-search__said");
  let data = null;
  let index = null;
  let coming = null;
  let more = null;
  let loading = Promise.resolve();
  const texts = new Map(); // of documents held in full, as they come
  let selected = -1;

  // Whether the index has come; one that failed is asked for again the next time.
  async function ready() {
    coming = coming || loaded(first);
    try {
      data = await coming;
      index = index || indexOf(data);
    } catch {
      coming = null;
    }
    return Boolean(index);
  }

  // What is not at hand is loaded once, when a query is not answered without it, or has a number: that may be the article
  // of a law. Then the text of the law that is named comes, or, where nothing has the words, those of all.
  async function show() {
    if (!index && !(await ready())) {
      said.textContent = words.load_failed;
      return;
    }
    const query = field.value;
    const { whole, covered } = draw(query);
    if (whole && !NUMBER.test(query)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    loading = loading.then(() => loadFor(query, covered)); // one file after the other: all hand themselves over by one name
  }

  async function loadFor(query, covered) {
    const steps = [loadMore, () => loadTexts(documentsIn(query, index)), () => (covered ? false : loadTexts(Object.keys(data.texts)))];
    for (const step of steps) {
      if (field.value !== query) return;
      try {
        if (!(await step())) continue;
      } catch {
        return; // without a network what is at hand has to do
      }
      index = indexOf(data, more, [...texts.values()]);
      if (field.value === query) ({ covered } = draw(query));
    }
  }

  // Each returns whether something has come that was not there.
  async function loadMore() {
    if (more) return false;
    more = await loaded(later);
    return true;
  }

  async function loadTexts(ids) {
    const wanted = ids.filter((id) => data.texts[id] && !texts.has(id));
    for (const id of wanted) texts.set(id, await loaded(new URL(data.texts[id], new URL(first, location.href)).href));
    return wanted.length > 0;
  }

  // Shows what is found so far; returns whether that answers the query, and whether it has its words.
  function draw(query) {
    const asked = query.trim() !== "";
    const { hits, whole, covered, nearest } = asked ? answer(index, query) : { hits: [], whole: true, covered: true, nearest: "" };
    const shown = hits.slice(0, MOST);
    list.replaceChildren(...listOf(shown, index, { base, nearest, asked }));
    const found = hits.length > MOST ? words.most : hits.length ? words.count : words.nothing;
    said.textContent = asked ? found.replace("{count}", shown.length) : "";
    field.setAttribute("aria-expanded", String(shown.length > 0));
    select(-1);
    return { whole, covered };
  }

  function options() {
    return [...list.querySelectorAll("[role=option]")];
  }

  function select(next) {
    selected = next;
    field.removeAttribute("aria-activedescendant");
    options().forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === selected));
      if (at !== selected) return;
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  const again = () => index || show();
  field.addEventListener("input", show);
  field.addEventListener("focus", again);
  addEventListener("online", again);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === COMPOSING) return;
    const count = options().length;
    if (event.key === "ArrowDown" && count) select((selected + 1) % count);
    else if (event.key === "ArrowUp" && count) select(selected < 1 ? count - 1 : selected - 1);
    else if (event.key === "Enter") options()[Math.max(selected, 0)]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("a, [data-nearest]");
    if (!chosen) return;
    if (chosen.dataset.nearest) {
      ask(chosen.dataset.nearest);
      field.focus();
      return;
    }
    if (chosen.hreflang) hand("lc-ask", field.value);
    if (chosen.dataset.words) hand("lc-found", { path: chosen.pathname, words: chosen.dataset.words.split(" ") });
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });

  function ask(query) {
    field.value = query;
    show();
  }

  ready();
  return (query = field.value) => {
    dialog.showModal();
    ask(query);
    field.select();
  };
};

function built() {
  const dialog = document.createElement("dialog");
  dialog.className = "lc-search";
  dialog.setAttribute("aria-label", words.search);
  dialog.innerHTML = `<div class="lc-search__bar">
    <input class="lc-search__field" type="search" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
      enterkeyhint="go" aria-expanded="false" aria-autocomplete="list" aria-controls="lc-found" autofocus>
    <button class="lc-button" type="button" data-close></button></div>
    <p class="lc-search__said" role="status"></p>
    <div class="lc-search__list"></div>`;
  const field = dialog.querySelector("input");
  field.setAttribute("aria-label", words.search);
  field.placeholder = words.ask;
  dialog.querySelector("[data-close]").textContent = words.close;
  return dialog;
}

// The search dialog: opened by ask.js when it is needed for the first time.
import { answer } from "./answer.js";
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
  let rest = null;
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

  // The texts that are not at hand are loaded once, when a query is not answered without them, or has a number: that may
  // be the article of a law that is told.
  async function show() {
    if (!index && !(await ready())) {
      said.textContent = words.load_failed;
      return;
    }
    const query = field.value;
    if (draw(query) && (rest || !NUMBER.test(query))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (field.value !== query) return;
    rest ??= loaded(later).then((more) => (index = indexOf(data, more)));
    try {
      await rest;
    } catch {
      // Without a network what is at hand has to do.
      rest = null;
    }
    if (field.value === query) draw(query);
  }

  // Shows what is found so far; returns whether every word of the query was.
  function draw(query) {
    const asked = query.trim() !== "";
    const { hits, whole, nearest } = asked ? answer(index, query) : { hits: [], whole: true, nearest: "" };
    const shown = hits.slice(0, MOST);
    list.replaceChildren(...listOf(shown, index, { base, nearest, asked }));
    const found = hits.length > MOST ? words.most : hits.length ? words.count : words.nothing;
    said.textContent = asked ? found.replace("{count}", shown.length) : "";
    field.setAttribute("aria-expanded", String(shown.length > 0));
    select(-1);
    return whole;
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

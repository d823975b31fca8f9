// The search dialog: opened by ask.js when it is needed for the first time.
import { answer } from "./answer.js";
import { indexOf, loaded } from "./index.js";
import { listOf } from "./results.js";
import { words } from "./words.js";

const MOST = 30;

globalThis.lcSearch = async ({ first, later, base }) => {
  const dialog = built();
  document.body.append(dialog);
  const data = await loaded(first);
  let index = indexOf(data);
  let whole = null;

  // The texts that are not at hand are loaded once, when a query is not answered without them.
  async function complete() {
    whole ??= loaded(later).then((more) => (index = indexOf(data, more)));
    await whole;
  }

  const field = dialog.querySelector("input");
  const list = dialog.querySelector(".lc-search__list");
  const said = dialog.querySelector(".lc-search__said");
  let selected = -1;

  function show() {
    const query = field.value;
    const asked = query.trim();
    const found = asked ? answer(index, query) : { hits: [], whole: true, nearest: "" };
    const hits = found.hits.slice(0, MOST);
    list.replaceChildren(...listOf(hits, index, base, asked ? found.nearest : "", asked !== ""));
    said.textContent = asked ? (hits.length ? words.count.replace("{count}", hits.length) : words.nothing) : "";
    select(-1);
    if (!found.whole) complete().then(() => field.value === query && whole !== "shown" && again(query));
  }

  function again(query) {
    if (field.value !== query) return;
    const found = answer(index, query);
    const hits = found.hits.slice(0, MOST);
    list.replaceChildren(...listOf(hits, index, base, found.whole ? "" : found.nearest, true));
    said.textContent = hits.length ? words.count.replace("{count}", hits.length) : words.nothing;
    select(-1);
  }

  function options() {
    return [...list.querySelectorAll("[role=option]")];
  }

  function select(next) {
    const all = options();
    selected = all.length ? (next + all.length) % all.length : -1;
    if (next < 0 && next !== -2) selected = -1;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === selected)));
    if (selected < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", all[selected].id);
      all[selected].scrollIntoView({ block: "nearest" });
    }
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected < 1 ? all.length - 1 : selected - 1);
    else if (event.key === "Enter") all[Math.max(selected, 0)]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option], [data-nearest]");
    if (option?.dataset.nearest) {
      event.preventDefault();
      field.value = option.dataset.nearest;
      field.focus();
      show();
    } else if (option) {
      remember(option);
      dialog.close();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });

  return (text) => {
    dialog.showModal();
    if (text) field.value = text;
    field.select();
    show();
  };
};

// The words to mark on the page that opens; they stay on the device and leave with the tab.
function remember(option) {
  try {
    sessionStorage.setItem("lc-found", JSON.stringify({ path: option.pathname, words: option.dataset.words.split(" ") }));
  } catch {
    // then nothing is marked
  }
}

function built() {
  const dialog = document.createElement("dialog");
  dialog.className = "lc-search";
  dialog.setAttribute("aria-label", words.search);
  dialog.innerHTML = `<div class="lc-search__bar">
    <input class="lc-search__field" type="search" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
      enterkeyhint="go" aria-expanded="true" aria-autocomplete="list" aria-controls="lc-found" autofocus>
    <button class="lc-button" type="button" data-close></button></div>
    <p class="lc-search__said" role="status"></p>
    <div class="lc-search__list" id="lc-found"></div>`;
  const field = dialog.querySelector("input");
  field.setAttribute("aria-label", words.search);
  field.placeholder = words.ask;
  dialog.querySelector("[data-close]").textContent = words.close;
  return dialog;
}

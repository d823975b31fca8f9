// The list of pages: those of one language whose names have the words that were typed, folder by folder.

import { $, make, say } from "./asking.js";
import { state } from "./state.js";

/** Whether the words in the field above the list are in the name of a page. */
export function listed(one) {
  const asked = $("filter").value.trim().toLowerCase();
  return !asked || `${one.title} ${one.path}`.toLowerCase().includes(asked);
}

function row(one) {
  const attributes = {
    type: "button",
    "data-path": one.path,
    "aria-current": state.open?.path === one.path ? "page" : undefined,
    title: say(`kind_${one.kind}`),
  };
  return make("button", attributes, one.title, ...(one.errors ? [make("span", { class: "count" }, String(one.errors))] : []));
}

/** Show the list as it is now. */
export function list() {
  const folders = new Map();
  for (const one of state.pages) {
    if (one.language !== state.shown || !listed(one)) continue;
    const folder = one.path.split("/").slice(2, -1).join("/");
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  const rows = [...folders].sort().map(([folder, within]) =>
    make("li", {}, ...(folder ? [make("h3", {}, folder)] : []), ...within.map(row)),
  );
  $("list").replaceChildren(...rows);
  for (const tab of document.querySelectorAll("[data-language]")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.language === state.shown));
  }
}

/** Listen to the list, its tabs and the field above it; `visit` opens a page by its path. */
export function listenToList(visit) {
  $("filter").addEventListener("input", list);
  $("list").addEventListener("click", (event) => {
    const row = event.target.closest("[data-path]");
    if (row) visit(row.dataset.path);
  });
  for (const tab of document.querySelectorAll("[data-language]")) {
    tab.addEventListener("click", () => {
      state.shown = tab.dataset.language;
      list();
    });
  }
}

// Tells a reader who comes from a printed sheet whether the sheet still agrees with the page as it is published now: what
// stands on the screen may have been kept from another day.
import { button, element } from "../shared/element.js";
import { published } from "../shared/published.js";
import { words } from "../words.js";

// `printed` is the version of the sheet.
globalThis.lcArrived = async (printed) => {
  const [text, changes] = verdict(printed, await published());
  const note = element("aside", { class: "lc-arrived", role: "status" });
  document.body.append(note); // a status is spoken only when it is there before its words
  const close = button(words.close);
  close.addEventListener("click", () => note.remove());
  note.append(element("p", {}, text), ...listed(changes), close);
};

function verdict(printed, now) {
  if (!now) return [words.imprint_unchecked, []];
  if ("moved" in now.dataset) return [words.imprint_moved, []];
  if (printed === now.dataset.version) return [words.imprint_current, []];
  const recorded = [...now.querySelectorAll("li[data-version]")];
  const at = recorded.findIndex((entry) => entry.dataset.version === printed);
  if (at < 0) return [words.imprint_unknown, []];
  const since = recorded.slice(0, at).flatMap((entry) => [...entry.querySelectorAll("li")]);
  return [words.imprint_changed, [...new Set(since.map((change) => change.textContent.trim()))]];
}

function listed(changes) {
  if (!changes.length) return [];
  const list = element("ul", {}, ...changes.map((change) => element("li", {}, change)));
  return [element("p", {}, words.imprint_changes), list];
}

// Tells a reader who comes from a printed sheet whether the sheet still agrees with the page.
import { button, element } from "../shared/element.js";
import { words } from "../words.js";

// `printed` is the version of the sheet, `now` what the page says of its own versions.
globalThis.lcArrived = (printed, now) => {
  const [text, changes] = verdict(printed, now);
  const note = element("aside", { class: "lc-arrived", role: "status" });
  document.body.append(note); // a status is spoken only when it is there before its words
  const close = button(words.close);
  close.addEventListener("click", () => note.remove());
  note.append(element("p", {}, text), ...listed(changes), close);
};

function verdict(printed, now) {
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

// Takes the place on the page along into the other language, where the parts have the same ids; where one is missing
// there, the nearest part before it stands in for it.
import { named } from "../shared/fragment.js";
import { hand, handed } from "../shared/handed.js";

export function startSwitching() {
  settle(handed("lc-place"));
  for (const link of document.querySelectorAll("header a[hreflang]")) {
    for (const use of ["pointerdown", "focus", "click"]) link.addEventListener(use, () => (link.hash = location.hash));
    link.addEventListener("click", () => hand("lc-place", { path: link.pathname, ids: idsUpTo(named()) }));
  }
}

function idsUpTo(place) {
  const ids = [...document.querySelectorAll(".lc-body [id]")];
  return ids.slice(0, ids.indexOf(place) + 1).map((one) => one.id).reverse();
}

function settle(place) {
  if (place?.path !== location.pathname || !Array.isArray(place.ids) || !location.hash || named()) return;
  const nearest = place.ids.find((id) => document.getElementById(id));
  if (nearest) location.replace(`#${nearest}`);
  else history.replaceState(history.state, "", location.pathname + location.search);
}

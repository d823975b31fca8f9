// Leads on from the address of a page or section that has moved. Whoever holds a printed sheet (?v=version) is told first.
import { named } from "../shared/fragment.js";

export function startMoving() {
  leadOn();
  addEventListener("hashchange", leadOn);
}

function leadOn() {
  if (new URLSearchParams(location.search).has("v")) return;
  const section = named()?.closest(".lc-moved > li")?.querySelector("a");
  const to = section ?? document.querySelector("a[data-moved]");
  if (to) location.replace(to.href);
}

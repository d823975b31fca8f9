// What shows the words behind citations and terms is loaded when a reader is seen to stay, or comes upon one of them.
// Without it a citation is a plain link.
import { load, loadLater } from "../shared/load.js";

const LINKS = "a.lc-cite, a.lc-term";

let resting = false; // since a press: what the press brings under the pointer is not pointed at
let awaited = null;

export function startPopups() {
  if (!document.querySelector(LINKS)) return;
  globalThis.lcResting = () => resting;
  loadLater("popup");
  for (const use of ["pointerover", "pointermove", "focusin", "click", "keydown"]) document.addEventListener(use, comeUpon);
}

function comeUpon(event) {
  if (globalThis.lcPopup) return; // it listens itself by now
  const { type, pointerType } = event;
  if (type === "click") resting = pointerType === "mouse";
  if (event.movementX || event.movementY) resting = false;
  if (type === "click" || type === "focusin" || event.key === "Escape") awaited = null;
  const tapped = type === "click" && pointerType === "touch";
  const pointed = type.startsWith("pointer") && pointerType === "mouse" && !resting;
  const link = event.target.closest?.(LINKS);
  if (!link || !(tapped || pointed || type === "focusin")) return;
  if (tapped) event.preventDefault();
  awaited = link;
  load("popup").then(() => link === awaited && globalThis.lcPopup(link, tapped), () => tapped && location.assign(link.href));
}

// What compares a printed sheet with its page is loaded for who comes from one (?v=version).
import { load } from "../shared/load.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

export function startArriving() {
  const printed = new URLSearchParams(location.search).get("v");
  const now = document.querySelector(".lc-version");
  if (printed === null || !now) return;
  load("arrived").then(
    () => globalThis.lcArrived(printed.trim().toLowerCase(), now),
    () => say(words.load_failed),
  );
}

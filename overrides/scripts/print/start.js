// What compares a printed sheet with its page is loaded for who comes from one (?v=version).
import { load } from "../shared/load.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

export function startArriving() {
  const printed = new URLSearchParams(location.search).get("v");
  if (printed === null || !document.querySelector(".lc-version")) return;
  load("arrived").then(
    () => globalThis.lcArrived(printed.trim().toLowerCase()),
    () => say(words.load_failed),
  );
}

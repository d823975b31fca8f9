// On the page of a held text each provision can be cited where it is read; what that needs is loaded on such pages alone.
import { load } from "../shared/load.js";

export function startProvisions() {
  const text = document.querySelector(".vb[data-first]");
  if (text) load("provisions").then(() => globalThis.lcProvisions(text), () => {});
}

// What marks the searched words is loaded for who comes from a search.
import { handed } from "../shared/handed.js";
import { load } from "../shared/load.js";

export function startFound() {
  const found = handed("lc-found");
  if (found?.path !== location.pathname || !Array.isArray(found.words) || !CSS.highlights) return;
  load("found").then(
    () => globalThis.lcMark(found.words),
    () => {}, // then nothing is marked
  );
}

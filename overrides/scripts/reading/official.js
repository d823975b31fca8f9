// The official forms of a short citation: it ends with the short name of its document, which the notes of the page tell.
export function official(short) {
  for (const note of document.querySelectorAll(".lc-sources [data-short]")) {
    const { short: named, later } = note.dataset;
    if (!short.endsWith(named)) continue;
    const [first, place] = [note.textContent, short.slice(0, -named.length)];
    return { first: place + first, later: place + later };
  }
  return { first: short, later: short };
}

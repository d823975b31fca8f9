// How one word of a query stands in the entries of a collection.

export const UNSURE = 0.1;

// `meant` are the site's words it can mean, with how surely. Returns per entry how surely the word is there (own), in its
// title (title) and beside the word before (beside), and how often it stands there on the whole site (pairs). `longest` keeps the longest run of neighbours of each entry, `before`
// and `here` the runs that end at each place.
export function standing({ size, places, entryAt, inTitle }, meant, { longest, before, here }) {
  const own = new Float32Array(size);
  const title = new Float32Array(size);
  const beside = new Float32Array(size);
  let pairs = 0;
  for (const [word, surety] of meant) {
    for (const place of places.get(word)) {
      const entry = entryAt[place];
      const above = place ? before[place - 1] : 0;
      const run = surety + above;
      if (run > here[place]) here[place] = run;
      if (run > longest[entry]) longest[entry] = run;
      if (surety > own[entry]) own[entry] = surety;
      if (above) {
        if (surety > beside[entry]) beside[entry] = surety;
        if (surety > UNSURE) pairs += 1;
      }
      if (inTitle[place] && surety > title[entry]) title[entry] = surety;
    }
  }
  return { own, title, beside, pairs };
}

// How surely a word is in an entry when what stands above and below it counts too: the title of its page, what the page
// says first, and, for a whole page, what its sections say.
export function inherited({ size, wholeOf }, { own, title }, { above, intro, below }) {
  const found = own.slice();
  for (let entry = 0; entry < size; entry += 1) {
    const whole = wholeOf[entry];
    if (whole < 0) continue;
    found[entry] = Math.max(found[entry], above * title[whole], intro * own[whole]);
    found[whole] = Math.max(found[whole], below * own[entry]);
  }
  return found;
}

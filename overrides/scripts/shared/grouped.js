// Things by what `keyOf` says of each, in order; Map.groupBy is younger than many phones.
export function groupedBy(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (groups.has(key)) groups.get(key).push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

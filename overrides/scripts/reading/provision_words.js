// Where in its document a provision stands, in words. Articles, clauses and points say so by their ids (lc-d35-k2-dd);
// of everything else the page has the words. The twin of `derived` in hooks/screen/provision_marks.py.
import { words } from "../words.js";

const ARTICLE = /-d(\d+)(?:-k(\d+))?(?:-([a-z]|dd))?$/;

export function placeOf(provision) {
  if (provision.dataset.place) return provision.dataset.place;
  const [, article, clause, point] = provision.id.match(ARTICLE) ?? [];
  const parts = [
    [words.place_point, point?.replace("dd", "đ")],
    [words.place_clause, clause],
    [words.place_article, article],
  ];
  const said = parts.filter(([, number]) => number).map(([kind, number]) => kind.replace("{}", number));
  return said.join(words.place_between);
}

// Unfolds what is folded while the page is printed: browsers before 2025 do not know ::details-content, with which the
// style sheet for paper does it.
const FOLDED = '.lc-body details:not([open], [class*="lc-"])';

export function startUnfolding() {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(FOLDED)];
    for (const one of unfolded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of unfolded) one.open = false;
  });
}

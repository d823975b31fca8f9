// Prints the page, if wanted in large letters, and folds what can be taken along again when the reader turns to
// something else.

export function startTaking() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) printed(button.dataset.print);
    fold(event.target.closest(".lc-take"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") fold();
  });
  addEventListener("afterprint", () => delete document.documentElement.dataset.large);
}

function printed(size) {
  if (size) document.documentElement.dataset.large = "";
  print();
}

function fold(kept) {
  for (const open of document.querySelectorAll(".lc-take[open]")) {
    if (open === kept) continue;
    if (open.contains(document.activeElement)) open.querySelector("summary").focus();
    open.open = false;
  }
}

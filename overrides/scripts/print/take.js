// Prints the page, if wanted in large letters, and folds what can be taken along again when the reader turns to
// something else.

export function startTaking() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) printed(button.dataset.print);
    if (!event.target.closest(".lc-take")) fold();
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

function fold() {
  const open = document.querySelector(".lc-take[open]");
  if (!open) return;
  if (open.contains(document.activeElement)) open.querySelector("summary").focus();
  open.open = false;
}

// Takes the place on the page along into the other language, where the parts have the same ids.
export function startSwitching() {
  for (const link of document.querySelectorAll("header a[hreflang]")) {
    for (const use of ["pointerdown", "focus", "click"]) link.addEventListener(use, () => (link.hash = location.hash));
  }
}

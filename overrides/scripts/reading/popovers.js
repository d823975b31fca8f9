// Opens and closes what stands on a page as a popover where the browser does not know popovers.
export const popovers = "popover" in HTMLElement.prototype;

export function startPopovers() {
  if (popovers) return;
  const openers = [...document.querySelectorAll("[popovertarget]")];
  const targetOf = (opener) => document.getElementById(opener.getAttribute("popovertarget"));
  const targets = new Set(openers.map(targetOf));
  for (const target of targets) draw(target, false);

  function draw(target, open) {
    target.hidden = !open;
    target.toggleAttribute("data-open", open);
    for (const opener of openers) if (targetOf(opener) === target) opener.setAttribute("aria-expanded", String(open));
  }

  function close(target) {
    if (target.hidden) return;
    const inside = target.contains(document.activeElement);
    draw(target, false);
    if (inside) openers.find((opener) => targetOf(opener) === target && !target.contains(opener)).focus();
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[popovertarget]");
    const own = opener && targetOf(opener);
    for (const target of targets) if (target !== own && !target.contains(event.target)) close(target);
    if (!own) return;
    if (own.hidden) draw(own, true);
    else close(own);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") targets.forEach(close);
  });
}

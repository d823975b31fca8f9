// Says in one place, to eyes and to screen readers, that something was done.
let place = null;
let timer = 0;

export function prepare() {
  place ??= document.body.appendChild(document.createElement("div"));
  place.className = "lc-said";
  place.setAttribute("role", "status");
}

export function say(text) {
  prepare();
  clearTimeout(timer);
  place.textContent = text;
  timer = setTimeout(() => (place.textContent = ""), 4000);
}

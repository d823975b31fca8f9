// Text size and background, in the header.
import { setScheme, setSize, size, sizes } from "./settings.js";

export function startReading() {
  const panel = document.querySelector(".lc-reading");
  if (!panel) return;
  panel.addEventListener("click", (event) => {
    const { sizeStep, schemeChoice } = event.target.closest("button")?.dataset ?? {};
    if (sizeStep) setSize(size() + Number(sizeStep));
    if (schemeChoice) setScheme(schemeChoice);
    show(panel);
  });
  panel.addEventListener("toggle", () => show(panel));
  show(panel);
}

function show(panel) {
  panel.querySelector("[data-size-value]").textContent = `${sizes[size()]}%`;
  for (const button of panel.querySelectorAll("[data-scheme-choice]")) {
    const chosen = button.dataset.schemeChoice === document.documentElement.dataset.scheme;
    button.setAttribute("aria-pressed", String(chosen));
  }
}

// What a reader chose on this device: text size and background. Nothing leaves the device.
export const sizes = [100, 115, 132, 150];

const SCHEMES = ["light", "dark"];
const root = document.documentElement;

function stored(name) {
  try {
    return localStorage.getItem(`lc-${name}`);
  } catch {
    return null; // storage can be switched off
  }
}

export function store(name, value) {
  try {
    localStorage.setItem(`lc-${name}`, value);
  } catch {
    // the choice then holds for this page
  }
}

export function size() {
  return Number(root.dataset.size);
}

export function setSize(step) {
  root.dataset.size = String(within(step));
  store("size", root.dataset.size);
}

// The step nearest to a value of whatever kind: storage may hold one of another time, or of another hand.
function within(step) {
  return Math.min(Math.max(Math.trunc(Number(step)) || 0, 0), sizes.length - 1);
}

export function setScheme(scheme) {
  root.dataset.scheme = scheme;
  store("scheme", scheme);
}

export function apply() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const drawScheme = () => {
    const chosen = stored("scheme");
    root.dataset.scheme = SCHEMES.includes(chosen) ? chosen : dark.matches ? "dark" : "light";
  };
  const drawSize = () => (root.dataset.size = String(within(stored("size"))));
  drawScheme();
  drawSize();
  dark.addEventListener("change", drawScheme);
  const drawAll = () => (drawScheme(), drawSize());
  addEventListener("storage", drawAll); // chosen in another tab
  addEventListener("pageshow", (event) => event.persisted && drawAll()); // chosen on the page the reader comes back from
}

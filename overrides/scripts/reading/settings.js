// What a reader chose on this device: text size and background. Nothing leaves the device.
export const sizes = [100, 115, 132, 150];

const root = document.documentElement;

export function stored(name) {
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
  return Number(root.dataset.size ?? stored("size")) || 0;
}

export function setSize(step) {
  root.dataset.size = String(Math.min(Math.max(step, 0), sizes.length - 1));
  store("size", root.dataset.size);
}

export function setScheme(scheme) {
  root.dataset.scheme = scheme;
  store("scheme", scheme);
}

export function apply() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  root.dataset.size = String(Math.min(Math.max(Number(stored("size")) || 0, 0), sizes.length - 1));
  root.dataset.scheme = stored("scheme") ?? (dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => {
    if (!stored("scheme")) root.dataset.scheme = dark.matches ? "dark" : "light";
  });
}

// Loads the script and the style of what not every reader opens, once; what failed is tried again.
import { files } from "../files.js";
import { element } from "./element.js";

const assets = new URL(".", document.currentScript.src);
const loading = new Map();

// Resolves when `name` can be opened, rejects without a network.
export function load(name) {
  if (!loading.has(name)) loading.set(name, Promise.all(files[name].map(added)));
  loading.get(name).catch(() => loading.delete(name));
  return loading.get(name);
}

// Loads when the reader is seen to stay: it then works without a network too.
export function loadLater(name) {
  for (const use of ["scroll", "pointerdown", "keydown"]) addEventListener(use, () => load(name).catch(() => {}), { once: true, passive: true });
}

function added(file) {
  const src = new URL(file, assets).href;
  const made = file.endsWith(".css") ? element("link", { rel: "stylesheet", media: "screen", href: src }) : element("script", { src });
  document.head.append(made);
  return new Promise((resolve, reject) => {
    made.onload = resolve;
    made.onerror = () => {
      made.remove();
      reject(new Error(src));
    };
  });
}

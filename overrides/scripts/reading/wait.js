// Browsers that can wait draw nothing before this element has come in: no button moves when the next one arrives.
import { element } from "../shared/element.js";

export function waitFor(id) {
  document.head.append(element("link", { rel: "expect", href: `#${id}`, blocking: "render" }));
}

// Runs before the page is shown, so that neither colours nor letters change under the reader's eyes.
import { apply } from "./settings.js";

apply();
waitFor("lc-dau-trang");

// Browsers that can wait draw nothing before this element has come in: no button moves when the next one arrives.
function waitFor(id) {
  const link = document.createElement("link");
  link.rel = "expect";
  link.href = `#${id}`;
  link.setAttribute("blocking", "render");
  document.head.append(link);
}

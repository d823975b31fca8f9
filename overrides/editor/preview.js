// The preview beside the text: the site's own, on another port of this machine.

import { $, ask, say } from "./asking.js";
import { state } from "./state.js";

const AGAIN = 1500;

let base = "";

/** Show a page of the site in the preview. */
export function look(url) {
  if (base && !$("preview").hidden) $("preview").src = `${base}/${url}`;
}

/** Show the open page in the preview once that runs. */
export async function preview() {
  try {
    follow(await ask("previewed"));
  } catch (error) {
    $("preview-state").textContent = error.message;
  }
}

function follow({ url, state: running }) {
  base = url;
  $("preview-state").textContent = running === "ready" ? "" : say(`preview_${running}`);
  $("again").hidden = running !== "ended";
  $("preview").hidden = running !== "ready";
  if (running === "ready") look(state.open?.url ?? "");
  if (running === "starting") setTimeout(preview, AGAIN);
}

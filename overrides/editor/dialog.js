// The window over the page: what is asked in it, what goes wrong in it, and pages that differ as tables.

import { $, make, say } from "./asking.js";

/** Show the window with a name, what it is about, and its buttons. */
export function open(name, body, ...actions) {
  $("dialog-name").textContent = say(name);
  $("dialog-body").replaceChildren(...body);
  $("dialog-status").textContent = "";
  $("dialog-actions").replaceChildren(...actions);
  if (!$("dialog").open) $("dialog").showModal();
}

export const close = () => $("dialog").close();
export const tell = (words) => ($("dialog-status").textContent = words);

/** Return a button that is off while it works; what goes wrong is said in the window. */
export function button(word, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, say(word));
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await act();
    } catch (error) {
      tell(error.message);
    }
    made.disabled = false;
  });
  return made;
}

export function field(word, input) {
  return make("label", {}, make("span", {}, say(word)), input);
}

/** Return pages that differ as tables, old words beside new. */
export function changes(of) {
  return of.flatMap((one) => {
    const kind = { "+": say("page_new"), "-": say("page_gone") }[one.kind];
    const rows = one.sections.flatMap((section) => [
      ...(section.title ? [make("tr", {}, make("th", { colspan: 2 }, section.title))] : []),
      ...section.rows.map(([before, after]) => make("tr", {}, make("td", {}, before), make("td", {}, after))),
    ]);
    const head = make("tr", {}, make("th", {}, say("before")), make("th", {}, say("after")));
    return [make("h3", {}, kind ? `${one.title} (${kind})` : one.title), ...(rows.length ? [make("table", {}, head, ...rows)] : [])];
  });
}

/** Say in the window what went wrong before it had anything to show. */
export function failed(error) {
  if (!$("dialog").open) $("dialog").showModal();
  tell(error.message);
}

// The settings of the open page as a form: what is changed there is changed in its text.

import { $, ask, make, say } from "./asking.js";
import { edited } from "./findings.js";
import { state, takeFront, tell, whole } from "./state.js";

let changing = Promise.resolve(); // changes come one after the other: each is made to what the one before left

/** Return a promise of when all changes of settings are in the text. */
export const settled = () => changing;

/** Show the settings of the open page. */
export function form() {
  $("fields").replaceChildren(...state.open.fields.map(field));
}

function field(one) {
  const input = control(one);
  input.dataset.setting = one.name;
  input.addEventListener("change", () => {
    const [page, value] = [state.open, one.type === "flag" ? input.checked : input.value];
    changing = changing.then(() => set(page, one.name, value));
  });
  const words = make("span", {}, say(one.name));
  return one.type === "flag" ? make("label", { class: "flag" }, input, words) : make("label", {}, words, input);
}

function control(one) {
  if (one.type === "choice") {
    const options = one.choices.map((kind) => make("option", { value: kind, selected: kind === one.value }, say(`kind_${kind}`)));
    return make("select", {}, ...options);
  }
  const types = { flag: "checkbox", number: "number" };
  const input = one.type === "lines" ? make("textarea", { rows: 3 }) : make("input", { type: types[one.type] ?? "text" });
  if (one.type === "flag") input.checked = one.value;
  else input.value = one.value;
  return input;
}

async function set(page, name, value) {
  if (state.open !== page) return;
  try {
    const changed = await ask("setting", { path: page.path, text: whole(), name, value });
    if (state.open !== page) return;
    takeFront(changed.text, changed.front);
    edited();
  } catch (error) {
    tell(error.message);
  }
}

/** Listen to the settings as text. */
export function listenToSettings() {
  $("front").addEventListener("change", () => {
    const [page, front] = [state.open, $("front").value];
    changing = changing.then(() => {
      if (state.open !== page) return;
      state.front = front;
      edited();
    });
  });
}

// The settings of the open page as a form: what is changed there is changed in its text.

import { $, ask, make, say } from "./asking.js";
import { edited } from "./findings.js";
import { divide, state, tell, whole } from "./state.js";

/** Show the settings of the open page. */
export function form() {
  $("fields").replaceChildren(...state.open.fields.map(field));
}

function field(one) {
  const input = control(one);
  input.dataset.setting = one.name;
  input.addEventListener("change", () => set(one.name, one.type === "flag" ? input.checked : input.value));
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

async function set(name, value) {
  try {
    const changed = await ask("setting", { path: state.open.path, text: whole(), name, value });
    divide(changed.text, changed.front);
    edited();
  } catch (error) {
    tell(error.message);
  }
}

/** Listen to the settings as text. */
export function listenToSettings() {
  $("front").addEventListener("change", () => {
    state.front = $("front").value;
    edited();
  });
}

// The form of a tool: reads it, shows the answer with its steps, or what is wrong beside the field. Nothing leaves the device.
import { today } from "./calendar.js";
import { button, element } from "../shared/element.js";
import { words } from "../words.js";

export function offer(compute) {
  const form = document.querySelector("form.lc-calc");
  if (!form || document.documentElement.dataset.scripts === undefined) return;
  const known = JSON.parse(form.dataset.known);
  const shown = document.getElementById("lc-calc-result");
  const fields = [...form.querySelectorAll("[name]")];
  const ask = () => fields.forEach((field) => show(field, form));
  form.addEventListener("input", ask);
  ask();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = fields.filter((field) => !field.closest("[hidden]"));
    const given = Object.fromEntries(asked.map((field) => [field.name, field.value]));
    const result = worked(compute, given, known);
    for (const field of fields) mark(field, result.wrong.find(([name]) => name === field.name)?.[1] ?? "");
    shown.replaceChildren(...(result.wrong.length ? [element("p", {}, words.mistakes)] : answer(result, asked, known)));
    const first = asked.find((field) => field.getAttribute("aria-invalid"));
    (first ?? shown).focus();
  });
}

function worked(compute, given, known) {
  try {
    return compute(given, known, today());
  } catch (error) {
    console.error(error);
    return { said: words.failed, steps: [], notes: [], wrong: [] };
  }
}

// A field that depends on another is asked for only with the values it names.
function show(field, form) {
  const row = field.closest("[data-when]");
  if (row) row.hidden = !row.dataset.values.split(" ").includes(form.elements[row.dataset.when].value);
}

function mark(field, wrong) {
  document.getElementById(`${field.id}-sai`).textContent = wrong;
  if (wrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function answer({ said, steps, notes }, asked, known) {
  const given = asked.filter((field) => field.value.trim()).map((field) => element("li", {}, `${label(field)} ${chosen(field)}`));
  const print = button(words.print, { class: "lc-button lc-calc__print" });
  print.addEventListener("click", () => window.print());
  return [
    element("p", { class: "lc-calc__said" }, said),
    element("h3", {}, words.steps),
    element("ol", {}, ...steps.map(([text, entry]) => element("li", {}, `${text} `, cited(known.entries[entry])))),
    ...(notes.length ? [element("h3", {}, words.notes), element("ul", {}, ...notes.map((note) => element("li", {}, note)))] : []),
    element("h3", {}, words.given),
    element("ul", { class: "lc-calc__given" }, ...given),
    element("p", {}, words.general),
    print,
  ];
}

function cited([name, href]) {
  const link = element("a", { class: "lc-cite", href }, name);
  return element("span", {}, "(", link, ")");
}

function label(field) {
  const text = field.labels[0].textContent.trim();
  return text.endsWith("?") ? text : `${text}:`;
}

function chosen(field) {
  return field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.value.trim();
}

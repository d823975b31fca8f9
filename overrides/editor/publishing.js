// What concerns the whole site, in a window: publishing, going back, what only the ward knows.

import { ask, make, say } from "./asking.js";
import { button, changes, close, open, tell } from "./dialog.js";

/** Return findings as a list; the button of each opens its page. */
function found(errors, visit) {
  const row = (one) =>
    make("li", {}, button("open_page", () => (close(), visit(one.path))), ` ${one.path}:${one.line}`, make("p", {}, `${one.problem} ${one.hint}`));
  return make("ul", {}, ...errors.map(row));
}

function agreed(word, lines) {
  const box = make("input", { type: "checkbox" });
  const label = make("label", { class: "flag" }, box, make("span", {}, say(word)));
  return [box, make("div", {}, label, make("ul", {}, ...lines.map((line) => make("li", {}, line))))];
}

/** Show what publishing changes, and publish; `visit` opens a page that keeps it from that. */
export async function publish(visit) {
  open("publish_title", []);
  tell(say("publish_reading"));
  const plan = await ask("plan");
  if (plan.errors.length) return open("publish_title", [make("p", {}, say("publish_errors")), found(plan.errors, visit)]);
  const [texts, asked] = agreed("publish_texts", plan.texts.map((one) => one.problem));
  const [translated, read] = agreed("publish_translations", plan.translations);
  const body = [
    make("p", {}, say(!plan.known ? "publish_unknown" : plan.changes.length ? "publish_changes" : "publish_same")),
    ...changes(plan.changes),
    ...(plan.texts.length ? [asked] : []),
    ...(plan.translations.length ? [read] : []),
    ...(plan.pdfs.length ? [make("details", {}, make("summary", {}, say("publish_pdfs", { count: plan.pdfs.length })), ...plan.pdfs.map((one) => make("div", {}, one)))] : []),
  ];
  const now = button("publish_now", async () => {
    tell(say("publish_building"));
    const { errors } = await ask("publish", { texts: texts.checked, translated: translated.checked });
    if (errors.length) return open("publish_title", [make("p", {}, say("publish_errors")), found(errors, visit)]);
    open("publish_title", []);
    tell(say("publish_done"));
  });
  open("publish_title", body, now);
}

/** Ask for what only the ward knows, and write what is new. */
export async function ward(done) {
  open("ward", []);
  const { details } = await ask("ward");
  const inputs = details.map((one) => make("input", { type: "text", name: one.name, value: one.value }));
  const labels = inputs.map((input, at) => make("label", {}, make("span", {}, details[at].label), input));
  const write = button("save", async () => {
    await ask("fill", { values: Object.fromEntries(inputs.map((input) => [input.name, input.value])) });
    close();
    done();
  });
  open("ward", [make("p", {}, say("ward_hint")), ...labels], write);
}

/** Ask whether to go back to the site published before, and do it. */
export function undo() {
  const now = button("undo_now", async () => {
    const undone = await ask("undo");
    open("undo_title", [...changes(undone.changes), ...undone.pages.map((one) => make("div", {}, one))]);
    tell(say("undo_done", undone));
  });
  open("undo_title", [make("p", {}, say("undo_ask"))], now);
}

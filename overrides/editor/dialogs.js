// What is asked in a window of its own: a citation, a question, a Word file, publishing and going back.

import { $, ask, make, say } from "./asking.js";
import { insertBlocks, insertCitation } from "./text.js";

function open(name, body, ...actions) {
  $("dialog-name").textContent = say(name);
  $("dialog-body").replaceChildren(...body);
  $("dialog-status").textContent = "";
  $("dialog-actions").replaceChildren(...actions);
  if (!$("dialog").open) $("dialog").showModal();
}

const close = () => $("dialog").close();
const tell = (words) => ($("dialog-status").textContent = words);

function button(word, act, attributes = {}) {
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

function field(word, input) {
  return make("label", {}, make("span", {}, say(word)), input);
}

/** Look for what can be cited, and insert it at the cursor. */
export function cite(page) {
  const query = make("input", { type: "search", placeholder: say("cite_hint") });
  const list = make("ul");
  let last = 0;
  async function find() {
    const now = ++last;
    const { found } = await ask("cite", { query: query.value, page });
    if (now !== last) return;
    list.replaceChildren(...found.map(row));
    tell(found.length ? "" : say("cite_none"));
  }
  function row(one) {
    const name = one.title ? `${one.label}: ${one.title}` : one.label;
    const quoted = `> ${one.words}\n>\n> [](cite:${one.id})`;
    return make(
      "li",
      {},
      make("strong", {}, name),
      make("p", {}, one.words),
      button("cite_insert", () => (close(), insertCitation(`([](cite:${one.id}))`)), { "data-id": one.id }),
      ...(one.held && one.words ? [" ", button("cite_quote", () => (close(), insertBlocks(quoted)))] : []),
    );
  }
  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find().catch((error) => tell(error.message)), 250);
  });
  query.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  open("cite_title", [field("cite_query", query), list]);
  query.focus();
}

/** Ask for a question with its readers, a slogan or a text; `done` gets the page with it. */
export function add(page, what, readers, done) {
  const words = make("input", { type: "text" });
  const boxes = what === "question" ? readers.map((one) => make("input", { type: "checkbox", value: one.name })) : [];
  const labels = boxes.map((box, at) => make("label", { class: "flag" }, box, make("span", {}, readers[at].title)));
  const write = button("item_add", async () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    const changed = await ask("item", { path: page, title: words.value, readers: chosen });
    close();
    done(changed);
  });
  const asked = boxes.length ? [make("fieldset", {}, make("legend", {}, say("item_readers")), ...labels)] : [];
  open(`add_${what}`, [field(`words_${what}`, words), ...asked], write);
}

/** Take a Word file, show what it changes, and write that when it is wanted. */
export function word(page, done) {
  const file = make("input", { type: "file", accept: ".docx" });
  const name = make("input", { type: "text" });
  const shown = make("div");
  let taken;
  const write = button("word_write", async () => {
    await ask("word", { ...taken, write: true });
    close();
    done();
  });
  write.hidden = true;
  const show = button("word_show", async () => {
    if (!file.files[0]) return;
    const content = await base64(file.files[0]);
    taken = { content, into: name.value.trim() };
    let answer;
    try {
      answer = await ask("word", taken);
    } catch (error) {
      if (taken.into || !page) throw error;
      taken.into = page; // no file of ours: it goes into the page that is open
      answer = await ask("word", taken);
    }
    shown.replaceChildren(...changes(answer.changes));
    write.hidden = !answer.changes.length;
    tell([...(answer.changes.length ? [] : [say("word_same")]), ...answer.notes].join("\n"));
  });
  open("word_title", [make("p", {}, say("word_hint")), field("word_file", file), field("word_new", name), shown], show, write);
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Return pages that differ as tables, old words beside new. */
function changes(of) {
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

/** Say in the window what went wrong before it had anything to show. */
export function failed(error) {
  if (!$("dialog").open) $("dialog").showModal();
  tell(error.message);
}

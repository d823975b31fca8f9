// What is put into a page from a window: a citation, a question, what a Word file says.

import { ask, make, say } from "./asking.js";
import { button, changes, close, field, open, tell } from "./dialog.js";
import { insertBlocks, insertCitation } from "./text.js";

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
      button("cite_insert", () => (close(), insertCitation(`[](cite:${one.id})`)), { "data-id": one.id }),
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

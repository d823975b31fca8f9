// The editor: which page is open, what of it is saved, what was found in it, and its preview.

import { $, ask, language, learn, make, say, speak } from "./asking.js";
import { add, cite, failed, publish, undo, ward, word } from "./dialogs.js";
import { go, listen, mark } from "./text.js";

const WAIT = 1200;
const STALE = ["translation-stale", "translation-unrecorded"];

let pages = [];
let readers = [];
let items = {}; // kind of page → what can be added to it
let shown = "vi";
let open = null; // { path, text, digest, url, fields, findings, front }
let front = "";
let waiting = 0;
let checking = false;
let checkAgain = false;
let turn = 0; // counts what was opened: an answer about what was open before is not shown

const whole = () => front + $("text").value;
const unsaved = () => open !== null && whole() !== open.text;

function tell(words) {
  $("status").textContent = words;
}

/** Whether the words in the field above the list are in the name of a page. */
function listed(one) {
  const asked = $("filter").value.trim().toLowerCase();
  return !asked || `${one.title} ${one.path}`.toLowerCase().includes(asked);
}

function list() {
  const folders = new Map();
  for (const one of pages) {
    if (one.language !== shown) continue;
    if (!listed(one)) continue;
    const folder = one.path.split("/").slice(2, -1).join("/");
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  const rows = [...folders].sort().map(([folder, within]) =>
    make(
      "li",
      {},
      ...(folder ? [make("h3", {}, folder)] : []),
      ...within.map((one) =>
        make(
          "button",
          { type: "button", "data-path": one.path, "aria-current": open?.path === one.path ? "page" : undefined, title: say(`kind_${one.kind}`), onclick: () => visit(one.path) },
          one.title,
          ...(one.errors ? [make("span", { class: "count" }, String(one.errors))] : []),
        ),
      ),
    ),
  );
  $("list").replaceChildren(...rows);
  for (const tab of document.querySelectorAll("[data-language]")) tab.setAttribute("aria-pressed", String(tab.dataset.language === shown));
}

async function visit(path) {
  if (unsaved() && !confirm(say("leave"))) return;
  clearTimeout(waiting);
  try {
    take(await ask("page", { path }));
    tell("");
  } catch (error) {
    tell(error.message);
  }
}

/** Show a page as the program sent it. */
function take(page) {
  open = page;
  turn += 1;
  shown = page.path.split("/")[1];
  divide(page.text, page.front);
  $("choose").hidden = true;
  $("work").hidden = false;
  if (!pages.some((one) => one.path === page.path && listed(one))) $("filter").value = "";
  named();
  form();
  list();
  judged(page);
  preview();
}

/** Name the page that is open, and what can be done with it. */
function named() {
  const own = pages.find((one) => one.path === open.path);
  const twin = twinOf(open.path);
  $("page-name").textContent = own ? `${own.title} · ${open.path}` : open.path;
  $("twin").hidden = !pages.some((one) => one.path === twin);
  $("twin").textContent = say(twin.startsWith("docs/en/") ? "twin_en" : "twin_vi");
  const what = items[own?.kind];
  $("add").hidden = !what;
  $("add").textContent = what ? say(`add_${what}`) : "";
}

/** Return the path of the same page in the other language. */
function twinOf(path) {
  return path.replace(/^(docs\/)(vi|en)\//, (whole, docs, own) => `${docs}${own === "vi" ? "en" : "vi"}/`);
}

/** Divide the whole text of a page into its settings and its words. */
function divide(text, lines) {
  front = text.split("\n").slice(0, lines).join("\n") + (lines ? "\n" : "");
  $("front").value = front;
  $("text").value = text.slice(front.length);
}

function form() {
  const inputs = open.fields.map((one) => {
    let input;
    if (one.type === "choice") {
      input = make("select", {}, ...one.choices.map((kind) => make("option", { value: kind, selected: kind === one.value }, say(`kind_${kind}`))));
    } else if (one.type === "lines") {
      input = make("textarea", { rows: 3 });
      input.value = one.value;
    } else {
      input = make("input", { type: one.type === "flag" ? "checkbox" : one.type === "number" ? "number" : "text" });
      if (one.type === "flag") input.checked = one.value;
      else input.value = one.value;
    }
    input.dataset.setting = one.name;
    input.addEventListener("change", () => set(one.name, one.type === "flag" ? input.checked : input.value));
    const words = make("span", {}, say(one.name));
    return one.type === "flag" ? make("label", { class: "flag" }, input, words) : make("label", {}, words, input);
  });
  $("fields").replaceChildren(...inputs);
}

async function set(name, value) {
  try {
    const changed = await ask("setting", { path: open.path, text: whole(), name, value });
    divide(changed.text, changed.front);
    edited();
  } catch (error) {
    tell(error.message);
  }
}

function edited() {
  $("save").disabled = !unsaved();
  tell(unsaved() ? say("unsaved") : "");
  mark([], show);
  clearTimeout(waiting);
  waiting = setTimeout(check, WAIT);
}

/** Ask what is wrong with the words as they are; one question at a time. */
async function check() {
  if (!open) return;
  if (checking) {
    checkAgain = true;
    return;
  }
  checking = true;
  checkAgain = false;
  const asked = { path: open.path, text: whole() };
  const begun = turn;
  $("checked").textContent = say("checking");
  try {
    const answer = await ask("check", asked);
    if (begun === turn && whole() === asked.text) judged(answer);
    else if (begun === turn) checkAgain = true;
  } catch (error) {
    $("checked").textContent = error.message;
  }
  checking = false;
  if (checkAgain) check();
}

/** Show what was found, beside the lines and as a list. */
function judged({ findings, elsewhere, fields }) {
  const lines = front.split("\n").length - 1;
  const all = findings.map((one) => ({ ...one, at: one.line - lines }));
  open.findings = findings;
  open.elsewhere = elsewhere;
  open.fields = fields ?? open.fields;
  mark(all.filter((one) => one.at > 0), show);
  const rest = elsewhere ? ` ${say("elsewhere", { count: elsewhere })}` : "";
  $("checked").textContent = (all.some((one) => one.error) ? "" : say("no_findings")) + rest;
  const guide = language === "en" ? "en/bien-tap/kiem-tra/" : "bien-tap/kiem-tra/";
  $("findings").replaceChildren(
    ...all.map((one) => {
      const where = one.at > 0 ? say("line", { line: one.at }) : say("settings_line", { line: one.line });
      const item = make(
        "li",
        {},
        make("button", { type: "button", onclick: () => jump(one) }, where),
        make("span", { class: "kind" }, ` ${say(one.error ? "error" : "note")}: `),
        `${one.problem} ${one.hint} `,
        make("button", { type: "button", onclick: () => look(`${guide}#${one.code}`) }, say("explain")),
        ...(STALE.includes(one.code) ? [" ", make("button", { type: "button", onclick: (event) => ((event.currentTarget.disabled = true), afterSaving(() => reviewed(one.line))) }, say("reviewed"))] : []),
      );
      one.item = item;
      return item;
    }),
  );
}

function jump(one) {
  if (one.at > 0) return go(one.at, one.column);
  $("settings").open = true;
  $("settings").scrollIntoView();
}

function show(one) {
  for (const item of $("findings").children) item.classList.toggle("shown", item === one.item);
  one.item?.scrollIntoView({ block: "center" });
}

async function save() {
  if (!unsaved()) return true;
  $("save").disabled = true;
  const text = whole();
  try {
    const saved = await ask("save", { path: open.path, text, digest: open.digest });
    if (whole() === text && saved.text !== text) {
      const place = $("text").selectionStart;
      divide(saved.text, front.split("\n").length - 1);
      $("text").setSelectionRange(place, place);
    }
    Object.assign(open, saved);
    $("save").disabled = !unsaved();
    check();
    ask("pages").then((answer) => ((pages = answer.pages), list()), () => {});
    tell(say("saved"));
    return true;
  } catch (error) {
    $("save").disabled = false;
    tell(error.message);
    return false;
  }
}

function look(url) {
  const wanted = `${base}/${url}`;
  if (base && !$("preview").hidden) $("preview").src = wanted;
}

let base = "";
/** Show the page in the preview once that runs. */
async function preview() {
  try {
    const { url, state } = await ask("previewed");
    base = url;
    $("preview-state").textContent = state === "ready" ? "" : say(`preview_${state}`);
    $("again").hidden = state !== "ended";
    $("preview").hidden = state !== "ready";
    if (state === "ready") look(open?.url ?? "");
    if (state === "starting") setTimeout(preview, 1500);
  } catch (error) {
    $("preview-state").textContent = error.message;
  }
}

/** Do something with pages on disk: what is open is saved first. */
async function afterSaving(act) {
  if (await save()) act();
}

async function reviewed(line) {
  try {
    take(await ask("reviewed", { path: open.path, line }));
  } catch (error) {
    tell(error.message);
  }
}

function added(page) {
  take(page);
  tell(say("item_done"));
  $("text").scrollIntoView({ block: "end" });
}

function reload() {
  ask("pages").then((answer) => {
    pages = answer.pages;
    if (open) ask("page", { path: open.path }).then(take);
    list();
  });
}

async function begin() {
  listen();
  const events = {
    save,
    publish: () => afterSaving(() => publish(visit).catch(failed)),
    twin: () => visit(twinOf(open.path)),
    undo,
    ward: () => afterSaving(() => ward(() => tell(say("saved"))).catch(failed)),
    cite: () => cite(open.path),
    add: () => afterSaving(() => add(open.path, items[pages.find((one) => one.path === open.path).kind], readers, added)),
    word: () => afterSaving(() => word(open.path, () => (reload(), tell(say("word_done"))))),
    again: () => ask("previewed", { again: true }).then(preview),
    language: () => (speak(language === "vi" ? "en" : "vi"), list(), open && (named(), form(), check())),
  };
  for (const [id, act] of Object.entries(events)) $(id).addEventListener("click", act);
  $("filter").addEventListener("input", list);
  $("text").addEventListener("input", edited);
  $("front").addEventListener("change", () => {
    front = $("front").value;
    edited();
  });
  for (const tab of document.querySelectorAll("[data-language]")) {
    tab.addEventListener("click", () => {
      shown = tab.dataset.language;
      list();
    });
  }
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());
  addEventListener("resize", () => open && judged(open));
  try {
    const started = await ask("start");
    learn(started.words);
    ({ pages, readers, items } = started);
    speak(language);
    list();
    preview();
  } catch (error) {
    tell(error.message);
  }
}

begin();

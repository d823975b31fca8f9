// The editor: opens a page, saves it, and gives each button of the frame what it does.

import { $, ask, language, learn, say, speak } from "./asking.js";
import { add, cite, word } from "./adding.js";
import { failed } from "./dialog.js";
import { check, edited, judged, listenToFindings, stopWaiting, turned } from "./findings.js";
import { list, listed, listenToList } from "./page_list.js";
import { preview } from "./preview.js";
import { publish, undo, ward } from "./publishing.js";
import { form, listenToSettings, settled } from "./settings.js";
import { divide, state, tell, twinOf, unsaved, whole } from "./state.js";
import { listen } from "./text.js";

let visits = 0; // counts what was asked for: of two pages, the one asked for last is shown

async function visit(path) {
  const mine = ++visits;
  try {
    const page = await ask("page", { path });
    await settled();
    if (mine !== visits || (unsaved() && !confirm(say("leave")))) return;
    stopWaiting();
    take(page);
    tell("");
  } catch (error) {
    tell(error.message);
  }
}

/** Show a page as the program sent it. */
function take(page) {
  state.open = page;
  turned();
  state.shown = page.path.split("/")[1];
  divide(page.text, page.front);
  $("choose").hidden = true;
  $("work").hidden = false;
  if (!state.pages.some((one) => one.path === page.path && listed(one))) $("filter").value = "";
  named();
  form();
  list();
  judged(page);
  preview();
}

/** Return what the list knows of the page that is open. */
const own = () => state.pages.find((one) => one.path === state.open.path);

/** Name the page that is open, and what can be done with it. */
function named() {
  const { path } = state.open;
  const twin = twinOf(path);
  $("page-name").textContent = own() ? `${own().title} · ${path}` : path;
  $("twin").hidden = !state.pages.some((one) => one.path === twin);
  $("twin").textContent = say(twin.startsWith("docs/en/") ? "twin_en" : "twin_vi");
  const what = state.items[own()?.kind];
  $("add").hidden = !what;
  $("add").textContent = what ? say(`add_${what}`) : "";
}

let saving = null; // the saving that is under way: whoever asks meanwhile waits for the same

/** Save the open page; the promise is of whether all of it is on disk. */
function save() {
  saving ??= saveAll().finally(() => (saving = null));
  return saving;
}

async function saveAll() {
  await settled();
  if (!unsaved()) return true;
  $("save").disabled = true;
  const page = state.open;
  const text = whole();
  try {
    const saved = await ask("save", { path: page.path, text, digest: page.digest });
    if (state.open === page && whole() === text && saved.text !== text) {
      const place = $("text").selectionStart;
      divide(saved.text, state.front.split("\n").length - 1);
      $("text").setSelectionRange(place, place);
    }
    Object.assign(page, saved);
    $("save").disabled = !unsaved();
    check();
    refresh();
    tell(say("saved"));
    return true;
  } catch (error) {
    $("save").disabled = false;
    tell(error.message);
    return false;
  }
}

/** Ask anew for the list of pages: how many places each still has to mend may have changed. */
function refresh() {
  ask("pages").then((answer) => ((state.pages = answer.pages), list()), () => {});
}

/** Do something with pages on disk: what is open is saved first. */
async function afterSaving(act) {
  if (await save()) act();
}

async function reviewed(line) {
  try {
    const page = await ask("reviewed", { path: state.open.path, line });
    if (unsaved()) check();
    else if (state.open.path === page.path) take(page);
    refresh();
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
    state.pages = answer.pages;
    if (state.open) ask("page", { path: state.open.path }).then(take);
    list();
  });
}

/** What each button of the frame and the toolbar does, by its id. */
const buttons = {
  save,
  publish: () => afterSaving(() => publish(visit).catch(failed)),
  twin: () => visit(twinOf(state.open.path)),
  undo,
  ward: () => afterSaving(() => ward(() => tell(say("saved"))).catch(failed)),
  cite: () => cite(state.open.path),
  add: () => afterSaving(() => add(state.open.path, state.items[own().kind], state.readers, added)),
  word: () => afterSaving(() => word(state.open.path, () => (reload(), tell(say("word_done"))))),
  again: () => ask("previewed", { again: true }).then(preview),
  language: () => (speak(language === "vi" ? "en" : "vi"), list(), state.open && (named(), form(), check())),
};

function listenToAll() {
  listen();
  listenToList(visit);
  listenToSettings();
  listenToFindings((line) => afterSaving(() => reviewed(line)));
  $("text").addEventListener("input", edited);
  for (const [id, act] of Object.entries(buttons)) $(id).addEventListener("click", act);
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());
}

async function begin() {
  listenToAll();
  try {
    const started = await ask("start");
    learn(started.words);
    Object.assign(state, { pages: started.pages, readers: started.readers, items: started.items });
    speak(language);
    list();
    preview();
  } catch (error) {
    tell(error.message);
  }
}

begin();

// What is found in the open page: asked for a moment after each change, shown beside the lines and as a list.

import { $, ask, language, make, say } from "./asking.js";
import { look } from "./preview.js";
import { state, tell, unsaved, whole } from "./state.js";
import { go, mark } from "./text.js";

const WAIT = 1200;
const STALE = ["translation-stale", "translation-unrecorded"];

let waiting = 0;
let checking = false;
let checkAgain = false;
let turn = 0; // counts what was opened: an answer about what was open before is not shown

/** Ask no more about the page that was open until now. */
export function stopWaiting() {
  clearTimeout(waiting);
}

/** Note that another page is open; what was asked about the one before is not shown. */
export function turned() {
  turn += 1;
}

/** Note that the words have changed, and ask about them once nobody types. */
export function edited() {
  $("save").disabled = !unsaved();
  tell(unsaved() ? say("unsaved") : "");
  mark([], show);
  clearTimeout(waiting);
  waiting = setTimeout(check, WAIT);
}

/** Ask what is wrong with the words as they are; one question at a time. */
export async function check() {
  if (!state.open) return;
  if (checking) {
    checkAgain = true;
    return;
  }
  checking = true;
  checkAgain = false;
  const asked = { path: state.open.path, text: whole() };
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
export function judged({ findings, elsewhere, fields }) {
  const lines = state.front.split("\n").length - 1;
  const all = findings.map((one) => ({ ...one, at: one.line - lines }));
  state.open.findings = findings;
  state.open.elsewhere = elsewhere;
  state.open.fields = fields ?? state.open.fields;
  mark(all.filter((one) => one.at > 0), show);
  const rest = elsewhere ? ` ${say("elsewhere", { count: elsewhere })}` : "";
  $("checked").textContent = (all.some((one) => one.error) ? "" : say("no_findings")) + rest;
  $("findings").replaceChildren(...all.map(row));
}

function row(one) {
  const guide = language === "en" ? "en/bien-tap/kiem-tra/" : "bien-tap/kiem-tra/";
  const where = one.at > 0 ? say("line", { line: one.at }) : say("settings_line", { line: one.line });
  one.item = make(
    "li",
    {},
    make("button", { type: "button", onclick: () => jump(one) }, where),
    make("span", { class: "kind" }, ` ${say(one.error ? "error" : "note")}: `),
    `${one.problem} ${one.hint} `,
    make("button", { type: "button", onclick: () => look(`${guide}#${one.code}`) }, say("explain")),
  );
  if (STALE.includes(one.code)) {
    one.item.append(" ", make("button", { type: "button", "data-reviewed": one.line }, say("reviewed")));
  }
  return one.item;
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

/** Listen to the list; `reviewed` records that the English section at a line still says what its original says. */
export function listenToFindings(reviewed) {
  $("findings").addEventListener("click", (event) => {
    const button = event.target.closest("[data-reviewed]");
    if (!button) return;
    button.disabled = true;
    reviewed(Number(button.dataset.reviewed));
  });
  addEventListener("resize", () => state.open && judged(state.open));
}

// The text of a page: its toolbar, what is pasted into it, and the marks beside the lines in which something was found.

import { $, ask, make, say } from "./asking.js";
import { state } from "./state.js";

const area = () => $("text");

/** Put words in the place of the selection, so that the browser's own undo takes them back. */
export function insert(words, { select } = {}) {
  const text = area();
  text.focus();
  const at = text.selectionStart;
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (select) text.setSelectionRange(at + select[0], at + select[1]);
}

function around(mark) {
  const text = area();
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd);
  insert(`${mark}${chosen}${mark}`, { select: [mark.length, mark.length + chosen.length] });
}

/** Begin each chosen line with a mark. */
function lines(mark) {
  const text = area();
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const to = text.value.indexOf("\n", Math.max(text.selectionEnd - 1, from));
  text.setSelectionRange(from, to < 0 ? text.value.length : to);
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd);
  insert(chosen.split("\n").map((line) => (line ? mark + line : line)).join("\n"));
}

function heading() {
  const text = area();
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd).trim() || say("heading");
  const own = chosen.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  insertBlocks(`## ${chosen} {#${own.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50)}}`);
}

/** Paste what comes from Word or a web page as Markdown; plain text goes in as it is. */
async function paste(event) {
  const html = event.clipboardData.getData("text/html");
  if (!html) return;
  event.preventDefault();
  const page = state.open;
  const plain = event.clipboardData.getData("text/plain");
  let words = plain;
  try {
    words = (await ask("paste", { html })).markdown || plain;
  } catch {
    // the plain words are better than none
  }
  if (state.open !== page) return;
  insert(/^(?:#|- |1\. |\||>)|\n/.test(words) ? apart(words) : words);
}

/** Return blocks with an empty line on each side, where text stands there. */
function apart(words) {
  const text = area();
  const before = text.value.slice(0, text.selectionStart);
  const after = text.value.slice(text.selectionEnd);
  const above = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = !after || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return above + words.trim() + below;
}

/** Put a citation at the cursor: bare where it has a line for itself, else in brackets, after a space where a word ends. */
export function insertCitation(words) {
  const text = area();
  const before = text.value.slice(text.value.lastIndexOf("\n", text.selectionStart - 1) + 1, text.selectionStart);
  const after = text.value.slice(text.selectionEnd).split("\n", 1)[0];
  if (before.trim() || after.trim()) insert(`${/[^\s(]$/.test(before) ? " " : ""}(${words})`);
  else insert(words);
}

/** Put blocks at the cursor. */
export function insertBlocks(words) {
  insert(apart(words));
}

/** Make the text as high as its lines, and put the marks beside them. `found` is what was found in the body. */
export function mark(found, show) {
  const text = area();
  const of = new Map();
  for (const one of found) of.set(one.at, [...(of.get(one.at) ?? []), one]);
  const rows = text.value.split("\n").map((line, number) => {
    const here = of.get(number + 1);
    const row = make("div", { class: here ? (here.some((one) => one.error) ? "error" : "note") : undefined });
    row.textContent = line || "\u200b";
    return row;
  });
  $("mirror").replaceChildren(...rows);
  text.style.height = `${$("mirror").offsetHeight}px`;
  const marks = [...of].flatMap(([line, here]) => {
    const row = rows[line - 1];
    if (!row) return [];
    const error = here.some((one) => one.error);
    const words = here.map((one) => `${one.problem} ${one.hint}`).join("\n");
    const button = make("button", { type: "button", class: error ? "error" : "note", title: words, "aria-label": words }, error ? "!" : "?");
    button.style.top = `${row.offsetTop}px`;
    button.addEventListener("click", () => show(here[0]));
    return [button];
  });
  $("marks").replaceChildren(...marks);
}

/** Put the cursor into a line of the body. */
export function go(line, column) {
  const text = area();
  const before = text.value.split("\n").slice(0, line - 1).join("\n");
  const at = Math.min(before.length + (line > 1 ? 1 : 0) + column - 1, text.value.length);
  text.focus();
  text.setSelectionRange(at, at);
  $("mirror").children[line - 1]?.scrollIntoView({ block: "center" });
}

/** Listen to the toolbar and to the clipboard. */
export function listen() {
  $("bold").addEventListener("click", () => around("**"));
  $("italic").addEventListener("click", () => around("*"));
  $("heading").addEventListener("click", heading);
  $("bullets").addEventListener("click", () => lines("- "));
  area().addEventListener("paste", paste);
}

// Questions to the program on this machine, and the words of the page in the language that was chosen.

const token = location.hash.slice(1) || sessionStorage.getItem("token") || "";
if (token) sessionStorage.setItem("token", token);
history.replaceState(null, "", location.pathname);

let all = {};
export let language = localStorage.getItem("editor-language") === "en" ? "en" : "vi";

/** Take the words of all languages, as the program sent them. */
export function learn(words) {
  all = words;
}

/** Return one of the words, with its values filled in; its name where there is none yet. */
export function say(name, values = {}) {
  const word = all[language]?.[name] ?? name;
  return word.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** Show everything that is marked with a word in the other language. */
export function speak(chosen) {
  language = chosen;
  localStorage.setItem("editor-language", chosen);
  document.documentElement.lang = chosen;
  document.title = say("name");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
}

/** Ask the program; what it refuses is an Error with words for people. */
export async function ask(name, asked = {}) {
  let answer;
  try {
    answer = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Handbook-Token": token },
      body: JSON.stringify({ language, ...asked }),
    });
  } catch {
    throw new Error(say("gone"));
  }
  const said = await answer.json();
  if (!answer.ok) throw new Error(answer.status === 403 && !all.vi ? FORBIDDEN : say(said.error, said));
  return said;
}

const FORBIDDEN = "Địa chỉ này không còn dùng được. Gõ lại make edit rồi mở địa chỉ mới. / Run make edit again and open its address.";

/** Return an element with attributes and children; a string is text, never HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export const $ = (id) => document.getElementById(id);

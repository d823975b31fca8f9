// Elements as scripts make them: of text alone, so that nothing a reader types can become markup.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(text, attributes = {}) {
  return element("button", { type: "button", class: "lc-button", ...attributes }, text);
}

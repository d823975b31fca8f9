// Opens meeting mode, which is loaded when it is wanted.
import { load, loadLater } from "../shared/load.js";
import { say } from "../shared/say.js";
import { words } from "../words.js";

export function startMeeting() {
  const button = document.querySelector("[data-meeting]");
  if (!button) return;
  loadLater("meeting");
  button.addEventListener("click", async () => {
    try {
      await load("meeting");
    } catch {
      say(words.load_failed);
      return;
    }
    globalThis.lcMeeting(document.querySelector("article.lc-text"), button);
  });
}

// The script of every page. What stands first runs before anything is drawn, the rest when the page has come in.
import { startAloud } from "./aloud/start.js";
import { startMeeting } from "./meeting/start.js";
import { startKeeping } from "./offline/start.js";
import { startArriving } from "./print/start.js";
import { startTaking } from "./print/take.js";
import { startUnfolding } from "./print/unfold.js";
import { startSwitching } from "./reading/language.js";
import { startMoving } from "./reading/moved.js";
import { startReading } from "./reading/panel.js";
import { popovers, startPopovers } from "./reading/popovers.js";
import { startPopups } from "./reading/popups.js";
import { startProvisions } from "./reading/provisions.js";
import { apply } from "./reading/settings.js";
import { startSharing } from "./reading/share.js";
import { waitFor } from "./reading/wait.js";
import { startFound } from "./search/found.js";
import { startAsking } from "./search/start.js";
import { startCopying } from "./shared/copy.js";

// Browsers older than these get the page as it is without scripts: whole, with nothing on it that would do nothing.
const young = "CSSLayerBlockRule" in window && "HTMLDialogElement" in window;
const starts = [
  startMoving,
  startPopovers,
  startReading,
  startCopying,
  startSharing,
  startTaking,
  startUnfolding,
  startPopups,
  startProvisions,
  startSwitching,
  startAsking,
  startFound,
  startMeeting,
  startAloud,
  startArriving,
  startKeeping,
];

if (young) begin();

function begin() {
  document.documentElement.dataset.scripts = popovers ? "" : "popovers"; // says too what they have to stand in for
  apply();
  waitFor("lc-dau-trang");
  document.addEventListener("DOMContentLoaded", startAll);
}

function startAll() {
  for (const start of starts) {
    try {
      start();
    } catch (error) {
      console.error(error); // the others still start
    }
  }
}

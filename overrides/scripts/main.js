// The script of every page. What stands first runs before anything is drawn, the rest when the page has come in.
import { startAloud } from "./aloud/start.js";
import { startMeeting } from "./meeting/start.js";
import { startArriving } from "./print/arrived.js";
import { startTaking } from "./print/take.js";
import { startReading } from "./reading/panel.js";
import { startPopups } from "./reading/popup.js";
import { apply } from "./reading/settings.js";
import { startSharing } from "./reading/share.js";
import { waitFor } from "./reading/wait.js";
import { startFound } from "./search/found.js";
import { startAsking } from "./search/start.js";
import { startCopying } from "./shared/copy.js";

apply();
waitFor("lc-dau-trang");
document.addEventListener("DOMContentLoaded", () => {
  startReading();
  startAsking();
  startFound();
  startCopying();
  startSharing();
  startTaking();
  startPopups();
  startMeeting();
  startAloud();
  startArriving();
});

// Starts every component the page has.
import { startAloud } from "./aloud.js";
import { startAsking } from "./ask.js";
import { startCopying } from "./copy.js";
import { startFound } from "./found.js";
import { startMeeting } from "./meeting.js";
import { startPopups } from "./popup.js";
import { startReading } from "./reading.js";
import { startSharing } from "./share.js";
import { startSheet } from "./sheet.js";
import { startTaking } from "./take.js";

startReading();
startAsking();
startFound();
startCopying();
startSharing();
startTaking();
startPopups();
startMeeting();
startAloud();
startSheet();

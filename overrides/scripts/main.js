// Starts every component the page has.
import { startAloud } from "./aloud.js";
import { startCopying } from "./copy.js";
import { startMeeting } from "./meeting.js";
import { startPopups } from "./popup.js";
import { startReading } from "./reading.js";
import { startSharing } from "./share.js";
import { startSheet } from "./sheet.js";

startReading();
startCopying();
startSharing();
startPopups();
startMeeting();
startAloud();
startSheet();

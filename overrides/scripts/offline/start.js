// Lets the browser keep the site for reading without a network, once the reader is seen to stay.
import { files } from "../files.js";
import { load, loadLater } from "../shared/load.js";

const STAYS = 5000;

export function startKeeping() {
  if (!files.offline || !navigator.serviceWorker) return; // browsers keep only what came over https
  loadLater("offline");
  setTimeout(() => load("offline").catch(() => {}), STAYS);
}

// Runs before the page is shown, so that neither colours nor letters change under the reader's eyes.
import { apply } from "./settings.js";

apply();

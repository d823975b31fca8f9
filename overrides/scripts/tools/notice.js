// Notice, and the last day. The twin of hooks/tools/notice.py.
import { plusDays, workingDay } from "./calendar.js";
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, spelledDay } from "./wording.js";
import { words } from "../words.js";

const SIDES = ["worker", "employer", "illness"];
const CONTRACTS = ["open", "long", "short", "special", "special_short", "domestic"];
const OFF = { sunday: [0], weekend: [0, 6] };
const NAMES = { open: "khong-thoi-han", long: "co-thoi-han", short: "ngan-han" };
const LONGEST_SHORT = 366;

export function notice(given, known) {
  const c = known.numbers;
  const read = reader(given);
  const side = read.choice("side", SIDES);
  const contract = read.choice("contract", CONTRACTS);
  const special = contract === "special" || contract === "special_short";
  const domestic = contract === "domestic";
  const length = contract === "special_short" ? read.count("length", 1, LONGEST_SHORT) : 0;
  const ill = side === "illness" && !domestic && !special;
  const inWorkingDays = ill || contract === "short";
  const off = inWorkingDays ? read.choice("off", Object.keys(OFF)) : "";
  const told = read.day("told");
  const since = known.days[special ? "nghi-dinh-145-tu" : "bo-luat-tu"];
  if (told && told < since) read.refuse("told", words.notice_before, { day: spelledDay(since) });
  if (read.wrong.length) return refused(read);

  const byWorker = side === "worker";
  let entry = byWorker ? "blld.d35.k1" : "blld.d36.k2";
  let days = 0;
  if (special) {
    entry = "nd145.d7";
    days = contract === "special_short" ? Math.ceil((length * c["bao-truoc-dac-thu-phan"]) / 100) : c["bao-truoc-dac-thu"];
  } else if (domestic) {
    entry = "blld.d162.k2";
    days = c["bao-truoc-giup-viec"];
  } else if (ill) days = c["bao-truoc-om-dau"];
  else days = c[`bao-truoc-${byWorker ? "nguoi-lao-dong" : "cong-ty"}-${NAMES[contract]}`];
  const last = inWorkingDays ? workingDay(told, days, OFF[off]) : plusDays(told, days);
  const steps = [
    [fill(inWorkingDays ? words.notice_days_working : words.notice_days, { days }), entry],
    [fill(words.notice_counted, { first: spelledDay(plusDays(told, 1)), last: spelledDay(last), days }), entry],
  ];
  if (contract === "special_short") steps.unshift([fill(words.notice_quarter, { length, days }), entry]);
  if (!byWorker && !domestic) steps.push([words.notice_reason, "blld.d36.k1"]);
  if (byWorker && !domestic) steps.push([words.notice_without, "blld.d35.k2"]);
  const notes = [words.notice_counting];
  if (inWorkingDays) notes.push(words.notice_holidays);
  return answered(fill(words.notice_said, { told: spelledDay(told), last: spelledDay(last) }), steps, notes);
}

offer(notice);

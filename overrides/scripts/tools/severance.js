// The severance or the job-loss allowance. The twin of hooks/tools/severance.py.
import { monthsBetween } from "./calendar.js";
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, hundredths, number, share, spelledDay } from "./wording.js";
import { words } from "../words.js";

const MOST_MONTHS = 600;

export function severance(given, known) {
  const c = known.numbers;
  const read = reader(given);
  const reason = read.choice("reason", ["ended", "lost", "none"]);
  const start = read.day("start");
  const end = read.day("end");
  const insured = read.count("insured", 0, MOST_MONTHS);
  const paid = read.count("paid", 0, MOST_MONTHS, 0);
  const wage = read.money("wage");
  const since = known.days["nghi-dinh-145-tu"];
  if (end && end < since) read.refuse("end", words.severance_before, { day: spelledDay(since) });
  if (start && end && end < start) read.refuse("end", words.severance_order);
  const worked = start && end ? monthsBetween(start, end) : 0;
  if (!read.wrong.length && insured + paid > worked) read.refuse("insured", words.severance_more, { worked });
  if (read.wrong.length) return refused(read);

  const lost = reason === "lost";
  const entry = lost ? "blld.d47.k1" : "blld.d46.k1";
  if (reason === "none") return answered(words.severance_none, [[words.severance_none_why, entry]]);
  const need = c[lost ? "mat-viec-can-lam" : "thoi-viec-can-lam"];
  if (worked < need) return answered(words.severance_short, [[fill(words.severance_need, { need, worked }), entry]]);
  const counted = worked - insured - paid;
  const rest = counted % 12;
  const halves = 2 * Math.floor(counted / 12) + (rest === 0 ? 0 : rest <= c["tro-cap-thang-le"] ? 1 : 2);
  const each = lost ? c["mat-viec-moi-nam"] * 100 : c["thoi-viec-moi-nam"];
  const years = hundredths(halves * 50);
  let amount = share(wage, halves * each, 200);
  const sum = { years, each: hundredths(each), wage: number(wage), amount: number(amount) };
  const steps = [
    [fill(words.severance_counted, { worked, insured, paid, counted }), lost ? "blld.d47.k2" : "blld.d46.k2"],
    [fill(words.severance_years, { counted, years }), "nd145.d8.k3"],
    [fill(words.severance_amount, sum), entry],
  ];
  const least = c["mat-viec-it-nhat"] * wage;
  if (lost && amount < least) {
    amount = least;
    steps.push([fill(words.severance_least, { months: c["mat-viec-it-nhat"], amount: number(least) }), "nd145.d8.k2"]);
  }
  steps.push([fill(words.severance_when, { days: c["tra-het-ngay"] }), "blld.d48.k1"]);
  const notes = [words.severance_days];
  if (!counted) notes.push(lost ? words.severance_insured_lost : words.severance_insured_all);
  const ofEnd = amount ? words.severance_said : words.severance_said_nothing;
  return answered(fill(lost ? words.severance_said_lost : ofEnd, { amount: number(amount) }), steps, notes);
}

offer(severance);

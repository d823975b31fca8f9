// The social pension benefit: from which day. The twin of hooks/tools/pension.py.
import { birthday, parts } from "./calendar.js";
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, spelledDay } from "./wording.js";
import { words } from "../words.js";

export function pension(given, known, today) {
  const c = known.numbers;
  const read = reader(given);
  const born = read.day("born");
  const poor = read.choice("poor", ["no", "yes"]);
  const paid = read.choice("paid", ["no", "yes"]);
  if (born && born > today) read.refuse("born", words.wrong_future);
  if (read.wrong.length) return refused(read);

  if (paid === "yes") return answered(words.pension_no, [[words.pension_no_why, "bhxh.d21.k1"]]);
  const full = birthday(born, c["huu-tri-xa-hoi"]);
  const sooner = poor === "yes" && full > today;
  const age = c[sooner ? "huu-tri-xa-hoi-ngheo" : "huu-tri-xa-hoi"];
  const oldEnough = birthday(born, age);
  const since = known.days["luat-bhxh-tu"];
  const start = oldEnough < since ? since : oldEnough;
  const steps = [
    [fill(words.pension_age, { born: spelledDay(born), age, day: spelledDay(oldEnough) }), sooner ? "bhxh.d21.k2" : "bhxh.d21.k1"],
  ];
  if (start > oldEnough) steps.push([fill(words.pension_law, { day: spelledDay(since) }), "bhxh.d140.k1"]);
  steps.push([words.pension_asked, "bhxh.d21.k1"], [words.pension_other, "bhxh.d22.k2"]);
  const notes = [];
  const [year, month] = parts(oldEnough);
  if (born.endsWith("-02-29") && month === 3) notes.push(fill(words.pension_leap, { year, day: spelledDay(oldEnough) }));
  if (sooner) notes.push(fill(words.pension_poor_until, { day: spelledDay(full), age: c["huu-tri-xa-hoi"] }));
  if (start > today) notes.push(words.pension_change);
  return answered(fill(start > today ? words.pension_from : words.pension_now, { day: spelledDay(start), age }), steps, notes);
}

offer(pension);

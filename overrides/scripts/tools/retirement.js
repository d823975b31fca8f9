// The month of retirement. The twin of hooks/tools/retirement.py.
import { iso, monthLength, parts } from "./calendar.js";
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, spelledDay, spelledMonth } from "./wording.js";
import { words } from "../words.js";

const SEX = { man: "nam", woman: "nu" };

export function retirement(given, known, today) {
  const c = known.numbers;
  const read = reader(given);
  const [born, onlyYear] = read.birth("born");
  const sex = SEX[read.choice("sex", Object.keys(SEX))];
  const work = read.choice("work", ["normal", "early"]);
  if (born && born > today) read.refuse("born", words.wrong_future);
  const firstYear = c["tuoi-huu-tu-nam"];
  const sooner = work === "early" ? c["huu-som-nam"] * 12 : 0;
  const [bornYear, bornMonth] = born ? parts(born) : [0, 0];
  const month = bornYear * 12 + bornMonth - 1;
  if (!read.wrong.length && month + c[`tuoi-huu-${sex}`] * 12 - sooner < firstYear * 12) {
    read.refuse("born", words.retirement_before, { year: firstYear });
  }
  if (read.wrong.length) return refused(read);

  let year = firstYear;
  while (Math.floor((month + age(c, sex, year - firstYear) - sooner) / 12) > year) year += 1;
  const own = age(c, sex, year - firstYear) - sooner;
  const reachedMonth = ((month + own) % 12) + 1;
  const last = spelledDay(iso(year, reachedMonth, monthLength(year, reachedMonth)));
  const reached = spelledMonth(year, reachedMonth);
  const passed = iso(year, reachedMonth, 1).slice(0, 7) < today.slice(0, 7);
  const steps = [];
  if (onlyYear) steps.push([words.retirement_only_year, "nd135.d3.k3"]);
  if (sooner) {
    steps.push([fill(words.retirement_normal_age, { age: named(own + sooner), year }), "blld.d169.k2"]);
    steps.push([fill(words.retirement_sooner, { years: c["huu-som-nam"], age: named(own) }), "nd135.d5.k1"]);
  } else steps.push([fill(words.retirement_age_of, { age: named(own), year }), "blld.d169.k2"]);
  const sum = { born: spelledMonth(bornYear, bornMonth), age: named(own), month: reached };
  steps.push([fill(words.retirement_reached, sum), "nd135.d3.k1"]);
  steps.push([fill(words.retirement_last, { last }), "nd135.d3.k1"]);
  steps.push([fill(words.retirement_paid, { years: c["luong-huu-dong"] }), "bhxh.d64.k1"]);
  if (sooner) steps.push([words.retirement_weaker, "bhxh.d65.k1"]);
  const [early, normal] = passed
    ? [words.retirement_said_early_past, words.retirement_said_past]
    : [words.retirement_said_early, words.retirement_said];
  const said = fill(sooner ? early : normal, { month: reached, age: named(own), last, years: c["huu-som-nam"] });
  return answered(said, steps, year > Number(today.slice(0, 4)) ? [words.retirement_change] : []);
}

// In months, so many years after the first of the table.
function age(c, sex, years) {
  const start = c[`tuoi-huu-${sex}`] * 12 + c[`tuoi-huu-${sex}-thang`];
  return Math.min(start + years * c[`tuoi-huu-${sex}-moi-nam`], c[`tuoi-huu-${sex}-cuoi`] * 12);
}

function named(months) {
  const values = { years: Math.floor(months / 12), months: months % 12 };
  return fill(values.months ? words.age_months : words.age, values);
}

offer(retirement);

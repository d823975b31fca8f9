// Pay for overtime. The twin of hooks/tools/overtime.py.
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, hundredths, number, share } from "./wording.js";
import { words } from "../words.js";

const MOST_HOURS = 300;
const WEEKS = 5; // that a month can touch with a whole week's hours in each
const NAMES = { normal: words.overtime_kind_normal, rest: words.overtime_kind_rest, holiday: words.overtime_kind_holiday };
const RATES = { normal: "tang-ca-ngay-thuong", rest: "tang-ca-ngay-nghi", holiday: "tang-ca-ngay-le" };
const BASES = { normal: "gio-ban-ngay-chua-tang-ca", rest: "gio-ban-ngay-nghi", holiday: "gio-ban-ngay-le" };

export function overtime(given, known) {
  const c = known.numbers;
  const read = reader(given);
  const wage = read.money("wage");
  const days = read.number("days", 1, 31);
  const hours = read.number("hours", 1, c["gio-thuong-nhieu-nhat"]);
  const kind = read.choice("kind", Object.keys(RATES));
  const byDay = read.number("day_hours", 0, MOST_HOURS, 0);
  const byNight = read.number("night_hours", 0, MOST_HOURS, 0);
  const asked = kind === "normal" && byNight > 0;
  const before = asked ? read.choice("before", ["no", "yes"]) : "no";
  const most = c["gio-thuong-moi-tuan"] * WEEKS;
  if (!read.wrong.length && days * hours > most * 10000) read.refuse("days", words.overtime_month, { most });
  if (!read.wrong.length && byDay + byNight === 0) read.refuse("day_hours", words.overtime_none);
  if (read.wrong.length) return refused(read);

  const rate = c[RATES[kind]];
  const base = c[before === "yes" ? "gio-ban-ngay-da-tang-ca" : BASES[kind]];
  const further = c["tang-ca-dem"] * base;
  const night = (rate + c["lam-dem"]) * 100 + further;
  const paidByDay = share(wage, byDay * rate, days * hours);
  const paidByNight = share(wage, byNight * night, days * hours * 100);
  const hourly = number(share(wage, 10000, days * hours));
  const steps = [
    [fill(words.overtime_hourly, { wage: number(wage), days: hundredths(days), hours: hundredths(hours), hourly }), "nd145.d55.k1"],
  ];
  if (byDay) {
    const values = { hourly, rate, hours: hundredths(byDay), pay: number(paidByDay), day: NAMES[kind] };
    steps.push([fill(words.overtime_by_day, values), "blld.d98.k1"]);
  }
  if (byNight) {
    const values = { rate, night: c["lam-dem"], more: c["tang-ca-dem"], base, all: hundredths(night) };
    steps.push([fill(words.overtime_night_rate, values), "nd145.d57.k1"]);
    const pay = { hourly, rate: hundredths(night), hours: hundredths(byNight), pay: number(paidByNight) };
    steps.push([fill(words.overtime_by_night, pay), "blld.d98.k3"]);
  }
  const notes = kind === "holiday" ? [words.overtime_holiday] : [];
  if (byDay + byNight > c["tang-ca-moi-thang"] * 100) notes.push(fill(words.overtime_limit, { most: c["tang-ca-moi-thang"] }));
  if (hours > c["gio-thuong-moi-ngay"] * 100) {
    notes.push(fill(words.overtime_weekly, { most: c["gio-thuong-moi-ngay"], week: c["gio-thuong-moi-tuan"] }));
  }
  const said = { pay: number(paidByDay + paidByNight), hours: hundredths(byDay + byNight), day: NAMES[kind] };
  return answered(fill(words.overtime_said, said), steps, notes);
}

offer(overtime);

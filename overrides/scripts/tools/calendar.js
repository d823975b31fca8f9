// Days as texts, 2026-11-28: they compare in their order, and no time zone moves them. The twin of hooks/tools/calendar.py.
const DAY = 86400000;

export function iso(year, month, day) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function parts(day) {
  return day.split("-").map(Number);
}

export function today() {
  const now = new Date();
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function monthLength(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function plusDays(day, count) {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

export function plusMonths(day, months) {
  const [year, month, date] = parts(day);
  const index = year * 12 + month - 1 + months;
  const [later, at] = [Math.floor(index / 12), (index % 12) + 1];
  return iso(later, at, Math.min(date, monthLength(later, at)));
}

// Of the 29th of February the 1st of March, in years without one.
export function birthday(born, years) {
  const [year, month, day] = parts(born);
  return day > monthLength(year + years, month) ? iso(year + years, 3, 1) : iso(year + years, month, day);
}

// Whole months between two days, both included.
export function monthsBetween(first, last) {
  const [from, after] = [parts(first), parts(plusDays(last, 1))];
  return (after[0] - from[0]) * 12 + after[1] - from[1] - (after[2] < from[2] ? 1 : 0);
}

// `off` has the days of the week that are no working days; Sunday is 0.
export function workingDay(after, count, off) {
  let day = after;
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1);
    if (!off.includes(new Date(Date.parse(day)).getUTCDay())) left -= 1;
  }
  return day;
}

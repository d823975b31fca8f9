// How numbers, days and sentences are spelled. The twin of hooks/tools/wording.py.
import { parts } from "./calendar.js";
import { words } from "../words.js";

export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, words.group);
}

// A number of hundredths without the zeros at its end.
export function hundredths(value) {
  const fraction = String(value % 100).padStart(2, "0").replace(/0+$/, "");
  return number(Math.floor(value / 100)) + (fraction && words.point + fraction);
}

export function spelledDay(day) {
  const [year, month, date] = parts(day);
  return fill(words.day, { day: date, month: monthName(month), year });
}

export function spelledMonth(year, month) {
  return fill(words.month, { month: monthName(month), year });
}

function monthName(month) {
  return words.months.split(" ")[month - 1];
}

// Amount × parts ÷ of, rounded half up, exactly.
export function share(amount, parts, of) {
  const two = BigInt(2);
  return Number((two * BigInt(amount) * BigInt(parts) + BigInt(of)) / (two * BigInt(of)));
}

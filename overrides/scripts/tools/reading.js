// What a reader typed, as values; what cannot be understood is said in words. The twin of hooks/tools/reading.py.
import { iso, monthLength } from "./calendar.js";
import { fill } from "./wording.js";
import { words } from "../words.js";

const YEARS = { least: 1900, most: 2100 };
const LEAST_MONEY = 100000;
const MOST_MONEY = 1000000000;
const MONEY = /^([0-9][0-9., ]*?) ?(?:đồng|đ|dong|vnd|vnđ|VND|VNĐ|₫)?$/;
const GROUPED = /^(?:[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]+)$/;
const NUMBER = /^([0-9]{1,4})(?:[.,]([0-9]{1,2}))?$/;
const COUNT = /^[0-9]{1,4}$/;
const DAY = /^([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})$/;
const MONTH = /^([0-9]{1,2})[/. -]([0-9]{4})$/;
const YEAR = /^[0-9]{4}$/;

export function reader(given) {
  const wrong = [];

  function refuse(name, text, values) {
    if (!wrong.some(([other]) => other === name)) wrong.push([name, fill(text, values)]);
  }

  function text(name) {
    return (given[name] ?? "").replace(/[ \t\u00a0]+/g, " ").replace(/^ | $/g, "");
  }

  function money(name) {
    const typed = text(name);
    const found = MONEY.exec(typed);
    if (!found || !GROUPED.test(found[1])) {
      refuse(name, typed ? words.wrong_money : words.wrong_empty);
      return 0;
    }
    const digits = found[1].replace(/[., ]/g, "").replace(/^0+/, "") || "0";
    const amount = digits.length < 16 ? Number(digits) : MOST_MONEY + 1;
    if (amount < LEAST_MONEY) refuse(name, words.wrong_money_small);
    if (amount > MOST_MONEY) refuse(name, words.wrong_money_large);
    return amount;
  }

  // In hundredths.
  function number(name, least, most, empty) {
    const typed = text(name);
    if (!typed && empty !== undefined) return empty;
    const found = NUMBER.exec(typed);
    const value = found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : -1;
    if (value < least * 100 || value > most * 100) refuse(name, typed ? words.wrong_number : words.wrong_empty, { least, most });
    return value;
  }

  function count(name, least, most, empty) {
    const typed = text(name);
    if (!typed && empty !== undefined) return empty;
    const value = COUNT.test(typed) ? Number(typed) : -1;
    if (value < least || value > most) refuse(name, typed ? words.wrong_count : words.wrong_empty, { least, most });
    return value;
  }

  function choice(name, options) {
    const chosen = text(name);
    if (!options.includes(chosen)) refuse(name, words.wrong_choice);
    return chosen;
  }

  function day(name, mayBeEmpty = false) {
    const typed = text(name);
    const found = DAY.exec(typed);
    if (found) return date(name, found[3], found[2], found[1]);
    if (typed || !mayBeEmpty) refuse(name, typed ? words.wrong_day : words.wrong_empty);
    return null;
  }

  function month(name) {
    const typed = text(name);
    const found = MONTH.exec(typed);
    if (found) return date(name, found[2], found[1], 1);
    refuse(name, typed ? words.wrong_month : words.wrong_empty);
    return null;
  }

  function birth(name) {
    const typed = text(name);
    if (YEAR.test(typed)) return [date(name, typed, 1, 1), true];
    const [ofMonth, ofDay] = [MONTH.exec(typed), DAY.exec(typed)];
    if (ofMonth) return [date(name, ofMonth[2], ofMonth[1], 1), false];
    if (ofDay) return [date(name, ofDay[3], ofDay[2], ofDay[1]), false];
    refuse(name, typed ? words.wrong_birth : words.wrong_empty);
    return [null, false];
  }

  function date(name, ...typed) {
    const [year, month, day] = typed.map(Number);
    if (year < YEARS.least || year > YEARS.most) {
      refuse(name, words.wrong_year, YEARS);
      return null;
    }
    if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
      refuse(name, words.wrong_no_day);
      return null;
    }
    return iso(year, month, day);
  }

  return { wrong, refuse, money, number, count, choice, day, month, birth };
}

export function refused(read) {
  return { said: "", steps: [], notes: [], wrong: read.wrong };
}

export function answered(said, steps, notes = []) {
  return { said, steps, notes, wrong: [] };
}

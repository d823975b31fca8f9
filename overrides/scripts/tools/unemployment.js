// The unemployment benefit. The twin of hooks/tools/unemployment.py.
import { plusMonths } from "./calendar.js";
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, number, share, spelledDay } from "./wording.js";
import { words } from "../words.js";

const MOST_MONTHS = 600;

export function unemployment(given, known, today) {
  const c = known.numbers;
  const read = reader(given);
  const last = read.month("last");
  const wage = read.money("wage");
  const months = read.count("months", 1, MOST_MONTHS);
  const enough = read.choice("enough", ["yes", "no"]);
  const ended = read.day("ended", true);
  const since = known.days["luat-viec-lam-tu"];
  if (last && last < since) read.refuse("last", words.unemployment_before, { day: spelledDay(since) });
  const lowest = last && inForce(known.rates["luong-toi-thieu-thang"], last);
  if (last && !lowest) read.refuse("last", words.unemployment_rate);
  if (ended && last && ended < last) read.refuse("ended", words.unemployment_ended_early);
  if (read.wrong.length) return refused(read);

  const need = c["that-nghiep-can-dong"];
  if (months < need || enough === "no") {
    return answered(words.unemployment_no, [[fill(words.unemployment_need, { need }), "lvl.d38.k1"]]);
  }
  const [value, from] = lowest;
  const part = share(wage, c["that-nghiep-phan"], 100);
  const most = c["that-nghiep-tran"] * value;
  const paid = Math.min(part, most);
  const counted = Math.floor(Math.max(months - c["that-nghiep-bac-dau"], 0) / c["that-nghiep-them-moi"]);
  const length = Math.min(c["that-nghiep-thang-dau"] + counted, c["that-nghiep-nhieu-nhat"]);
  const ceiling = { times: c["that-nghiep-tran"], lowest: number(value), since: spelledDay(from), most: number(most) };
  const pay = number(paid);
  const steps = [
    [fill(words.unemployment_part, { wage: number(wage), part: c["that-nghiep-phan"], pay: number(part) }), "lvl.d39.k1"],
    [fill(words.unemployment_most, ceiling), "nd293.d3.k1"],
    [fill(words.unemployment_length, { months, length }), "lvl.d39.k2"],
    [fill(words.unemployment_all, { pay, length, all: number(paid * length) }), "lvl.d39.k1"],
  ];
  if (ended) {
    const within = c["that-nghiep-nop"];
    const until = spelledDay(plusMonths(ended, within));
    steps.push([fill(words.unemployment_until, { ended: spelledDay(ended), until, within }), "lvl.d38.k1"]);
  }
  const notes = part > most ? [words.unemployment_capped] : [];
  if (last.slice(0, 7) > today.slice(0, 7)) notes.push(words.unemployment_later);
  return answered(fill(words.unemployment_said, { pay, length }), steps, notes);
}

function inForce(rates, day) {
  return rates.filter(([, since, until]) => since <= day && (!until || day <= until)).pop();
}

offer(unemployment);

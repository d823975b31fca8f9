// Days of annual leave. The twin of hooks/tools/leave.py.
import { offer } from "./form.js";
import { answered, reader, refused } from "./reading.js";
import { fill, hundredths, share } from "./wording.js";
import { words } from "../words.js";

const NAMES = { normal: words.leave_kind_normal, heavy: words.leave_kind_heavy, very_heavy: words.leave_kind_very_heavy };
const BASES = { normal: "phep-nam-thuong", heavy: "phep-nam-nang-nhoc", very_heavy: "phep-nam-dac-biet" };

export function leave(given, known) {
  const c = known.numbers;
  const read = reader(given);
  const year = c["phep-nam-thang"];
  const kind = read.choice("kind", Object.keys(BASES));
  const months = read.count("months", 1, year);
  const years = read.count("years", 0, 60);
  if (read.wrong.length) return refused(read);

  const each = c["phep-them-moi"];
  const base = c[BASES[kind]];
  const more = Math.floor(years / each) * c["phep-them-ngay"];
  const days = hundredths(share((base + more) * 100, months, year));
  const steps = [
    [fill(words.leave_base, { base, kind: NAMES[kind] }), "blld.d113.k1"],
    [fill(words.leave_more, { years, each, more }), "blld.d114"],
  ];
  const notes = [];
  if (months < year) {
    steps.push([fill(words.leave_part, { base, more, year, months, days }), "nd145.d66.k1"]);
    notes.push(words.leave_month);
  }
  if (((base + more) * months) % year) notes.push(words.leave_rounding);
  return answered(fill(words.leave_said, { days }), steps, notes);
}

offer(leave);

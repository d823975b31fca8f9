// Vietnamese text as it is read aloud: numbers, dates, document numbers and signs in full words.
const DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
const PARTS = { CT: "Chỉ thị", CTr: "Chương trình", TW: "Trung ương", TU: "Thành ủy", KH: "Kế hoạch", "ĐU": "Đảng ủy", UBND: "Ủy ban nhân dân", "NĐ": "Nghị định", CP: "Chính phủ", QH: "Quốc hội khóa" };
const LETTERS = {
  A: "a", B: "bê", C: "xê", D: "dê", "Đ": "đê", E: "e", F: "ép", G: "giê", H: "hát", I: "i", K: "ca", L: "e lờ", M: "em mờ", N: "en nờ",
  O: "o", P: "pê", Q: "quy", R: "e rờ", S: "ét xì", T: "tê", U: "u", V: "vê", W: "vê kép", X: "ích xì", Y: "y dài",
};
const ROMAN = { I: 1, V: 5, X: 10 };
const SCALES = [[1_000_000_000, "tỷ"], [1_000_000, "triệu"], [1000, "nghìn"]];

// A whole number from 0 up in words: 2026 → hai nghìn không trăm hai mươi sáu.
export function inWords(number) {
  const said = [];
  let rest = number;
  for (const [scale, name] of SCALES) {
    if (rest < scale) continue;
    const count = Math.floor(rest / scale);
    said.push(said.length ? hundreds(count, true) : inWords(count), name);
    rest %= scale;
    if (rest === 0) return said.join(" ");
  }
  return [...said, hundreds(rest, said.length > 0)].join(" ");
}

function hundreds(number, whole) {
  const hundred = Math.floor(number / 100);
  const rest = number % 100;
  const said = hundred || whole ? [DIGITS[hundred], "trăm"] : [];
  if (rest || !said.length) said.push(tens(rest, said.length > 0));
  return said.join(" ");
}

function tens(number, after) {
  const ten = Math.floor(number / 10);
  const one = number % 10;
  if (ten === 0) return after ? `linh ${DIGITS[one]}` : DIGITS[one];
  const last = one === 5 ? "lăm" : ten > 1 && one === 1 ? "mốt" : ten > 1 && one === 4 ? "tư" : one ? DIGITS[one] : "";
  return `${ten === 1 ? "mười" : `${DIGITS[ten]} mươi`} ${last}`.trim();
}

// No lookbehind: a browser that does not know it would refuse the whole script.
export function spoken(text) {
  return text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/(^|[^\p{L}\d])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu, (_, before, day, month, year, at, all) => {
      const named = /ngày $/.test(all.slice(0, at + before.length)) ? "" : "ngày ";
      return `${before}${named}${inWords(+day)} tháng ${inWords(+month)} năm ${inWords(+year)}`;
    })
    .replace(/(^|[^\p{L}\d])([\d…]+)((?:[-/](?:\d{4}|[A-ZĐ][A-ZĐa-z]*\d*))+)(?![\p{L}\d])/gu, (_, before, number, rest, at, all) => {
      const end = at + before.length;
      return before + symbol(number, rest, all.slice(Math.max(end - 30, 0), end));
    })
    .replace(/^([IVX]+)(?=\. )/, (roman) => inWords(romanValue(roman)))
    .replace(/(Mục )([IVX]+)((?:\.\d+)*)(?!\p{L})/gu, (_, before, roman, rest) => before + inWords(romanValue(roman)) + rest.replace(/\./g, " chấm "))
    .replace(/(\d+(?:,\d+)?)\s?%\/năm/g, "$1% mỗi năm")
    .replace(/(\d{4})\s?[-–]\s?(\d{4})/g, "$1 đến $2")
    .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
    .replace(/(\d+),(\d+)/g, (_, whole, part) => `${inWords(+whole)} phẩy ${[...part].map((digit) => DIGITS[digit]).join(" ")}`)
    .replace(/(\d)\.(?=\d)/g, "$1 chấm ")
    .replace(/\d+/g, (digits) => inWords(Number(digits)))
    .replace(/%/g, " phần trăm")
    .replace(/(^|\P{L})([A-ZĐ]{2,})(?!\p{L})/gu, (_, before, letters) => before + (PARTS[letters] ?? (readable(letters) ? letters : spelled(letters))))
    .replace(/\s[-–—]\s/g, ", ")
    .replace(/((?:Số|số|ngày|tháng) )…/g, "$1để trống")
    .replace(/[“”"‘’¶*|…]/g, " ")
    .replace(/\//g, " trên ")
    .replace(/\s+/g, " ")
    .trim();
}

// Says a document number; the kind of document is not said again when it stands just before.
function symbol(number, rest, before) {
  const first = number === "…" ? "để trống" : inWords(Number(number));
  const others = rest.split(/[-/]/).filter(Boolean).map((part) => {
    if (/^\d/.test(part)) return `năm ${inWords(Number(part))}`;
    const [, letters, digits] = /^(\D+)(\d*)$/.exec(part);
    const known = PARTS[letters];
    if (known && before.toLowerCase().includes(known.toLowerCase())) return "";
    return `${known ?? spelled(letters)}${digits && ` ${inWords(Number(digits))}`}`;
  });
  return [first, ...others.filter(Boolean)].join(", ");
}

// Whether capitals are a word (NỘI DUNG) and no abbreviation (BHXH, ATLĐ).
function readable(letters) {
  return /[AEIOUY]/.test(letters) && !/[^AEIOUY]{3}/.test(letters.replace("NGH", "N"));
}

function spelled(letters) {
  return [...letters].map((letter) => LETTERS[letter.toUpperCase()] ?? letter).join(" ");
}

function romanValue(roman) {
  return [...roman].reduce((sum, letter, at) => sum + (ROMAN[letter] < (ROMAN[roman[at + 1]] ?? 0) ? -1 : 1) * ROMAN[letter], 0);
}

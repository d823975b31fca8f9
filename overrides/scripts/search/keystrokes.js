// Words typed with Telex or VNI keys while the keyboard was off: doanh nhaan, chir thij, nha6n.
import { isSyllable, written } from "./vietnamese.js";

// The place of a key is its tone.
const TELEX_TONES = "zfrxsj";
const VNI_TONES = "023415";
const HATS = { a: "â", e: "ê", o: "ô" };
const VNI_SHAPES = {
  6: hatted,
  7: (letters) => [horned(letters)],
  8: (letters) => [letters.replace("a", "ă")],
  9: (letters) => [letters.replace(/^d/, "đ")],
};

// The syllables that a word can stand for when its letters are keys; none when it cannot be such a word. Where the words
// of a site are known, `fits` lets those pass that are no syllables: panoo is panô.
export function decoded(word, fits = isSyllable) {
  const typed = word.toLowerCase();
  if (!/^[a-z]+[a-z0-9]*$/.test(typed)) return [];
  const found = /\d/.test(typed) ? fromVni(typed) : fromTelex(typed);
  return [...new Set(found)].filter((one) => one !== typed && fits(one));
}

function fromVni(typed) {
  let found = [typed.replace(/\d/g, "")];
  let tone = 0;
  for (const key of typed.replace(/\D/g, "")) {
    if (VNI_TONES.includes(key)) tone ||= VNI_TONES.indexOf(key);
    else if (VNI_SHAPES[key]) found = found.flatMap(VNI_SHAPES[key]);
    else return [];
  }
  return found.map((letters) => written(letters, tone));
}

// The vowel that a hat belongs to cannot be told from its key: each in turn.
function hatted(letters) {
  const places = [...letters.matchAll(/[aeo]/g)].map((found) => found.index);
  return places.map((at) => letters.slice(0, at) + HATS[letters[at]] + letters.slice(at + 1));
}

function fromTelex(typed) {
  const found = shapes(typed).map((letters) => written(letters, 0));
  for (let at = 1; at < typed.length; at += 1) {
    const tone = TELEX_TONES.indexOf(typed[at]);
    if (tone < 0 || !/[aeiouyw]/.test(typed.slice(0, at))) continue;
    const rest = typed.slice(0, at) + typed.slice(at + 1);
    found.push(...shapes(rest).map((letters) => written(letters, tone)));
  }
  return found;
}

// The letters that keys without a tone can mean: doubled letters make â ê ô đ, w makes ă ơ ư, wherever they were typed.
function shapes(typed) {
  let found = [typed];
  const d = /^d(.*)d(.*)$/.exec(typed);
  if (d) found.push(`đ${d[1]}${d[2]}`);
  for (const [vowel, hat] of Object.entries(HATS)) {
    found = found.flatMap((one) => {
      const twice = new RegExp(`^([^${vowel}]*)${vowel}([^${vowel}]*)${vowel}([^${vowel}]*)$`).exec(one);
      return twice ? [one, `${twice[1]}${hat}${twice[2]}${twice[3]}`] : [one];
    });
  }
  return found.flatMap((one) => (one.includes("w") ? unhooked(one) : [one]));
}

function unhooked(typed) {
  const bare = typed.replace("w", "");
  return [horned(bare), bare.replace("a", "ă"), typed.replace("w", "ư"), bare.replace(/u(?=[^u]*$)/, "ư")].filter(
    (one) => !one.includes("w"),
  );
}

function horned(letters) {
  if (/uo/.test(letters)) return letters.replace("uo", /uo$/.test(letters) ? "uơ" : "ươ");
  return letters.replace(/[uo](?![uo])|u/, (vowel) => (vowel === "u" ? "ư" : "ơ"));
}

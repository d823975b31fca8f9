// Vietnamese words as people type them: with marks in any form, without, half of them, or as the keys of Telex and VNI.
// Sources: the syllable structure of Vietnamese (onset, rime, tone), and the published key tables of Telex and VNI.

// Ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const TONE_MARKS = /[\u0300\u0309\u0303\u0301\u0323]/;
const MARKS = /[\u0300-\u036f]/g;

const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x".split(" ");
const RIMES = (
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu " +
  "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot " +
  "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyt uyu " +
  "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
).split(" ");
const AFTER_Q = "ua uac uach uai uan uang uanh uao uat uau uay uăc uăn uăng uăp uăt uâc uân uâng uât uây ue uen ueo uet uê uêch uên uênh uêt ui uit uơ uôc uy uych uyên uyêt uyn uynh uyt uynh uyu".split(" ");
// Such syllables carry sắc or nặng only.
const STOPPED = /(?:c|ch|p|t)$/;
// After these letters k, gh, ngh are written, before others c, g, ng.
const FRONT = /^[eêiy]/;

// A word as tone and the rest, so that it does not matter over which vowel the tone was put: hoà and hòa are one word.
export function parts(word) {
  const apart = word.normalize("NFD").toLowerCase().replace(/ð/g, "đ");
  const tone = TONES.indexOf(TONE_MARKS.exec(apart)?.[0] ?? "");
  return { letters: apart.replace(new RegExp(TONE_MARKS, "g"), "").normalize("NFC"), tone };
}

// The one spelling under which a word is known: hoà → hoa1, kĩ → ky3, Đất → đât4.
export function canonical(word) {
  const { letters, tone } = parts(word);
  return letters.replace(/^([bcđghklmnprstvx]|qu|th|tr)i$/, (_, onset) => `${onset}y`) + (tone || "");
}

// A word without any mark: Đất → dat.
export function fold(word) {
  return word.normalize("NFD").toLowerCase().replace(MARKS, "").replace(/[đð]/g, "d");
}

const syllables = new Set(ONSETS.concat("").flatMap((onset) => rimesAfter(onset).map((rime) => onset + rime)));

function rimesAfter(onset) {
  if (onset === "q") return AFTER_Q;
  const fits = (rime) => {
    if (/^(?:k|gh|ngh)$/.test(onset)) return FRONT.test(rime);
    if (/^(?:c|g|ng)$/.test(onset)) return !FRONT.test(rime) || (onset === "g" && /^i(?:a|n|eng|m)?$/.test(rime));
    if (onset === "gi") return !/^[iy]/.test(rime) || /^iê/.test(rime);
    if (onset === "") return !/^i[aê]/.test(rime) || rime === "ia";
    return !/^yê/.test(rime);
  };
  return RIMES.filter(fits).map((rime) => (onset === "gi" ? rime.replace(/^i/, "") : rime));
}

// Whether a word can be a Vietnamese syllable.
export function isSyllable(word) {
  const { letters, tone } = parts(word);
  return syllables.has(letters) && (!STOPPED.test(letters) || tone >= 4);
}

// Every possible syllable, with its tone, for tests and for whoever wants to count them.
export function* allSyllables() {
  for (const letters of syllables) {
    for (let tone = STOPPED.test(letters) ? 4 : 0; tone < TONES.length; tone += 1) yield { letters, tone };
  }
}

// Letters and tone as one written word, the tone on its modern place: hoa, 1 → hoà.
export function written(letters, tone) {
  if (!tone) return letters;
  const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/g)].map((found) => found.index);
  const from = /^(?:qu|gi(?=.*[aăâeêoôơuư]))/.test(letters) ? vowels.slice(1) : vowels;
  const shaped = from.filter((at) => /[ăâêôơư]/.test(letters[at])).pop();
  const closed = /[^aăâeêioôơuưy]$/.test(letters);
  const glide = /^(?:[oô]|u(?![aưiu]))/.test(letters.slice(from[0])) || from.length > 2;
  const at = shaped ?? (from.length === 1 ? from[0] : closed || glide ? from[1] : from[0]);
  return `${letters.slice(0, at + 1)}${TONES[tone]}${letters.slice(at + 1)}`.normalize("NFC");
}

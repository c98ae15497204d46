/** CJK Radicals Supplement U+2E80 to U+2EF3 as unified ideographs (Unicode property Equivalent_Unified_Ideograph). */
const RADICALS = [
  ..."　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
];
const FIRST_RADICAL = 0x2e80;
const NO_EQUIVALENT = "\u3000";

/** Presentation forms that stand for letters: Kangxi radicals, Latin, Armenian, Hebrew and Arabic ligatures, halfwidth kana. */
const COMPATIBILITY = /[\u2f00-\u2fd5\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/gu;
const RADICAL = /[\u2e80-\u2ef3]/gu;
/** NFC would swap these ideographs, some of them in names, for ones that look different. */
const COMPATIBILITY_IDEOGRAPHS = /([\uf900-\ufaff\u{2f800}-\u{2fa1f}]+)/u;

function composed(text: string): string {
  return text
    .split(COMPATIBILITY_IDEOGRAPHS)
    .map((part, index) => (index % 2 === 1 ? part : part.normalize("NFC")))
    .join("");
}

/**
 * One spelling for what looks the same: NFC (compatibility ideographs kept), ligatures opened, radicals as
 * ideographs, every kind of space as U+0020 (the ideographic one kept), every line end as \n.
 */
export function normaliseCharacters(text: string): string {
  return composed(
    text
      .replace(COMPATIBILITY, (character) => character.normalize("NFKC"))
      .replace(RADICAL, (character) => {
        const ideograph = RADICALS[character.codePointAt(0)! - FIRST_RADICAL];
        return ideograph === undefined || ideograph === NO_EQUIVALENT ? character : ideograph;
      })
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, " ")
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, ""),
  );
}

const BLANK = new Set([" ", "\t", "\u3000"]);

/** A line without blanks at its end. A loop, since a regular expression would try every run of blanks inside it. */
function trimLine(line: string): string {
  let end = line.length;
  while (end > 0 && BLANK.has(line[end - 1]!)) end--;
  return line.slice(0, end);
}

/** Trims line ends, keeps at most one blank line in a row, and drops blank lines at both ends. */
export function tidyLines(text: string): string {
  return text
    .split("\n")
    .map(trimLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

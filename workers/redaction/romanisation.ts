import { CHINESE_SURNAMES, KOREAN_SURNAMES } from "./lexicons/surnames.ts";

/** Pinyin and Wade-Giles syllables, as far as they are needed to tell a given name from an English word. */
const SYLLABLE =
  "(?:zh|ch|sh|ts|tz|hs|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|iung|ang|eng|ing|ong|ung|iao|ian|ien|uai|uan|ieh|ueh|eh|ih|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|io|ua|ui|uei|uo|ue|er|a|e|i|o|u|v)";
const GIVEN_NAME: readonly RegExp[] = [1, 2, 3].map((count) => new RegExp(`^(?:${SYLLABLE}){${count}}$`));

/** True where Latin letters can be the reading of a Chinese given name of so many characters. */
export function readsAsChinese(letters: string, characters: number): boolean {
  return GIVEN_NAME[characters - 1]?.test(letters.replace(/[-' ]/g, "")) ?? false;
}

const LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h"
  .split(" ")
  .map((lead) => (lead === "-" ? "" : lead));
const VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const TAILS = " k k k n n n t l k m l l l l l m p p t t ng t t k t p t".split(" ");

/** Hangul in the Revised Romanisation (MCST notice 2000-8), syllable by syllable. */
export function romaniseHangul(text: string): string {
  let letters = "";
  for (const char of text) {
    const index = char.charCodeAt(0) - 0xac00;
    if (index < 0 || index > 11171) continue;
    letters +=
      LEADS[Math.floor(index / 588)]! + VOWELS[Math.floor((index % 588) / 28)]! + (TAILS[index % 28] ?? "");
  }
  return letters;
}

/** Sounds that customary spellings of Korean names exchange, brought to one letter each. */
const skeleton = (letters: string): string =>
  letters
    .toLowerCase()
    .replace(/[-' ]/g, "")
    .replace(/sh/g, "s")
    .replace(/ch|j/g, "c")
    .replace(/[gk]+/g, "k")
    .replace(/[dt]+/g, "t")
    .replace(/[bpf]+/g, "p")
    .replace(/[rl]+/g, "r")
    .replace(/[aeiouyw]+/g, "")
    .replace(/h/g, "");

/** True where Latin letters can be a customary spelling of a Korean given name: the same consonants in order. */
export function readsAsKorean(letters: string, given: string): boolean {
  const wanted = skeleton(romaniseHangul(given));
  const found = skeleton(letters);
  return (
    found === wanted ||
    (wanted.length > 0 && found.replace(/(.)\1/g, "$1") === wanted.replace(/(.)\1/g, "$1"))
  );
}

const KANA_ROWS: readonly (readonly [string, string])[] = [
  [
    "きゃ きゅ きょ しゃ しゅ しょ ちゃ ちゅ ちょ にゃ にゅ にょ ひゃ ひゅ ひょ みゃ みゅ みょ りゃ りゅ りょ ぎゃ ぎゅ ぎょ じゃ じゅ じょ びゃ びゅ びょ ぴゃ ぴゅ ぴょ",
    "kya kyu kyo sha shu sho cha chu cho nya nyu nyo hya hyu hyo mya myu myo rya ryu ryo gya gyu gyo ja ju jo bya byu byo pya pyu pyo",
  ],
  [
    "あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ ふ へ ほ ま み む め も や ゆ よ ら り る れ ろ わ を ん",
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n",
  ],
  [
    "が ぎ ぐ げ ご ざ じ ず ぜ ぞ だ ぢ づ で ど ば び ぶ べ ぼ ぱ ぴ ぷ ぺ ぽ ふぁ ふぃ てぃ ゔ",
    "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po fa fi ti v",
  ],
];
const KANA_TABLE: ReadonlyMap<string, string> = new Map(
  KANA_ROWS.flatMap(([kana, romaji]) => {
    const letters = romaji.split(" ");
    return kana.split(" ").map((syllable, i) => [syllable, letters[i]!] as const);
  }),
);

export const toHiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

export const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));

/** Kana in Hepburn letters, with and without long vowels: `おおの` is ohno, oono and ono. */
export function romaniseKana(text: string): string[] {
  const kana = toHiragana(text);
  let letters = "";
  for (let i = 0; i < kana.length; i++) {
    const pair = KANA_TABLE.get(kana.slice(i, i + 2));
    const single = KANA_TABLE.get(kana[i]!);
    if (kana[i] === "っ")
      letters += (KANA_TABLE.get(kana.slice(i + 1, i + 3)) ?? KANA_TABLE.get(kana[i + 1] ?? "") ?? "").charAt(
        0,
      );
    else if (kana[i] === "ー") letters += letters.at(-1) ?? "";
    else if (pair) {
      letters += pair;
      i++;
    } else letters += single ?? "";
  }
  const short = letters.replace(/o[ou]/g, "o").replace(/uu/g, "u");
  return [...new Set([letters, short, letters.replace(/o[ou]/g, "oh"), short.replace(/n(?=[mbp])/g, "m")])];
}

/** The customary romanisations of a family name in Han or Hangul; empty when it is not a listed one. */
export function romanisedSurname(surname: string): readonly string[] {
  return [...(CHINESE_SURNAMES.get(surname) ?? []), ...(KOREAN_SURNAMES.get(surname) ?? [])];
}

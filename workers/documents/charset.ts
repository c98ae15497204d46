/** Decodes text of an unnamed encoding: byte order mark, UTF-8, UTF-16, then the likeliest legacy encoding. */

/** Characters so common that a page of the language has them: a few dozen say more than a frequency table. */
const COMMON_SIMPLIFIED = new Set(
  "的一是不了在人有我他这个中大来上国和地到以说时要就出会可学年生工作经历教育背景专业技能项目负责公司大学本科硕士姓名性别电话邮箱简历个人现至与及为开发系统设计",
);
const COMMON_TRADITIONAL = new Set(
  "的一是不了在人有我他這個中大來上國和地到以說時要就出會可學年生工作經歷教育背景專業技能項目負責公司大學本科碩士姓名性別電話郵箱簡歷個人現至與及為開發系統設計",
);
const COMMON_JAPANESE_HAN = new Set(
  "年月日学歴職務経験資格氏名住所電話番号大学入社卒業入学会社株式東京都県市区町生趣味志望動機自己紹介取得第一種普通自動車運転免許現在以上業開発設計",
);

const COMMON_HANGUL = new Set(
  "이다는을를의가에하고지로한사기인도서자대정리시스학교과어보제부전수성명연락처력경졸업생년월일주소화메담당개발자격증무회근영소재직위입니습해여나라원공장국민병역군",
);

const MULTIBYTE = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"] as const;
const SINGLE_BYTE = [
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "koi8-r",
  "windows-1253",
  "windows-1255",
  "windows-1256",
  "windows-874",
] as const;
const SAMPLE_BYTES = 20_000;

function attempt(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** How much decoded text looks like the language that the encoding is for, per non-ASCII character. */
function multibyteScore(text: string, label: (typeof MULTIBYTE)[number]): number {
  let score = 0;
  let count = 0;
  const common =
    label === "gb18030" ? COMMON_SIMPLIFIED : label === "big5" ? COMMON_TRADITIONAL : COMMON_JAPANESE_HAN;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    count++;
    const kana = code >= 0x3041 && code <= 0x30fe;
    const halfKana = code >= 0xff61 && code <= 0xff9f;
    const hangul = code >= 0xac00 && code <= 0xd7a3;
    const punctuation = (code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e);
    const japanese = label === "shift_jis" || label === "euc-jp";
    if (label === "euc-kr")
      score += COMMON_HANGUL.has(character) ? 1.5 : hangul ? 0.2 : punctuation ? 0.3 : -0.5;
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 2;
    else if (common.has(character)) score += 1.5;
    else if (kana) score += japanese ? 1 : -0.5;
    else if (halfKana) score -= 0.5;
    else if (hangul) score -= 1;
    else if (punctuation) score += 0.3;
    else if (code >= 0x4e00 && code <= 0x9fff) score += 0.1;
    else score -= 0.7;
  }
  return count === 0 ? 0 : score / count;
}

const SCRIPTS: Readonly<Record<(typeof SINGLE_BYTE)[number], RegExp>> = {
  "windows-1252": /[àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ¿¡]/u,
  "windows-1250": /[ąćęłńóśźżĄĆĘŁŃŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽăâîşţőűäöüß]/u,
  "windows-1251": /\p{Script=Cyrillic}/u,
  "koi8-r": /\p{Script=Cyrillic}/u,
  "windows-1253": /\p{Script=Greek}/u,
  "windows-1255": /[\u05d0-\u05ea]/u,
  "windows-1256": /\p{Script=Arabic}/u,
  "windows-874": /\p{Script=Thai}/u,
};

/** Vowels of scripts that write them, and the share of letters they have at least; another script misread has fewer. */
const VOWELS: Readonly<Partial<Record<(typeof SINGLE_BYTE)[number], { letters: RegExp; share: number }>>> = {
  "windows-1251": { letters: /[аеёиоуыэюяіїє]/giu, share: 0.28 },
  "koi8-r": { letters: /[аеёиоуыэюя]/giu, share: 0.28 },
  "windows-1253": { letters: /[αεηιουωάέήίόύώ]/giu, share: 0.38 },
};

/** Typographic marks that any single-byte code page may hold. */
const MARKS = /[–—‘’“”„•…€«»°·§©®™\u00a0]/u;

/** Words of one script, in natural case: a capital after a small letter is the mark of a wrong code page. */
function singleByteScore(text: string, label: (typeof SINGLE_BYTE)[number]): number {
  const foreign = [...text].filter((character) => character.codePointAt(0)! >= 0x80);
  if (foreign.length === 0) return 0;
  const fitting = foreign.filter((character) => SCRIPTS[label].test(character)).length;
  const marks = foreign.filter((character) => MARKS.test(character)).length;
  const caseBreaks = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const mixed =
    text.match(
      /[a-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Greek}|[a-z][\u0590-\u06ff]/giu,
    )?.length ?? 0;
  const vowels = VOWELS[label];
  const spoken = vowels ? (text.match(vowels.letters)?.length ?? 0) >= vowels.share * fitting : true;
  const capitals = foreign.filter((character) => /\p{Lu}/u.test(character)).length;
  const unlikely = vowels && (!spoken || capitals > 0.7 * fitting) ? fitting / 2 : 0;
  const bias = label === "windows-1252" ? 0.05 : 0;
  return (fitting - unlikely + 0.8 * marks - 1.5 * caseBreaks - 1.5 * mixed) / foreign.length + bias;
}

function best<L extends string>(
  labels: readonly L[],
  sample: Uint8Array,
  score: (text: string, label: L) => number,
) {
  let found: { label: L; score: number } | null = null;
  for (const label of labels) {
    const text = attempt(sample, label);
    if (text === null) continue;
    const value = score(text, label);
    if (!found || value > found.score) found = { label, score: value };
  }
  return found;
}

/** UTF-16 without a mark: every other byte of Latin text and of spaces is zero. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) if (byte === 0) index % 2 === 0 ? even++ : odd++;
  if (Math.max(even, odd) < head.length / 20 || Math.min(even, odd) > 0) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** A sample that does not cut a character: it ends at a line end where there is one. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const lineEnd = bytes.subarray(0, SAMPLE_BYTES).lastIndexOf(10);
  return bytes.subarray(0, lineEnd > 0 ? lineEnd : SAMPLE_BYTES);
}

/**
 * Turns bytes into text.
 * @param declared an encoding that the file itself names (HTML's meta, XML's declaration); used when it decodes cleanly
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1));
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
  const utf8 = attempt(bytes, "utf-8");
  if (utf8 !== null && !utf8.includes("\0")) return utf8;
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes.subarray(0, bytes.length & ~1));
  const named = declared && /^[\w.:-]{2,20}$/.test(declared) ? attempt(bytes, declared) : null;
  if (named !== null) return named;
  const sample = sampleOf(bytes);
  const multibyte = best(MULTIBYTE, sample, multibyteScore);
  if (multibyte && multibyte.score > 0.3) return new TextDecoder(multibyte.label).decode(bytes);
  const single = best(SINGLE_BYTE, sample, singleByteScore);
  return new TextDecoder(single?.label ?? "windows-1252").decode(bytes);
}

import { isDigit } from "./characters.ts";

/**
 * A text as the detectors read it. `text` has one width, one space, one dash and composed letters; `folded`
 * is the same length, lower case and without accents. `sourceStart(i)` and `sourceEnd(i)` turn the bounds of
 * a span `[i, j)` of `text` into UTF-16 offsets of the text that was given.
 */
export interface NormalisedText {
  text: string;
  folded: string;
  /** The text has kana: Han names in it are read as Japanese. */
  kana: boolean;
  sourceStart(index: number): number;
  sourceEnd(index: number): number;
}

/** Characters whose normal form may have another length, or that leave no trace on the page. */
const LENGTH_CHANGING =
  /[\u00AD\u034F\u0300-\u036F\u1100-\u11FF\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3099\u309A\u3200-\u33FF\uFB00-\uFB06\uFE00-\uFE0F\uFEFF\uFF61-\uFF9F\uD835]/;

const KANA = /[\u3041-\u30fa]/;

const INVISIBLE = /^[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]$/;

/** A base with what composes onto it: combining accents, conjoining jamo, (half-width) voicing marks. */
const CLUSTER =
  /\uD835[\uDC00-\uDFFF]|[\u1100-\u11FF]+|[^\u0300-\u036F\u3099\u309A\uFF9E\uFF9F\uD800-\uDFFF][\u0300-\u036F\u3099\u309A\uFF9E\uFF9F]{0,8}|[\s\S]/g;

/** Ranges where compatibility forms stand for the plain character: widths, radicals, ligatures, styled letters. */
const COMPATIBILITY =
  /[\u0300-\u036F\u1100-\u11FF\u2E80-\u2FDF\u3099\u309A\u3200-\u33FF\uD835\uF900-\uFAFF\uFB00-\uFB06\uFF01-\uFFEE]/;

const CHUNK = 4096;
/** Anything that is not a printable ASCII character, a tab or a line feed. */
const BEYOND_ASCII = /[^\t\n\x20-\x7e]/;

/** One unit for one unit: the cheap part of the normal form, which is nearly all of it. */
function plainUnit(c: number): number {
  if (c < 0xa0) return c === 0x0b || c === 0x0c || c === 0x85 ? 10 : c;
  if (c === 0xa0 || c === 0x1680 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f) return 32;
  if (c === 0x3000) return 32;
  if (c >= 0x2010 && c <= 0x2015) return 45;
  if (c === 0x2212 || c === 0xfe58 || c === 0xfe63) return 45;
  if (c === 0x2028 || c === 0x2029) return 10;
  if (c === 0x2018 || c === 0x2019 || c === 0x2032 || c === 0x02bc) return 39;
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0;
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + 48;
  if (c >= 0x06f0 && c <= 0x06f9) return c - 0x06f0 + 48;
  if (c >= 0x0966 && c <= 0x096f) return c - 0x0966 + 48;
  if ((c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff)) {
    const plain = String.fromCharCode(c).normalize("NFKC");
    return plain.length === 1 ? plain.charCodeAt(0) : c;
  }
  return c;
}

const FOLD_LIMIT = 0x2000;

/** Lower case without accents, per unit, for the scripts that have either. */
const FOLD_TABLE: Uint16Array = (() => {
  const table = new Uint16Array(FOLD_LIMIT);
  for (let c = 0; c < FOLD_LIMIT; c++) {
    table[c] = c;
    if (c > 0x52f && c < 0x1e00) continue;
    const base = String.fromCharCode(c).normalize("NFD").charAt(0).toLowerCase();
    if (base.length === 1) table[c] = base.charCodeAt(0);
  }
  for (const [from, to] of ["øo", "łl", "đd", "ðd", "ıi", "Øo", "Łl", "Đd", "ÐD", "ºo", "°o", "ªa"].map(
    (pair) => [...pair],
  )) {
    table[from!.charCodeAt(0)] = to!.toLowerCase().charCodeAt(0);
  }
  return table;
})();

/**
 * Maps a text unit by unit in pieces. `quick` may answer for a whole piece that is plain ASCII, which most text is.
 */
function mapUnits(
  text: string,
  unit: (c: number, at: number) => number,
  quick: (piece: string) => string,
): string {
  const parts: string[] = [];
  const buffer = new Uint16Array(Math.min(CHUNK, text.length));
  for (let from = 0; from < text.length; from += CHUNK) {
    const piece = text.length <= CHUNK ? text : text.slice(from, from + CHUNK);
    if (!BEYOND_ASCII.test(piece)) {
      parts.push(quick(piece));
      continue;
    }
    const size = piece.length;
    for (let i = 0; i < size; i++) buffer[i] = unit(text.charCodeAt(from + i), from + i);
    parts.push(String.fromCharCode.apply(null, buffer.subarray(0, size) as unknown as number[]));
  }
  return parts.join("");
}

/** Lower case without accents; the same length as what was given. */
export function fold(text: string): string {
  return mapUnits(
    text,
    (c) => (c < FOLD_LIMIT ? FOLD_TABLE[c]! : c),
    (piece) => piece.toLowerCase(),
  );
}

/** A carriage return alone ends a line; before a line feed it is a blank. */
function plainText(text: string): string {
  return mapUnits(
    text,
    (c, at) => {
      if (c !== 13) return c > 0x7f || c < 32 ? plainUnit(c) : c;
      return text.charCodeAt(at + 1) === 10 ? 32 : 10;
    },
    (piece) => piece,
  );
}

function composeClusters(text: string): { text: string; starts: Int32Array; ends: Int32Array } {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const cluster = match[0];
    if (INVISIBLE.test(cluster)) continue;
    const composed =
      COMPATIBILITY.test(cluster) && cluster !== "\uFF5E" ? cluster.normalize("NFKC") : cluster;
    parts.push(composed);
    for (let i = 0; i < composed.length; i++) {
      const oneToOne = composed.length === cluster.length;
      starts.push(oneToOne ? match.index + i : match.index);
      ends.push(oneToOne ? match.index + i + 1 : match.index + cluster.length);
    }
  }
  return { text: parts.join(""), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Reads a text into its normal form (after Unicode NFKC, UAX #15, for the ranges that résumés meet). */
export function normalise(source: string): NormalisedText {
  if (!LENGTH_CHANGING.test(source)) {
    const text = plainText(source);
    return {
      text,
      folded: fold(text),
      kana: KANA.test(text),
      sourceStart: (index) => index,
      sourceEnd: (index) => index,
    };
  }
  const composed = composeClusters(source);
  const text = plainText(composed.text);
  return {
    text,
    folded: fold(text),
    kana: KANA.test(text),
    sourceStart: (index) => composed.starts[index] ?? source.length,
    sourceEnd: (index) => (index === 0 ? 0 : composed.ends[index - 1]!),
  };
}

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits += text[i];
  return digits;
}

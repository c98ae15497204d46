/**
 * Characters that are not seen: zero-width, tags, bidirectional controls, fillers. Some scripts need some of
 * them (joiners in Indic and Arabic scripts, emoji sequences, variation selectors); those stay and are no sign.
 */

export interface StrippedText {
  text: string;
  /** What was taken out: tag characters decoded, others as `U+200B x12`; empty when spelling explains them all. */
  removed: string;
}

/** Zero-width space, word joiner, invisible operators, BOM inside text, fillers, deprecated format characters. */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|[\u{e0100}-\u{e01ef}]/u;

/** Scripts whose spelling uses zero-width joiner and non-joiner. */
const JOINING_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const SPACELESS_SCRIPT =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u;
const VARIATION_BASE = /[\p{Script=Han}\p{Script=Mongolian}\p{Extended_Pictographic}\p{N}#*\p{S}]/u;

const SOFT_HYPHEN = 0xad;
const ZERO_WIDTH_SPACE = 0x200b;
const NON_JOINER = 0x200c;
const JOINER = 0x200d;
const BYTE_ORDER_MARK = 0xfeff;

type Verdict = "keep" | "drop" | "tell";

/** What to do with one invisible character between its neighbours. */
function judge(code: number, before: string, after: string, rightToLeft: boolean): Verdict {
  if (code === SOFT_HYPHEN || code === BYTE_ORDER_MARK) return "drop";
  if (code === NON_JOINER || code === JOINER) {
    if (JOINING_SCRIPT.test(before)) return "keep";
    if (code === JOINER && PICTOGRAPH.test(after)) return "keep";
    return "tell";
  }
  if (code === ZERO_WIDTH_SPACE)
    return SPACELESS_SCRIPT.test(before) && SPACELESS_SCRIPT.test(after) ? "drop" : "tell";
  if (code === 0x2060) return "drop";
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) {
    return VARIATION_BASE.test(before) ? "keep" : "tell";
  }
  if (code >= 0x180b && code <= 0x180f) return JOINING_SCRIPT.test(before) ? "keep" : "tell";
  const mark = code === 0x200e || code === 0x200f || code === 0x61c;
  const balanced =
    (code >= 0x2066 && code <= 0x2069) || code === 0x202a || code === 0x202b || code === 0x202c;
  if ((mark || balanced) && rightToLeft) return "drop";
  if (mark) return "drop";
  return "tell";
}

/** Tag characters spell ASCII; everything else stays as it is. */
function spell(character: string): string {
  const code = character.codePointAt(0)!;
  return code >= 0xe0020 && code <= 0xe007e ? String.fromCharCode(code - 0xe0000) : character;
}

/** Undoes right-to-left and left-to-right overrides: the letters between them are seen in the other order. */
function applyOverrides(text: string): string {
  return text.replace(
    /([\u202d\u202e])([^\u202a-\u202e\n]*)(\u202c?)/gu,
    (_, open: string, inner: string, close: string) => {
      const turned = open === "\u202e" ? !RIGHT_TO_LEFT.test(inner) : RIGHT_TO_LEFT.test(inner);
      return open + (turned ? [...inner].reverse().join("") : inner) + close;
    },
  );
}

/** Names what was taken out: decoded tags as text, everything else counted by code point. */
function describe(removed: readonly string[]): string {
  const spelled = removed
    .map(spell)
    .filter((character) => !INVISIBLE.test(character))
    .join("");
  const counts = new Map<string, number>();
  for (const character of removed) {
    if (!INVISIBLE.test(spell(character))) continue;
    const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const counted = [...counts].map(([name, count]) => `${name} x${count}`).join(", ");
  return [spelled, counted].filter((part) => part !== "").join(" ");
}

/** Takes invisible characters out of a text and returns those that no spelling explains. */
export function stripInvisible(text: string): StrippedText {
  if (!INVISIBLE.test(text)) return { text, removed: "" };
  const characters = [...applyOverrides(text)];
  const rightToLeft = RIGHT_TO_LEFT.test(text);
  const kept: string[] = [];
  const removed: string[] = [];
  for (const [index, character] of characters.entries()) {
    if (!INVISIBLE.test(character)) {
      kept.push(character);
      continue;
    }
    const verdict = judge(
      character.codePointAt(0)!,
      kept.at(-1) ?? "",
      nextSeen(characters, index),
      rightToLeft,
    );
    if (verdict === "keep") kept.push(character);
    else if (verdict === "tell") removed.push(character);
  }
  return { text: kept.join(""), removed: describe(removed) };
}

function nextSeen(characters: readonly string[], from: number): string {
  for (let at = from + 1; at < characters.length && at < from + 4; at++) {
    if (!INVISIBLE.test(characters[at]!)) return characters[at]!;
  }
  return "";
}

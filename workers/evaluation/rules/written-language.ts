import type { PlacedLine } from "./history.ts";

/** Languages that a sentence gives away: by its script, or by small words that only one of them has. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Hiragana}]/u,
  ko: /\p{Script=Hangul}{2}/u,
  zh: /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}{6}/u,
  en: /\b(?:the|and|with|for|of|to|by)\b.*\b(?:the|and|with|for|of|to|by|a)\b/u,
  de: /\b(?:und|der|die|das|mit|fur|von|zur|zum|im|bei)\b.*\b(?:und|der|die|das|mit|fur|von|zur|zum|im|bei|den)\b/u,
  fr: /\b(?:les|des|une|pour|avec|dans|sur|du)\b.*\b(?:les|des|une|pour|avec|dans|sur|du|la|le)\b/u,
  es: /\b(?:los|las|una|para|con|por|del)\b.*\b(?:los|las|una|para|con|por|del|el|la|de)\b/u,
};
/** Shorter lines are names, titles and tables. */
const SENTENCE = 24;
const UNSPACED_SENTENCE = 10;

/** Up to two lines that show that most sentences of the résumé are in one of the languages; none where they are not. */
export function writtenIn(lines: readonly PlacedLine[], wanted: ReadonlySet<string>): number[] {
  const sentences = lines.filter(({ folded: { lower }, heading, listing }) => {
    const least = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(lower)
      ? UNSPACED_SENTENCE
      : SENTENCE;
    return !heading && !listing && lower.trim().length >= least;
  });
  for (const language of wanted) {
    const sign = SIGNS[language];
    const shown = sign ? sentences.filter(({ folded }) => sign.test(folded.lower)) : [];
    if (shown.length >= 3 && shown.length * 2 > sentences.length) {
      const longest = [...shown].sort((a, b) => b.line.text.length - a.line.text.length).slice(0, 2);
      return longest.map(({ line }) => line.number);
    }
  }
  return [];
}

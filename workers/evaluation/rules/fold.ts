/** A line as terms are looked for in it. Both fields have the same length, so an index into one is an index into the other. */
export interface Folded {
  /** Full-width forms, accents and placeholders folded; the author's capitals kept. */
  cased: string;
  lower: string;
}

const PLACEHOLDER = /\[[A-Z][A-Z_]*(?:_\d+)?\]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07\u00B4`]/g;
const HYPHENS = /[\u2010\u2011\u00AD]/g;

/**
 * One spelling for what reads the same: compatibility forms (NFKC: `Ｊａｖａ`, `ｼﾞｬﾊﾞ`, `㈱`), accents on Latin letters,
 * curly apostrophes, hyphens. What redaction put in place of personal data is blanked: `[LANGUAGE_1]` names no skill.
 */
export function fold(text: string): Folded {
  const cased = text
    .replace(PLACEHOLDER, (placeholder) => " ".repeat(placeholder.length))
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .normalize("NFKC")
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .replace(/\s/gu, " ");
  const lower = cased.toLowerCase();
  return {
    cased,
    lower: lower.length === cased.length ? lower : cased.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  };
}

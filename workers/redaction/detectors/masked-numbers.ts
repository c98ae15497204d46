import { digitsOf } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

const MASKED =
  /(?<![\p{L}\d*])\d{2,8}(?:[ -]?[*•xX×✕]{2,6}){1,4}[ -]?\d{0,6}[\dxX]?(?![\p{L}\d*])|(?<![\p{L}\d*])(?:[*xX•]{3}-[*xX•]{2}|[*xX•]{4}([ -])[*xX•]{4}\1[*xX•]{4})[ -]\d{4}(?!\d)/gu;

/** Numbers that somebody masked in part still tell the part: `138****8000`, `430102********4523`, `XXX-XX-1847`. */
export function findMaskedNumbers(page: Page): Span[] {
  const spans: Span[] = [];
  for (const match of page.view.text.matchAll(MASKED)) {
    const digits = digitsOf(match[0]);
    const length = match[0].replace(/[ -]/g, "").length;
    if (digits.length < 4 || length < 9) continue;
    const place = { start: match.index, end: match.index + match[0].length, rank: RANK.labelled - 1 };
    if (length <= 12 && /^(?:1|0|[6-9])/.test(digits)) spans.push({ type: "PHONE", ...place });
    else
      spans.push({
        type: /^[*xX•]{4}/.test(match[0]) || length === 16 || length === 19 ? "BANK_CARD" : "NATIONAL_ID",
        ...place,
      });
  }
  return spans;
}

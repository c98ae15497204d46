import { breakWasFree, type Extent } from "./line-breaks.ts";
import type { Row } from "./rows.ts";

/** Web addresses, with or without their scheme, and mail addresses or the beginning of one. */
const WEB = /^(?:https?:\/\/|www\.)\S*$|^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/\S*$/iu;
const MAIL = /^[\w.+-]+@[\w.-]*$/;
const MAILBOX = /^[\w.+-]+$/;
/** An address does not end like this, nor begin like that. */
const ADDRESS_GOES_ON = /[-/._@?=&#%+~:]$/;
const ADDRESS_WENT_ON = /^[/?#&=._@%~-]\S/;
const ADDRESS_PART = /^[\p{Ll}\d/?#&=._@%~-]/u;
/** Numbers with hyphens: phones, post codes, spans of years; a year with a dash, whose end may be a word. */
const NUMBER_GOES_ON = /\d[-‐–]$/u;
const YEAR_GOES_ON = /\d{4}–$/u;

const hasWholeDomain = (mail: string) => /@[^.@]+(?:\.[^.@]+)*\.[A-Za-z]{2,}$/.test(mail);

function addressGoesOn(last: string, first: string): boolean {
  if (!ADDRESS_PART.test(first)) return false;
  if (MAIL.test(last)) return ADDRESS_GOES_ON.test(last) || !hasWholeDomain(last);
  if (WEB.test(last)) return ADDRESS_GOES_ON.test(last) || ADDRESS_WENT_ON.test(first);
  return MAILBOX.test(last) && (/^@\S/.test(first) || (/[-._+]$/.test(last) && MAIL.test(first)));
}

/**
 * Korean endings and particles that are never a word of their own. Those that may be one are left out (이 this,
 * 만 ten thousand, 과 department, 도 province, 가 edge).
 */
const BOUND_FORMS = new Set(
  "은 는 을 를 의 에 에서 에게 으로 로 와 부터 까지 다 니다 습니다 입니다 였습니다 었습니다 았습니다 겠습니다 고 며 면서 으며".split(
    " ",
  ),
);

function koreanGoesOn(last: string, first: string): boolean {
  return /\p{Script=Hangul}$/u.test(last) && BOUND_FORMS.has(first.replace(/[.,!?]+$/, ""));
}

function goesOn(last: string, first: string): boolean {
  return (
    addressGoesOn(last, first) ||
    (NUMBER_GOES_ON.test(last) && /^\d/.test(first)) ||
    (YEAR_GOES_ON.test(last) && /^\p{L}/u.test(first)) ||
    koreanGoesOn(last, first)
  );
}

/** A line of text, and the row that it was read from. */
export interface Line {
  text: string;
  row: Row;
}

/**
 * Joins what a full line broke without a hyphen of its own: addresses, numbers with hyphens, Korean words before their
 * endings. The rest of the word moves up to the line that it began on.
 * @param column what the lines may fill
 */
export function joinBrokenWords(lines: readonly Line[], column: Extent): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const above = result.at(-1);
    const last = above && /\S+$/.exec(above.text)?.[0];
    const first = /^\S+/.exec(line.text)?.[0];
    if (above && last && first && goesOn(last, first) && !breakWasFree(above.row, line.row, column)) {
      above.text += first;
      const rest = line.text.slice(first.length).trimStart();
      if (rest !== "") result.push({ text: rest, row: line.row });
      else above.row = line.row;
    } else result.push({ ...line });
  }
  return result;
}

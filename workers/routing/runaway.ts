/**
 * 20 blanks in a row: no answer asked for here indents that deep, and a grammar's free whitespace is where small
 * models are known to run on (220 blank tokens to the limit were seen with vLLM 0.26.0).
 */
export const BLANK_RUN = 20;

/** Longest repeated unit looked for, in UTF-16 units: a sentence of prose. */
const LONGEST_UNIT = 64;
/** A unit counts as endless when it fills this many characters and stands there at least `LEAST_TIMES` times. */
const LEAST_SPAN = 96;
const LEAST_TIMES = 4;

// The white space of ECMAScript, and what renders as blank without being white space.
const BLANKS = new RegExp(`[\\s\\u00ad\\u200b\\u2060\\u2800\\u3164]{${BLANK_RUN}}`);

/**
 * Says whether an answer that is still growing has run away.
 * @param text the answer so far
 * @param from where its newest piece begins, UTF-16; what stood before was looked at then
 */
export function runaway(text: string, from: number): "blanks" | "repetition" | null {
  if (BLANKS.test(text.slice(Math.max(0, from - BLANK_RUN + 1)))) return "blanks";
  return repeats(text) ? "repetition" : null;
}

/** True when the text ends in one unit of up to `LONGEST_UNIT` characters, over and over. */
function repeats(text: string): boolean {
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    const span = Math.max(LEAST_SPAN, unit * LEAST_TIMES);
    if (text.length < span) return false;
    if (hasPeriod(text, text.length - span, unit)) return true;
  }
  return false;
}

function hasPeriod(text: string, start: number, unit: number): boolean {
  for (let i = text.length - 1; i >= start + unit; i--) {
    if (text.charCodeAt(i) !== text.charCodeAt(i - unit)) return false;
  }
  return true;
}

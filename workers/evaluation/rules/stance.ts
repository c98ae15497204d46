import { BASIC, DENIED, LIST, type StancePattern, TURN, WANTED } from "./tables/stances.ts";
import type { Mention } from "./terms.ts";

/** What a sentence says of a thing it names: that it is lacking (or only hoped for), known a little, or nothing special. */
export type Stance = "denied" | "basic" | "plain";

/** A pattern looks this far around a name, in UTF-16 units: longer than any clause that denies something. */
const REACH = 120;

const compile = ({ before, after }: StancePattern) => ({
  before: before === undefined ? null : new RegExp(`${before.replaceAll("LIST", LIST)}$`, "u"),
  after: after === undefined ? null : new RegExp(`^${after}`, "u"),
});
const DENYING = [...DENIED, ...WANTED].map(compile);
const LIMITING = BASIC.map(compile);

/** How the folded lower-case line stands to the name at `mention`. */
export function stanceOf(lower: string, { start, end }: Mention): Stance {
  const before = afterLastTurn(lower.slice(Math.max(0, start - REACH), start));
  const after = beforeNextTurn(lower.slice(end, end + REACH));
  const says = (pattern: ReturnType<typeof compile>) =>
    (pattern.before?.test(before) ?? true) && (pattern.after?.test(after) ?? true);
  if (DENYING.some(says)) return "denied";
  return LIMITING.some(says) ? "basic" : "plain";
}

function afterLastTurn(text: string): string {
  const last = [...text.matchAll(TURN)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function beforeNextTurn(text: string): string {
  const next = text.matchAll(TURN).next().value;
  return next ? text.slice(0, next.index) : text;
}

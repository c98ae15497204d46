import {
  EXPERIENCE,
  MONTH_UNIT,
  NOT_AFTER,
  NOT_BEFORE,
  NUMBER_WORDS,
  YEAR_UNIT,
} from "./tables/durations.ts";
import type { Mention } from "./terms.ts";

/** A stated length of time. */
export interface Duration {
  months: number;
  start: number;
  end: number;
}

/** A claim above this is a slip or a boast that nothing could back. */
const LONGEST_YEARS = 45;

const WORDS = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const NUMBER = `(?<![\\d.,/])\\d{1,2}(?:[.,]\\d)?|(?<![\\p{L}])(?:${WORDS})`;
const DURATION = new RegExp(
  `(?:(?<years>${NUMBER})\\s*(?:\\+|plus|個|个|or more)?[\\s-]*(?:${YEAR_UNIT})\\+?(?:\\s*(?:and|und|et|y|,|又|零)?\\s*(?<extra>\\d{1,2})\\s*(?:${MONTH_UNIT}))?)|(?:(?<months>${NUMBER})\\s*(?:${MONTH_UNIT}))`,
  "gu",
);

/** Lengths of time stated in a folded lower-case line that can be experience; ages, deadlines and plans are not. */
export function durations(lower: string): Duration[] {
  return [...lower.matchAll(DURATION)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (
      NOT_BEFORE.test(lower.slice(Math.max(0, start - 24), start)) ||
      NOT_AFTER.test(lower.slice(end, end + 16))
    )
      return [];
    const { years, extra, months } = match.groups ?? {};
    const total = years === undefined ? numberOf(months ?? "0") : numberOf(years) * 12 + Number(extra ?? 0);
    return total > 0 && total <= LONGEST_YEARS * 12 ? [{ months: Math.round(total), start, end }] : [];
  });
}

/** Months of experience that a line claims of nothing in particular: `8 years of professional experience`. */
export function statedExperience(lower: string): number {
  return EXPERIENCE.test(lower) ? Math.max(0, ...durations(lower).map(({ months }) => months)) : 0;
}

const SEPARATOR = /[,;、，；|｜\t]|\s(?:and|und|et|y)\s/gu;
const CONNECTOR = /^[\s(]*(?:and|or|und|oder|et|ou|y|和|及|以及|と|や)?\s*$/u;
/** Words before the first duration that name nothing: "with over 5 years of". */
const LEAD =
  /^[\s\p{P}]*(?:(?:i|we|have|has|had|with|over|more than|about|around|nearly|almost|at least|some|approximately|uber|mehr als|mindestens|rund|ca|plus de|environ|mas de|unos|拥有|具有|具备|有|超过|约|近|共|累计|約|通算|약|총)[\s.]*)*$/u;

/**
 * Months that a line claims of the thing at `mention`, 0 where it claims none. Lists are read in their own direction: in
 * `Java 5年、Go 2年` a length closes its item, in `5 years of Java, Go and Rust` it opens all of them.
 */
export function statedFor(lower: string, mention: Mention): number {
  const stated = durations(lower);
  const next = stated.find(({ start }) => start >= mention.end);
  const previous = stated.findLast(({ end }) => end <= mention.start);
  const opens = stated[0] !== undefined && LEAD.test(lower.slice(0, stated[0].start));
  const closes =
    stated[0] !== undefined &&
    /^[\s\p{P}]*(?:経験|经验|experience)?[\s\p{P}]*$/u.test(lower.slice(stated.at(-1)!.end));
  if (closes && !opens) return next && sameItem(lower.slice(mention.end, next.start)) ? next.months : 0;
  if (opens) return previous && carries(lower.slice(previous.end, mention.start)) ? previous.months : 0;
  const near = [previous, next].filter((one) => one !== undefined && sameClause(lower, one, mention));
  return Math.max(0, ...near.map((one) => one!.months));
}

/** Between a name and the length that closes its item stand no other items, unless the length closes them all (`Java, Go: 5 years`). */
function sameItem(between: string): boolean {
  return between.search(SEPARATOR) < 0 || /[:：]\s*$/u.test(between);
}

/** From a length that opens a list to one of its items: each item is a name, not a new statement. */
function carries(between: string): boolean {
  const last = [...between.matchAll(SEPARATOR)].at(-1);
  return last === undefined || CONNECTOR.test(between.slice(last.index + last[0].length));
}

function sameClause(lower: string, duration: Duration, mention: Mention): boolean {
  const [from, to] =
    duration.end <= mention.start ? [duration.end, mention.start] : [mention.end, duration.start];
  return lower.slice(from, to).search(SEPARATOR) < 0;
}

function numberOf(text: string): number {
  return NUMBER_WORDS[text] ?? Number(text.replace(",", "."));
}

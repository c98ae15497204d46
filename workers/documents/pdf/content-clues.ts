import { headingOf } from "../../evaluation/rules/sections.ts";
import type { Fragment } from "./fragments.ts";
import { fragmentText, startsItem } from "./line-breaks.ts";
import { type Clue, share } from "./neighbours.ts";
import type { Side } from "./side.ts";

/** Lists stand in columns; a cell that is a list has another beside it that is none. */
const lists: Clue = {
  name: "lists",
  weigh({ left, right }) {
    const [a, b] = [left, right].map(({ rows }) => rows.filter(startsItem).length) as [number, number];
    return a >= 1 && b >= 1 && a + b >= 3 ? 2 : 0;
  },
};

/** Names of personal sections ("contact") are labels in forms. */
function isHeading(fragment: Fragment): boolean {
  const heading = headingOf(fragmentText(fragment));
  return heading !== null && heading.rest === "" && heading.section !== "personal";
}

const opensSection = ({ rows }: Side) => rows.some(({ fragments }) => fragments.every(isHeading));

/** Sections begin inside columns. */
const headings: Clue = {
  name: "headings",
  weigh: ({ left, right }) => (opensSection(left) && opensSection(right) ? 3 : 0),
};

const YEAR = /(?:19|20)\d\d/;
const MAX_DATE = 40;
/** Months and words such as "since", "until" and "present". */
const MAX_DATE_WORDS = 4;
/** The same in scripts without blanks, signs of year, month and day aside. */
const MAX_DATE_IDEOGRAPHS = 5;

function isDate(text: string): boolean {
  if (text.length > MAX_DATE || !YEAR.test(text)) return false;
  const words = text.match(/\p{Script=Latin}{2,}/gu) ?? [];
  const signs =
    text.match(
      /(?![年月日년월일])[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    ) ?? [];
  return words.length <= MAX_DATE_WORDS && signs.length <= MAX_DATE_IDEOGRAPHS;
}

/** A column of dates says nothing by itself: each belongs to what stands beside it. */
const dates: Clue = {
  name: "dates",
  weigh({ aligned, few, many }) {
    const dated = ({ texts }: Side) => share(texts.filter(isDate).length, texts.length) >= 0.6;
    return aligned >= 0.6 && (dated(few) || dated(many)) ? -3 : 0;
  },
};

const LABEL_END = /[:：]$/;
const PAIR = /^[^:：]{1,24}\s?[:：]\s*[^\s:：]/u;
/** Labels that are looked at; a page has fewer. */
const MAX_LABELS = 100;

/** Labels with a colon want the value beside them, on whatever baseline. */
const labels: Clue = {
  name: "labels",
  weigh({ left, right }) {
    const all = left.rows.slice(0, MAX_LABELS);
    const wanting = all.filter(
      (row, at) =>
        LABEL_END.test(left.texts[at]!) &&
        right.rows.some(
          (other) => Math.min(row.y1, other.y1) - Math.max(row.y0, other.y0) > 0.5 * (row.y1 - row.y0),
        ),
    );
    return share(wanting.length, all.length) >= 0.6 ? -6 : 0;
  },
};

/** Rows that hold "label: value" whole need no other cell. */
const wholePairs: Clue = {
  name: "whole pairs",
  weigh({ left, right, few }) {
    const pairs = ({ texts }: Side) => share(texts.filter((text) => PAIR.test(text)).length, texts.length);
    return few.rows.length >= 3 && pairs(left) >= 0.5 && pairs(right) < 0.25 ? 3 : 0;
  },
};

/** What the words of lines say. */
export const CONTENT_CLUES: readonly Clue[] = [lists, headings, dates, labels, wholePairs];

import { isUpperCase } from "../characters.ts";
import { skipBlanks, trimEnd } from "../lines.ts";
import { type NameShape, readLatinName } from "../name-shapes.ts";
import { lineAt, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import { namesPerson } from "./person-evidence.ts";

const MAX_AUTHORS = 20;
const MAX_NAME = 40;
const JOINT_BEFORE = /(?:,|;|&|\b(?:and|und|et|y|e)\b)\s?$/;
const JOINT_AFTER = /^\s?(?:,\s(?:and\s|&\s)?|;\s|&\s|(?:and|und|et|y|e)\s)/;
/** What stands before the last author of a list. */
const CONJUNCTION = /[a-z&]/;

/**
 * In a list of authors the names beside the applicant's are other persons': `Sarah Williams, [NAME], David Park`.
 * Lists are read below the personal block only, where a comma after the name leads to a job or a town.
 */
export function findCoauthors(page: Page, mentions: readonly Span[]): Span[] {
  return mentions.flatMap((mention) => {
    if (mention.type !== "NAME" || mention.start < page.personalEnd) return [];
    const line = page.lines[lineAt(page, mention.start)]!;
    return [...namesBefore(page, mention.start, line.start), ...namesAfter(page, mention.end, line.end)];
  });
}

const asPerson = (start: number, end: number): Span => ({ type: "PERSON", start, end, rank: RANK.person });

function namesAfter(page: Page, from: number, limit: number): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  let at = from;
  for (let count = 0; count < MAX_AUTHORS; count++) {
    const joint = JOINT_AFTER.exec(text.slice(at, Math.min(limit, at + 8)));
    if (!joint) break;
    const start = at + joint[0].length;
    const shape = readLatinName(page.view, start, Math.min(limit, start + MAX_NAME), {
      atLeast: 2,
      announced: false,
    });
    if (!shape || !endsAuthor(text, shape.end, limit) || isJournal(text, shape, limit)) break;
    spans.push(asPerson(shape.start, shape.end));
    at = shape.end;
    if (CONJUNCTION.test(joint[0])) break;
  }
  return spans;
}

/** `Anales de Ingeniería, 2019`: what sounds like nobody and stands before the year is where it was published. */
const isJournal = (text: string, { parts, end }: NameShape, limit: number): boolean =>
  !namesPerson(parts) && /^,\s\d{4}/.test(text.slice(end, Math.min(limit, end + 6)));

/** An author's name is followed by the next one, by a mark, or by the end of the line. */
const endsAuthor = (text: string, at: number, limit: number): boolean =>
  skipBlanks(text, at, limit) >= limit ||
  /^(?:\s?[,;.&(:"*]|\s(?:and|et|und)\s)/.test(text.slice(at, at + 6));

function namesBefore(page: Page, to: number, floor: number): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  let end = to;
  for (let count = 0; count < MAX_AUTHORS; count++) {
    const before = text.slice(Math.max(floor, end - 6), end);
    const joint = JOINT_BEFORE.exec(before);
    if (!joint) break;
    const nameEnd = trimEnd(text, floor, end - before.length + joint.index);
    const found = invertedEndingAt(text, nameEnd, floor) ?? nameEndingAt(page, nameEnd, floor);
    if (!found) break;
    spans.push(asPerson(found, nameEnd));
    end = found;
  }
  return spans;
}

const INVERTED = /(?:^|[;,&]\s|\b(?:and|und|et)\s)(\p{Lu}[\p{L}'’-]{1,24}, ?(?:\p{Lu}\.[ -]?){1,3})$/u;

/** `Halvorsen, I.` */
function invertedEndingAt(text: string, end: number, floor: number): number | undefined {
  const inverted = INVERTED.exec(text.slice(Math.max(floor, end - MAX_NAME), end));
  return inverted ? end - inverted[1]!.length : undefined;
}

/** Where a name that ends here begins: at the line's start, or behind the joint before it. */
function nameEndingAt(page: Page, end: number, floor: number): number | undefined {
  const { text } = page.view;
  const window = text.slice(Math.max(floor, end - MAX_NAME), end);
  const cut = /(?:.*(?:[,;&:]|\b(?:and|und|et|y|e)\b))?\s*/.exec(window)![0].length;
  const start = end - window.length + cut;
  if (start >= end || !isUpperCase(text[start]!)) return undefined;
  const shape = readLatinName(page.view, start, end, { atLeast: 2, announced: false });
  return shape && shape.end >= end - 1 ? start : undefined;
}

import { isUpperCase, isWordLetter } from "../characters.ts";
import type { Label } from "../labels.ts";
import { GENDERED_TITLES, NEUTRAL_TITLES, ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { cellsOf, skipBlanks } from "../lines.ts";
import { type NameShape, readName, readWord } from "../name-shapes.ts";
import { fold } from "../normalise.ts";
import { lineAt, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

const asPerson = (shape: NameShape): Span => ({
  type: "PERSON",
  start: shape.start,
  end: shape.end,
  rank: RANK.person,
});

/** `led by Sequoia Capital`: a name that ends in an organisation's word is one. */
const isOrganisation = (shape: NameShape): boolean =>
  shape.script === "latin" && ORGANISATION_WORDS.has(fold(shape.parts.at(-1) ?? ""));

/** Somebody else's name: after a label, after a title, in a section of referees, before a Han title. */
export function findPersons(page: Page): Span[] {
  return [
    ...page.labels.flatMap((label) => (announcesPerson(page, label) ? readPersons(page, label) : [])),
    ...findTitled(page),
    ...(page.view.han ? findHanTitled(page) : []),
    ...findReferees(page),
  ];
}

const EMERGENCY = /긴급|비상|紧急|緊急|emergency|notfall|urgence|emergencia|emergenza/;

/** Labels of emergency contacts stand before a number or a name, or both. */
const announcesPerson = (page: Page, label: Label): boolean =>
  label.fields.includes("PERSON") ||
  (label.fields.includes("PHONE") && EMERGENCY.test(page.view.folded.slice(label.start, label.end)));

const NAME_JOINT = /^\s?(?:,|、|，|;|；|\/|&|和|及|与|與|and\s|und\s|et\s|y\s|e\s|및\s)\s?/;
const RELATION = /^(?:\(.{1,24}?\)|(?:ms|mr|mrs|dr|prof)\.)\s?/i;

/** The names that a label of persons announces: `Referees: Jane Roe, Prof. John Doe`. */
export function readPersons(page: Page, label: Label): Span[] {
  const { view } = page;
  const spans: Span[] = [];
  const apposition =
    label.mode === "loose" && /^,\s\p{Lu}/u.test(view.text.slice(label.valueStart, label.valueStart + 3))
      ? 2
      : 0;
  let at = skipNumbering(view.text, label.valueStart + apposition, label.limit);
  for (let count = 0, skipped = 0; count < 12; count++) {
    const shape =
      readName(view, at, label.limit, { atLeast: 2, announced: false }) ?? lonelyName(page, label, at, count);
    if (!shape) {
      at = skippedTitle(view.text, at, label.limit);
      if (count > 0 || at < 0 || skipped++ > 1) break;
      count--;
      continue;
    }
    if (isOrganisation(shape)) break;
    spans.push(asPerson(shape));
    const joint = NAME_JOINT.exec(view.text.slice(shape.end, Math.min(label.limit, shape.end + 8)));
    if (!joint) break;
    at = shape.end + joint[0].length;
  }
  return spans;
}

/** A job may stand before a name: `汇报对象：技术总监 马超`. */
function skippedTitle(text: string, at: number, limit: number): number {
  const title = /^[\u3400-\u9fff\uac00-\ud7a3]{2,10}\s{1,3}(?=[\u3400-\u9fff\uac00-\ud7a3])/.exec(
    text.slice(at, Math.min(limit, at + 16)),
  );
  return title ? at + title[0].length : -1;
}

const skipNumbering = (text: string, at: number, limit: number): number => {
  const lead = /^(?:\d{1,2}[.)、]\s?|the\s|our\s)/i.exec(text.slice(at, Math.min(limit, at + 6)));
  return at + (lead?.[0].length ?? 0);
};

/** After a colon one capitalised word, or an unlisted CJK name, is a name too. */
function lonelyName(page: Page, label: Label, at: number, count: number): NameShape | undefined {
  const { view } = page;
  if (label.mode !== "explicit" || label.below || count > 0 || skippedTitle(view.text, at, label.limit) > 0)
    return undefined;
  const shape = readName(view, at, label.limit, {
    atLeast: 1,
    announced: !isWordLetter(view.text.charCodeAt(at)),
  });
  if (!shape) return undefined;
  const after = view.text[skipBlanks(view.text, shape.end, label.limit)] ?? "";
  const ends = skipBlanks(view.text, shape.end, label.limit) >= label.limit || /[,，、(（;|/\n-]/.test(after);
  return ends ? shape : undefined;
}

const TITLES =
  /(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sr|Sra|Srta|Mme|Mlle|Ing|Dipl|Mag|Dott|Dra|Sig|Sig\.ra|Dott\.ssa|Prof\.ssa|Lic|Rev|Hon|Eng|Engr|Capt|Smt|Shri|Dª|Dña)\.(?= ?[^ -~]| ?[A-Z][^ .]| ?[DP][a-z]{1,4}\.)|[MD]\.(?= [A-Z\u00c0-\u024f])|(?:Mr|Mrs|Ms|Miss|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sra?|Señora?|Don|Doña|Senhora?|Professor|Prof|Dr|Sir|Dame|Lady)(?= [A-Z\u00c0-\u024f])/g;

const MAX_TITLED = 100;

/** `Dr. Jane Roe`, `Herr Müller`, `Mme Dupont`: a title makes the capitalised words behind it a person. */
function findTitled(page: Page): Span[] {
  const { view } = page;
  const { text } = view;
  const spans: Span[] = [];
  for (const match of text.matchAll(TITLES)) {
    if (match.index < (spans.at(-1)?.end ?? 0) || isWordLetter(text.charCodeAt(match.index - 1))) continue;
    const folded = match[0].toLowerCase();
    if (!GENDERED_TITLES.has(folded) && !NEUTRAL_TITLES.has(folded)) continue;
    if (
      /^(?:eng|ing|dipl|mag|gen|ma|ms|er|me|sa|m|d|col|lt|esq|hon|cap)\.?$/.test(folded) &&
      !match[0].endsWith(".")
    )
      continue;
    const ahead = text.slice(match.index, match.index + MAX_TITLED).indexOf("\n");
    const limit = ahead < 0 ? Math.min(text.length, match.index + MAX_TITLED) : match.index + ahead;
    const shape = readName(view, match.index, limit, { atLeast: 1, announced: false });
    if (shape && shape.end > match.index + match[0].length + 1) spans.push(asPerson(shape));
  }
  return spans;
}

const HAN_TITLED =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4}?)(?:教授|博士|老师|老師|先生|女士|导师|導師|主任|院士|经理|經理|总监|總監|主管|校长|校長)(?=[\s,，。、;；()（）|/:\n]|$)/g;

/** `张伟教授`, `王经理` at a word's start and a clause's end. */
function findHanTitled(page: Page): Span[] {
  const { view } = page;
  const spans: Span[] = [];
  for (const match of view.text.matchAll(HAN_TITLED)) {
    const end = match.index + match[1]!.length;
    const shape = readName(view, match.index, end, { atLeast: 2, announced: false });
    if (shape && shape.end === end && shape.script === "han") spans.push(asPerson(shape));
  }
  return spans;
}

/** In a section of referees, names open the cells. */
function findReferees(page: Page): Span[] {
  const { view, lines } = page;
  const spans: Span[] = [];
  for (const section of page.sections) {
    if (section.kind !== "REFERENCES") continue;
    for (let i = lineAt(page, section.start); i < lines.length && lines[i]!.end <= section.end; i++) {
      const line = lines[i]!;
      for (const cell of cellsOf(view.text, line)) {
        const at = skipNumbering(view.text, cell.start, cell.end);
        const shape = readName(view, at, cell.end, { atLeast: 2, announced: false });
        if (shape && opensCell(page, shape, cell.end)) spans.push(asPerson(shape));
      }
    }
  }
  return spans;
}

/** A referee's name is followed by a comma, a bracket, a dash or the end of its cell. */
function opensCell(page: Page, shape: NameShape, end: number): boolean {
  const { view } = page;
  const at = skipBlanks(view.text, shape.end, end);
  if (at >= end || /[,，、(（|;:–-]/.test(view.text[at]!)) return true;
  const word = readWord(view, at, end);
  return (
    shape.script !== "latin" ||
    (word !== undefined && !isUpperCase(view.text[word.start]!)) ||
    RELATION.test(view.text.slice(at))
  );
}

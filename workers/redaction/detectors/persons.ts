import { isHan, isUpperCase, isWordLetter } from "../characters.ts";
import type { Label } from "../labels.ts";
import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import { NOT_HAN_NAMES, NOT_HANGUL_NAMES, ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { cellsOf, skipBlanks } from "../lines.ts";
import { type NameShape, readName, readWord } from "../name-shapes.ts";
import { readJoinedJapanese, readSpacedJapanese } from "../name-shapes-cjk.ts";
import { fold, type NormalisedText } from "../normalise.ts";
import { labelFrom, lineAt, type Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { namesFirm, namesPerson } from "./person-evidence.ts";
import { asPerson, titleLimit } from "./titled-persons.ts";

const BLANK = 32;

/** `led by Sequoia Capital`: a name that ends in an organisation's word is one. */
const isOrganisation = (view: NormalisedText, shape: NameShape): boolean => {
  if (shape.script !== "latin") return false;
  if (ORGANISATION_WORDS.has(fold(shape.parts.at(-1) ?? ""))) return true;
  if (view.text.charCodeAt(shape.end) !== BLANK) return false;
  const next = readWord(view, shape.end + 1, Math.min(view.text.length, shape.end + 24));
  return next !== undefined && ORGANISATION_WORDS.has(next.folded);
};

/** Somebody else's name after its label. */
export function findLabelledPersons(page: Page): Span[] {
  const spans: Span[] = [];
  for (const label of page.labels)
    if (announcesPerson(page, label)) for (const span of readPersons(page, label)) spans.push(span);
  return spans;
}

const EMERGENCY = /긴급|비상|紧急|緊急|emergency|notfall|urgence|emergencia|emergenza/;

/** Labels of emergency contacts stand before a number or a name, or both. */
const announcesPerson = (page: Page, label: Label): boolean =>
  label.fields.includes("PERSON") ||
  (label.fields.includes("REFERENCES") && label.mode === "explicit" && !label.below) ||
  (label.fields.includes("PHONE") && EMERGENCY.test(page.view.folded.slice(label.start, label.end)));

/** Between two names: a mark or a conjunction, perhaps behind what a bracket says or a post or a number. */
const MAX_JOINT = 64;
const NAME_JOINT =
  /^(?:\s?\([^()\n]{1,40}\)|,\s\p{Lu}[\p{L} .-]{2,24}(?=[,;])|,?\s\+?[\d ()/.-]{7,20}(?=[,;]))?\s?(?:,\s?(?:and|und|et|y|e)\s|,|、|，|;|；|\/|&|和|及|与|與|and\s|und\s|et\s|y\s|e\s|및\s)\s?/u;
const RELATION = /^(?:\(.{1,24}?\)|(?:ms|mr|mrs|dr|prof)\.)\s?/i;

/** Words that stand before organisations and products as often as before persons. */
const COMPANY =
  /(?:with|alongside|assisted|partnered|succeeded|shadowed|took over from|handed over to|assistant to|\bmit|\bavec|\bcon|\bcom|insieme a|junto a|aux cotes de|author|authors|(?:team|time|equip[eoa]|abteilung|nachfolge|nachfolger|nachfolgerin|vertretung|sostituzione|substituicao|substitut[oa]|sustitucion|sustitut[oa]|sucessor|sucessora|sucesor|sucesora|successore|remplacement|successeur|suppleante?|suplente|adjunt[oa]|adjointe?|ajudante|ayudante|aiutante|vice|recomendac(?:ion|ao)|raccomandazione|segnalazione|empfehlung|zeugnis|collaborateur|collaboratrice|assist[ea]nte?|assistentin|reemplazo) (?:de|di|von|d'|da|do|a|um))$/;

/** A title or a known given name tells a person from a firm or a job of two capitalised words. */
const isSurelyPerson = (shape: NameShape): boolean =>
  shape.script !== "latin" ||
  namesPerson(shape.parts) ||
  (!namesFirm(shape.parts) && shape.parts.some((part) => GIVEN_NAMES.has(fold(part))));

/** The names that a label of persons announces: `Referees: Jane Roe, Prof. John Doe`. */
export function readPersons(page: Page, label: Label): Span[] {
  const { view } = page;
  const spans: Span[] = [];
  const apposition =
    label.mode === "loose" && /^,\s\p{Lu}/u.test(view.text.slice(label.valueStart, label.valueStart + 3))
      ? 2
      : 0;
  let unsure: boolean | undefined;
  let paired = false;
  let at = skipNumbering(view.text, label.valueStart + apposition, label.limit);
  for (let count = 0, skipped = 0; count < 12; count++) {
    const limit = titleLimit(view, at, label.limit);
    const shape =
      readName(view, at, limit, {
        atLeast: 2,
        announced: limit < label.limit && isHan(view.text.charCodeAt(at)),
      }) ??
      (label.mode === "loose" ? undefined : readSpacedJapanese(view, at, limit)) ??
      lonelyName(page, label, at, limit, count);
    if (!shape) {
      at = skippedTitle(view.text, at, limit);
      if (count > 0 || at < 0 || skipped++ > 1) break;
      count--;
      continue;
    }
    unsure ??=
      label.mode !== "explicit" &&
      (apposition > 0 || COMPANY.test(view.folded.slice(label.start, label.end)));
    const doubtful = unsure && !isSurelyPerson(shape) && !besidePerson(view, shape, label.limit, paired);
    if (isOrganisation(view, shape) || namesFirm(shape.parts) || doubtful) break;
    spans.push(asPerson(shape));
    const joint = NAME_JOINT.exec(view.text.slice(shape.end, Math.min(label.limit, shape.end + MAX_JOINT)));
    if (!joint) break;
    at = shape.end + joint[0].length;
    unsure ||= /[,;/(]/.test(joint[0]);
    paired = CONJUNCTION.test(joint[0]);
  }
  return spans;
}

const CONJUNCTION = /^\s?(?:and|und|et|y|e)\s$/;

/** `Gethin Pemberton and Siân Taylor`: of two names that a conjunction joins one tells of the other. */
function besidePerson(view: NormalisedText, { end }: NameShape, limit: number, paired: boolean): boolean {
  if (paired) return true;
  const joint = /^\s(?:and|und|et|y|e)\s/.exec(view.text.slice(end, Math.min(limit, end + 6)));
  const next = joint
    ? readName(view, end + joint[0].length, limit, { atLeast: 2, announced: false })
    : undefined;
  return next !== undefined && isSurelyPerson(next);
}

const FIRST_HAN = 0x3400;

/** A job may stand before a name: `汇报对象：技术总监 马超`. */
function skippedTitle(text: string, at: number, limit: number): number {
  if (at >= limit || text.charCodeAt(at) < FIRST_HAN) return -1;
  const title = /^[\u3400-\u9fff\uac00-\ud7a3]{2,10}\s{1,3}(?=[\u3400-\u9fff\uac00-\ud7a3])/.exec(
    text.slice(at, Math.min(limit, at + 16)),
  );
  return title ? at + title[0].length : -1;
}

const NUMBERING = /^(?:\d{1,2}[.)、]\s?|the\s|our\s)/i;
/** What it begins with. */
const NUMBERING_OPENINGS = "0123456789toTO";

const skipNumbering = (text: string, at: number, limit: number): number => {
  if (!NUMBERING_OPENINGS.includes(text.charAt(at))) return at;
  return at + (NUMBERING.exec(text.slice(at, Math.min(limit, at + 6)))?.[0].length ?? 0);
};

/** After a colon one capitalised word, or an unlisted CJK name, is a name too. */
function lonelyName(
  page: Page,
  label: Label,
  at: number,
  limit: number,
  count: number,
): NameShape | undefined {
  const { view } = page;
  const later = count > 0 && !/[、和与與及]\s?$/.test(view.text.slice(at - 2, at));
  if (label.mode !== "explicit" || label.below || later || skippedTitle(view.text, at, limit) > 0)
    return undefined;
  const shape = readName(view, at, limit, {
    atLeast: 1,
    announced: !isWordLetter(view.text.charCodeAt(at)),
  });
  if (!shape) return undefined;
  const after = view.text[skipBlanks(view.text, shape.end, label.limit)] ?? "";
  const ends = skipBlanks(view.text, shape.end, label.limit) >= label.limit || /[,，、(（;|/\n-]/.test(after);
  return ends ? shape : undefined;
}

/** In a section of referees, names open the cells. */
export function findReferees(page: Page): Span[] {
  const { view, lines } = page;
  const spans: Span[] = [];
  for (const section of page.sections) {
    if (section.kind !== "REFERENCES") continue;
    for (let i = lineAt(page, section.start) + 1; i < lines.length && lines[i]!.end <= section.end; i++) {
      const line = lines[i]!;
      for (const cell of cellsOf(view.text, line)) {
        const at = skipNumbering(view.text, cell.start, cell.end);
        const shape =
          readName(view, at, cell.end, { atLeast: 2, announced: false }) ??
          readSpacedJapanese(view, at, cell.end) ??
          (view.text.charCodeAt(at) >= FIRST_RARE &&
          labelFrom(page, at)?.start !== at &&
          opensEntry(page, i, section.start) &&
          hasContact(page, i)
            ? readRareName(view, at, cell.end)
            : undefined);
        if (!shape || isOrganisation(view, shape) || !opensCell(page, shape, cell.end)) continue;
        if (opensEntry(page, i, section.start) || isSurelyPerson(shape)) spans.push(asPerson(shape));
      }
    }
  }
  return spans;
}

/** Words of firms, schools and posts, which open a line as often as a name does. */
const NOT_RARE =
  /公司|集团|集團|大学|大學|学院|學院|学校|學校|医院|醫院|银行|銀行|中心|科技|有限|工厂|工廠|部门|部門|研究|经理|經理|主管|总监|總監|工程|회사|대학|학교|병원|은행|센터|그룹|연구/;
const RARE_NAME =
  /^(?:[\u3400-\u9fff]{2,6}(?:·[\u3400-\u9fff]{1,6})?|[가-힣]{2,4}|[가-힣] [가-힣])(?=\s?[,，/／|(（])/;

/** Before it no unit begins a rare name: the iteration mark. */
const FIRST_RARE = 0x3005;

/** Where an entry opens with a few characters and a mark behind them, they are the referee, listed or not. */
function readRareName(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  const japanese = readJoinedJapanese(view, at, limit);
  if (japanese || view.kana) return japanese;
  const rare = RARE_NAME.exec(view.text.slice(at, Math.min(limit, at + 16)))?.[0];
  if (!rare || NOT_RARE.test(rare) || NOT_HAN_NAMES.has(rare) || NOT_HANGUL_NAMES.has(rare)) return undefined;
  const script = isHan(view.text.charCodeAt(at)) ? "han" : "hangul";
  return { script, start: at, end: at + rare.length, parts: [rare.replace(" ", "")] };
}

/** A number or an address on the line or below it shows that an entry is somebody's. */
const hasContact = ({ lines, view }: Page, line: number): boolean =>
  [lines[line], lines[line + 1]].some(
    (near) => near !== undefined && (near.digits >= 6 || view.text.slice(near.start, near.end).includes("@")),
  );

/** A referee's name opens a list, or follows a blank line or the contact details of the one before. */
function opensEntry(page: Page, line: number, sectionStart: number): boolean {
  const before = page.lines[line - 1];
  if (!before || before.start <= sectionStart || before.end === before.start) return true;
  if (before.digits >= 6 || page.view.text.slice(before.start, before.end).includes("@")) return true;
  const after = page.lines[line + 1];
  return (
    after !== undefined &&
    after.digits < 6 &&
    OPENS_POST.test(page.view.text.slice(after.start, after.start + 40))
  );
}

/** A post and a firm under a name: `Data Scientist, Maple Street Bakery`. */
const OPENS_POST = /^\p{Lu}[\p{L} .'’/-]{2,36}[,(|–-]/u;

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

import { isHan, isUpperCase, isWordLetter } from "./characters.ts";
import { buildLexicon, type LexiconHit, scanLexicon } from "./lexicon.ts";
import {
  AMBIGUOUS_NAME_WORDS,
  GENDERED_TITLES,
  NAME_PARTICLES,
  NEUTRAL_TITLES,
  ORGANISATION_PREFIXES,
  ORGANISATION_WORDS,
} from "./lexicons/name-words.ts";
import { type NameForm, nameForms } from "./name-forms.ts";
import type { NameShape } from "./name-shapes.ts";
import { readWord, withGeneration } from "./name-shapes.ts";
import type { Page } from "./page.ts";
import { readsAsChinese, readsAsKorean } from "./romanisation.ts";
import { RANK, type Span } from "./spans.ts";
import type { SubjectNames } from "./subject-name.ts";

type Hit = LexiconHit<NameForm>;

const BLANK = 32;
const COMMA = 44;

/** Every mention of the applicant and full mentions of the other persons that were found. */
export function findMentions(page: Page, subject: SubjectNames, persons: readonly NameShape[]): Span[] {
  const forms = nameForms(subject, persons);
  if (forms.length === 0) return [];
  const lexicon = buildLexicon(forms.map((form) => [form.text, form] as const));
  const hits = scanLexicon(lexicon, page.view.folded, page.starts);
  const spans: Span[] = [];
  let group: Hit[] = [];
  const close = (): void => {
    const span = group.length > 0 ? readGroup(page, group) : undefined;
    if (span) spans.push(span);
    group = [];
  };
  for (const hit of hits) {
    const last = group.at(-1);
    if (
      last &&
      !(last.value.script === "latin" && hit.value.script === "latin" && adjoins(page, last.end, hit.start))
    )
      close();
    group.push(hit);
  }
  close();
  return spans;
}

const INITIAL_OR_BLANK =
  /^(?:[ .'\-_,]{1,2}|,? (?:Jr|Sr|II|III|IV|Filho|Neto|Júnior)\.?,? |[ .]{1,2}\p{Lu}\.?[ ]|, )$/u;

/** Two words of a name adjoin over a blank, a hyphen, a middle initial, or particles. */
function adjoins(page: Page, from: number, to: number): boolean {
  if (to - from > 16 || to < from) return false;
  const gap = page.view.text.slice(from, to);
  if (INITIAL_OR_BLANK.test(gap)) return true;
  const words = page.view.folded.slice(from, to).trim().split(/\s+/);
  return (
    !gap.includes("\n") &&
    words.length <= 3 &&
    words.every((word) => NAME_PARTICLES.has(word) || /^[a-z]\.?$/.test(word))
  );
}

function readGroup(page: Page, group: readonly Hit[]): Span | undefined {
  const first = group[0]!;
  const last = group.at(-1)!;
  const span: Span = {
    type: first.value.owner === "person" ? "PERSON" : "NAME",
    start: first.start,
    end: last.end,
    rank: RANK.name,
  };
  if (first.value.script !== "latin") return cjkAllowed(page, first) ? span : undefined;
  const distinct = new Set(group.map((hit) => hit.value.text));
  if (distinct.size > 1 || first.value.strength === "full") return widen(page, span, group);
  const romanised = first.value.romanises ? readRomanised(page, first) : undefined;
  if (romanised) return widen(page, romanised, group);
  if (first.value.strength !== "alone" || !aloneAllowed(page, first)) return undefined;
  return widen(page, span, group);
}

/** One word of a name stands for the person when it has its capital and belongs to nothing else. */
function aloneAllowed(page: Page, hit: Hit): boolean {
  const { view } = page;
  const capital = isUpperCase(view.text[hit.start]!);
  const inFileName = /[_]/.test(view.text[hit.start - 1] ?? "") || /[_]/.test(view.text[hit.end] ?? "");
  if (!capital && !inFileName) return false;
  const next = readWord(view, hit.end + 1, Math.min(view.text.length, hit.end + 32));
  const joined = view.text[hit.end] === " " || view.text[hit.end] === "-";
  if (joined && next && ORGANISATION_WORDS.has(next.folded)) return false;
  if (view.text[hit.end] === "-" && next && isUpperCase(view.text[next.start]!)) return false;
  if (/^\s?&\s|^\.(?:js|py|io|com|net|org)\b/.test(view.folded.slice(hit.end, hit.end + 5))) return false;
  const previous = /([\p{L}.&]+)[ ]$/u.exec(view.folded.slice(Math.max(0, hit.start - 24), hit.start))?.[1];
  const governing = /([\p{L}.]+) (?:of|de|di|da|do|du|for|f[uü]r)(?: the| la)? $/u.exec(
    view.folded.slice(Math.max(0, hit.start - 32), hit.start),
  )?.[1];
  if (governing && ORGANISATION_PREFIXES.has(governing)) return false;
  if (previous && ORGANISATION_PREFIXES.has(previous) && !GENDERED_TITLES.has(previous)) return false;
  if (!AMBIGUOUS_NAME_WORDS.has(hit.value.text) || isSubject(page, hit, next?.folded)) return true;
  return previous !== undefined && (GENDERED_TITLES.has(previous) || NEUTRAL_TITLES.has(previous));
}

/** `Young led the migration`: at the head of a sentence with a verb behind it the word is the one who did it. */
function isSubject({ view }: Page, hit: Hit, next: string | undefined): boolean {
  if (next === undefined || view.text[hit.end] !== " " || !ACTS.test(next)) return false;
  return /(?:^|[\n.;:!?•·"“„«»(–-])[ ]{0,2}$/.test(view.text.slice(Math.max(0, hit.start - 4), hit.start));
}
const ACTS =
  /^(?:led|leads|presented|presents|managed|manages|joined|built|designed|wrote|delivered|drove|introduced|created|developed|launched|is|was|has|had|leitete|leitet|fuhrte|fuhrt|ubernahm|prasentierte|ist|war|hat|dirige|dirigea|presente|presenta|est|etait|lidero|lidera|dirigio|presento|es|fue|ha|apresentou|liderou|conduziu|foi|tem|guida|guido|diresse)$/;

/** A romanised family name with a given name beside it that can be read as the applicant's. */
function readRomanised(page: Page, hit: Hit): Span | undefined {
  const { view } = page;
  const { given, script } = hit.value.romanises!;
  const reads = (word: string): boolean =>
    script === "hangul" ? readsAsKorean(word, given) : readsAsChinese(word, given.length);
  if (!isUpperCase(view.text[hit.start]!)) return undefined;
  const span: Span = { type: "NAME", start: hit.start, end: hit.end, rank: RANK.name };
  const gapAfter = /^,?[ ]|^_/.exec(view.text.slice(hit.end, hit.end + 2))?.[0] ?? "";
  const after = gapAfter
    ? readWord(view, hit.end + gapAfter.length, Math.min(view.text.length, hit.end + 26))
    : undefined;
  if (after && isUpperCase(view.text[after.start]!)) {
    if (reads(after.folded)) return { ...span, end: after.end };
    const second = readWord(view, after.end + 1, Math.min(view.text.length, after.end + 16));
    if (second && view.text[after.end] === " " && reads(after.folded + second.folded))
      return { ...span, end: second.end };
  }
  const before = /(?<![\p{L}])(\p{Lu}[\p{L}'-]{1,20})(?:[ ](\p{Lu}[\p{L}]{1,8}))?[ _]$/u.exec(
    view.text.slice(Math.max(0, hit.start - 34), hit.start),
  );
  if (!before) return undefined;
  const [all, one = "", two] = before;
  if (two && reads((one + two).toLowerCase())) return { ...span, start: hit.start - all.length };
  const nearest = two ?? one;
  return reads(nearest.toLowerCase()) ? { ...span, start: hit.start - nearest.length - 1 } : undefined;
}

/** A title or a particle ends in a blank or an apostrophe, an initial in its full stop. */
const ENDS_COMPANION: ReadonlySet<number> = new Set([..." '."].map((mark) => mark.charCodeAt(0)));

/** Takes titles, initials and particles beside a mention along. */
function widen(page: Page, span: Span, group: readonly Hit[]): Span {
  const { view } = page;
  let { start, end } = span;
  for (let step = 0; step < 4 && ENDS_COMPANION.has(view.text.charCodeAt(start - 1)); step++) {
    const before = /(?<![\p{L}])(?:(\p{Lu}\.)[ ]?|([\p{L}.'-]{1,12}\.?)[ ]|(d'|l'|o'))$/u.exec(
      view.text.slice(Math.max(0, start - 16), start),
    );
    if (!before) break;
    const word = (before[2] ?? before[3] ?? "").toLowerCase();
    const title = GENDERED_TITLES.has(word) || NEUTRAL_TITLES.has(word);
    const particle = group.some(
      (hit) => hit.value.particles?.has(word) || hit.value.particles?.has(word.replace(/\.$/, "")),
    );
    const initial =
      before[1] !== undefined && group.some((hit) => hit.value.initials?.has(before[1]![0]!.toLowerCase()));
    if (!title && !particle && !initial) break;
    if (title && /^(?:i|e|y|an|sa|ma|me|pd|m|d)$/.test(word)) break;
    start -= before[0].length;
  }
  const initialed = view.text.charCodeAt(end) === BLANK || view.text.charCodeAt(end) === COMMA;
  const after = initialed ? /^,?[ ](\p{Lu})\.(?!\p{L}{2})/u.exec(view.text.slice(end, end + 5)) : null;
  if (after && group.some((hit) => hit.value.initials?.has(after[1]!.toLowerCase()))) end += after[0].length;
  return { ...span, start, end: withGeneration(view.text, end, view.text.length) };
}

const HAN_HONORIFIC =
  /^\s?(?:さん|氏|様|君|先生|女士|小姐|同学|同學|总|總|经理|經理|工|老师|老師|某|씨|님|군|양)/;
const HAN_ORGANISATION =
  /^(?:株式会社|製作所|工業|電機|商事|商店|建設|産業|銀行|証券|病院|大学|学園|高校|町|市|村|県|区|駅|集团|公司|科技|银行|證券|重工|自動車|製薬|化学|村田|ホールディングス|그룹|전자|건설|은행)/;

/** CJK words need no blanks: a family name alone needs an honorific or a clause of its own. */
function cjkAllowed(page: Page, hit: Hit): boolean {
  const { text } = page.view;
  const after = text.slice(hit.end, hit.end + 8);
  const before = text[hit.start - 1] ?? "";
  if (hit.value.strength === "full") return true;
  if (
    HAN_ORGANISATION.test(after) ||
    /株式会社$|㈱$|\(株\)$|주식회사$|\(주\)$/.test(text.slice(Math.max(0, hit.start - 4), hit.start))
  )
    return false;
  if (hit.value.strength === "honorific" && /[小老阿]/.test(before))
    return (
      !isHan(text.charCodeAt(hit.start - 2)) ||
      /[叫喊称稱]/.test(text[hit.start - 3] ?? "") ||
      !isHan(after.charCodeAt(0))
    );
  if (hit.value.strength === "honorific")
    return (
      (HAN_HONORIFIC.test(after) || (page.view.kana && /^[はが]/.test(after))) &&
      !/[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(before)
    );
  if (hit.value.script === "kana") return !/[\u3041-\u30ff]/.test(before) && !/^[\u3041-\u30ff]/.test(after);
  const glued = hit.value.script === "hangul" ? /[\uac00-\ud7a3]/ : /[\u4e00-\u9fff]/;
  if (hit.value.script === "hangul")
    return (
      !glued.test(before) &&
      /^(?:씨|님|이|가|은|는|을|를|의|과|와|\s|[,.)]|$)/.test(after) &&
      !isWordLetter(before.charCodeAt(0))
    );
  return !glued.test(before) || !glued.test(after[0] ?? "");
}

import { isHan, isUpperCase, isWordLetter } from "./characters.ts";
import { scanForms } from "./form-scan.ts";
import { NAME_PARTICLES } from "./lexicons/name-words.ts";
import { aloneAllowed, type Hit, widen } from "./mention-company.ts";
import { nameForms } from "./name-forms.ts";
import { type NameShape, readWord } from "./name-shapes.ts";
import type { Page } from "./page.ts";
import { readsAsChinese, readsAsKorean } from "./romanisation.ts";
import { RANK, type Span } from "./spans.ts";
import type { SubjectNames } from "./subject-name.ts";

const BLANK = 32;

/** Every mention of the applicant and full mentions of the other persons that were found. */
export function findMentions(page: Page, subject: SubjectNames, persons: readonly NameShape[]): Span[] {
  const forms = nameForms(subject, persons);
  if (forms.length === 0) return [];
  const hits = scanForms(forms, page.view.folded, page.starts);
  const spans: Span[] = [];
  for (let first = 0, i = 1; i <= hits.length; i++) {
    if (i < hits.length && continues(page, hits[i - 1]!, hits[i]!)) continue;
    const span = readGroup(page, hits.slice(first, i));
    if (span) spans.push(span);
    first = i;
  }
  return spans;
}

/** Latin words of a name that stand side by side are one mention. */
const continues = (page: Page, last: Hit, next: Hit): boolean =>
  last.value.script === "latin" && next.value.script === "latin" && adjoins(page, last.end, next.start);

const INITIAL_OR_BLANK =
  /^(?:[ .'\-_,]{1,2}|,? (?:Jr|Sr|II|III|IV|Filho|Neto|Júnior)\.?,? |[ .]{1,2}\p{Lu}\.?[ ]|, )$/u;

/** Two words of a name adjoin over a blank, a hyphen, a middle initial, or particles. */
function adjoins(page: Page, from: number, to: number): boolean {
  if (to - from > 16 || to < from) return false;
  if (to - from === 1 && page.view.text.charCodeAt(from) === BLANK) return true;
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
  if (first.value.strength === "full" || group.some((hit) => hit.value !== first.value))
    return widen(page, span, group);
  const romanised = first.value.romanises ? readRomanised(page, first) : undefined;
  if (romanised) return widen(page, romanised, group);
  if (first.value.strength !== "alone" || !aloneAllowed(page, first)) return undefined;
  return widen(page, span, group);
}

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

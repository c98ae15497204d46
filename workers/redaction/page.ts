import { isDigit, isWordLetter } from "./characters.ts";
import { findLabels, type Label } from "./labels.ts";
import { buildLexicon, longestMatch } from "./lexicon.ts";
import { HEADINGS } from "./lexicons/labels.ts";
import { type Line, lineIndexAt, type Opening, readLayout, skipBlanks, trimEnd } from "./lines.ts";
import type { NormalisedText } from "./normalise.ts";
import { VOCABULARY } from "./page-vocabulary.ts";

/** A section of a résumé, from its heading's line to the next heading's. */
export interface Section {
  kind: "SECTION" | "REFERENCES";
  start: number;
  end: number;
}

/** What every detector reads: the text, its lines, labels and sections. */
export interface Page {
  view: NormalisedText;
  lines: Line[];
  /** Where phrases may begin. */
  starts: Int32Array;
  /** Of them those where some lexicon may have a phrase. */
  opens: readonly Opening[];
  /** All of these bits together. */
  opened: number;
  labels: Label[];
  sections: Section[];
  /** Lines of a form: they hold a label of personal data and stand beside another such line, or hold two. */
  formLines: ReadonlySet<number>;
  /** The personal block at the top ends here: at the first section's heading. */
  personalEnd: number;
}

const MAX_HEADING = 60;
/** A personal block is rarely longer; where no heading is found this bounds what counts as one. */
const MAX_PERSONAL_LINES = 30;

export function readPage(view: NormalisedText): Page {
  const layout = readLayout(view.folded, VOCABULARY);
  const { lines } = layout;
  const labels = findLabels(view, layout);
  const sections = findSections(view, lines);
  const titles = sections.filter((section) => isTitle(view, section.start));
  const opened = lineIndexAt(lines, titles.at(-1)?.start ?? 0);
  const capped = lines[Math.min(opened + MAX_PERSONAL_LINES, lines.length - 1)]!.end;
  const firstHeading = sections.find(
    (section) => section.kind === "SECTION" && section.start > 0 && !titles.includes(section),
  );
  const personalEnd = Math.min(capped, firstHeading?.start ?? capped);
  return {
    view,
    ...layout,
    labels,
    sections,
    formLines: findFormLines(lines, labels),
    personalEnd,
  };
}

/** What stands over a sheet, or over its personal block, ends none. */
const TITLES = buildLexicon(
  "curriculum vitae|cv|resume|résumé|biodata|lebenslauf|currículum|currículo|hoja de vida|curriculum|personal details|personal information|personal data|personal profile|persönliche daten|persönliche angaben|zur person|état civil|informations personnelles|coordonnées|datos personales|información personal|dados pessoais|informações pessoais|dati personali|informazioni personali|个人简历|個人簡歷|简历|簡歷|个人履历|個人履歷|履历表|履歷表|個人履歷表|履歷|应聘登记表|求职简历|个人信息|個人資料|基本信息|基本资料|基本資料|个人资料|個人資訊|履歴書|職務経歴書|基本情報|個人情報|이력서|입사지원서|인적사항|기본정보|개인정보"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);
const isTitle = (view: NormalisedText, lineStart: number): boolean => {
  let at = lineStart;
  while (at < view.text.length && view.text.charCodeAt(at) < 0x80 && !isWordLetter(view.text.charCodeAt(at)))
    at++;
  return longestMatch(TITLES, view.folded, at) !== undefined;
};

const NOT_OF_FORMS: ReadonlySet<string> = new Set([
  "OTHER",
  "SECTION",
  "REFERENCES",
  "IMPERSONAL_NUMBER",
  "PERSON",
]);

const hasNeighbour = (lines: ReadonlySet<number>, line: number): boolean =>
  lines.has(line - 1) || lines.has(line + 1) || lines.has(line - 2) || lines.has(line + 2);

function findFormLines(lines: readonly Line[], labels: readonly Label[]): ReadonlySet<number> {
  const labelled = new Set<number>();
  const twice = new Set<number>();
  for (const label of labels) {
    if (label.mode === "loose" || NOT_OF_FORMS.has(label.fields[0]!)) continue;
    const line = lineIndexAt(lines, label.start);
    (labelled.has(line) ? twice : labelled).add(line);
  }
  const standing = new Set<number>();
  for (const line of labelled) if (twice.has(line) || hasNeighbour(labelled, line)) standing.add(line);
  return standing;
}

function findSections(view: NormalisedText, lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    if (line.end - line.start > MAX_HEADING || line.end === line.start) continue;
    const kind = headingKind(view, line);
    if (!kind) continue;
    const last = sections.at(-1);
    if (last) last.end = line.start;
    sections.push({ kind, start: line.start, end: view.text.length });
  }
  return sections;
}

function headingKind(view: NormalisedText, line: Line): Section["kind"] | undefined {
  const { text, folded } = view;
  let at = line.start;
  while (at < line.end && !isWordLetter(text.charCodeAt(at)) && text.charCodeAt(at) < 0x2e80) {
    if (isDigit(text.charCodeAt(at)) && at - line.start > 3) return undefined;
    at++;
  }
  const hit = longestMatch(HEADINGS, folded, at);
  if (!hit) return undefined;
  const kind = hit.value === "REFERENCES" ? "REFERENCES" : "SECTION";
  if (hit.end === line.end) return kind;
  const rest = text.slice(hit.end, line.end);
  if (!/^[\s:：.\-–—_=*#】》」)\]<>/|]*(?:[&/(|（\s][\p{L}\s&()（）/]{0,30})?$/u.test(rest)) return undefined;
  if (/[\p{L}]/u.test(rest) && !/[&/(（|]/.test(rest)) return undefined;
  return kind;
}

/** The label whose value region holds `at`, by binary search. */
export function labelAround(page: Page, at: number): Label | undefined {
  let low = 0;
  let high = page.labels.length - 1;
  let found: Label | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = page.labels[middle]!;
    if (label.start <= at) {
      found = label;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found && at < found.limit && at >= found.start ? found : undefined;
}

/** The first label that begins at or behind `at`. */
export function labelFrom(page: Page, at: number): Label | undefined {
  let low = 0;
  let high = page.labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.labels[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return page.labels[low];
}

/** The trimmed text of the line with this index. */
export function lineText(page: Page, index: number): string {
  const line = page.lines[index];
  if (!line) return "";
  const from = skipBlanks(page.view.text, line.start, line.end);
  return page.view.text.slice(from, trimEnd(page.view.text, from, line.end));
}

export const lineAt = (page: Page, offset: number): number => lineIndexAt(page.lines, offset);

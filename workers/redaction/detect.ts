import { findCards, findIbans } from "./detectors/bank.ts";
import { findAddresses } from "./detectors/address.ts";
import { findBareTraits } from "./detectors/bare-traits.ts";
import { findEmails } from "./detectors/email.ts";
import { findAtHandles } from "./detectors/handle.ts";
import { findIdentifiers } from "./detectors/identifiers.ts";
import { findLabelledValues } from "./detectors/labelled.ts";
import { findLinks } from "./detectors/link.ts";
import { findMaskedNumbers } from "./detectors/masked-numbers.ts";
import { findPersons } from "./detectors/persons.ts";
import { findPhones } from "./detectors/phone.ts";
import { findHinted } from "./detectors/hinted.ts";
import { findMentions } from "./name-mentions.ts";
import { type NameShape, readName } from "./name-shapes.ts";
import { fold, normalise, type NormalisedText } from "./normalise.ts";
import { lineAt, type Page, readPage } from "./page.ts";
import { RANK, resolveOverlaps, type Span } from "./spans.ts";
import { findSubjectNames, type SubjectNames } from "./subject-name.ts";
import type { SubjectHints } from "./types.ts";
import { findVetoes } from "./vetoes.ts";

export interface Detection {
  view: NormalisedText;
  /** Disjoint, in order, over the normalised text. */
  spans: Span[];
}

/** Finds all personal data of a text: one linear pass per detector, then one resolution of overlaps. */
export function detect(source: string, hints: SubjectHints): Detection {
  const view = normalise(source);
  const page = readPage(view);
  const vetoes = findVetoes(page);
  const emails = findEmails(page);
  const links = findLinks(page);
  const labelled = findLabelledValues(page, vetoes);
  const contact = contactLines(page, [...emails, ...links, ...labelled]);
  const subject = findSubjectNames(page, emails, hints);
  const own = ownWords(subject);
  const persons = findPersons(page).map((span) => asSubject(page, span, own));
  const others = persons.filter((span) => span.type === "PERSON").flatMap((span) => shapeAt(page, span));
  const spans = [
    ...findIdentifiers(page, vetoes),
    ...findCards(page),
    ...findIbans(page),
    ...emails,
    ...links,
    ...labelled,
    ...findMaskedNumbers(page),
    ...findAtHandles(page),
    ...findPhones(page, vetoes, contact),
    ...findAddresses(page),
    ...findBareTraits(page, vetoes),
    ...findHinted(page, hints),
    ...persons,
    ...subject.names.map((name): Span => ({ type: "NAME", start: name.start, end: name.end, rank: RANK.labelled })),
    ...findMentions(page, subject, others),
  ];
  return { view, spans: resolveOverlaps(spans, view.text) };
}

/** A list of referees is short; a heading that is never closed must not make a whole text one. */
const MAX_REFERENCE_LINES = 40;

/** Lines that hold or adjoin an address, a link or a labelled phone: where a bare number is likely a phone. */
function contactLines(page: Page, spans: readonly Span[]): (line: number) => boolean {
  const lines = new Set<number>();
  for (const span of spans) {
    if (span.type !== "EMAIL" && span.type !== "PHONE" && span.type !== "LINK" && span.type !== "HANDLE") continue;
    if (span.type === "LINK" && span.start > page.personalEnd) continue;
    const line = lineAt(page, span.start);
    for (const near of [line - 1, line, line + 1]) lines.add(near);
  }
  for (const label of page.labels) {
    if (label.fields.includes("PERSON") && label.mode !== "loose") lines.add(lineAt(page, label.start));
  }
  for (const section of page.sections) {
    if (section.kind !== "REFERENCES") continue;
    const last = Math.min(lineAt(page, section.end), lineAt(page, section.start) + MAX_REFERENCE_LINES);
    for (let line = lineAt(page, section.start); line <= last; line++) lines.add(line);
  }
  const headingLines = page.personalEnd < page.view.text.length || page.lines.length > 3 ? lineAt(page, page.personalEnd) : 0;
  return (line) => lines.has(line) || line < headingLines;
}

const shapeAt = (page: Page, span: Span): NameShape[] => {
  const shape = readName(page.view, span.start, span.end, { atLeast: 1, announced: false });
  return shape ? [shape] : [];
};

const ownWords = (subject: SubjectNames): ReadonlySet<string> =>
  new Set(
    subject.names
      .flatMap((name) => [...name.parts, name.parts.join("")])
      .flatMap((part) => [fold(part), ...fold(part).split("-")]),
  );

/** A titled name whose every word is the applicant's own is the applicant: `Mme D'Aubigny-Lefèvre`. */
function asSubject(page: Page, span: Span, own: ReadonlySet<string>): Span {
  const [shape] = shapeAt(page, span);
  if (!shape) return span;
  const words = shape.script === "latin" ? shape.parts.map(fold) : [shape.parts.join("")];
  return words.every((word) => own.has(word)) ? { ...span, type: "NAME" } : span;
}

import { contactLines } from "./contact-lines.ts";
import { findMentions } from "./name-mentions.ts";
import { type NameShape, readName } from "./name-shapes.ts";
import { fold, type NormalisedText, normalise } from "./normalise.ts";
import { type Page, readPage } from "./page.ts";
import { type Detector, RULES, type Rules, type Surroundings } from "./rules.ts";
import { RANK, resolveOverlaps, type Span } from "./spans.ts";
import { findSubjectNames, type SubjectNames } from "./subject-name.ts";
import type { SubjectHints } from "./types.ts";
import { findVetoes } from "./vetoes.ts";

export interface Detection {
  view: NormalisedText;
  /** Disjoint, in order, over the normalised text. */
  spans: Span[];
}

/**
 * Finds all personal data of a text: one linear pass per detector, then one resolution of overlaps.
 *
 * @param rules what is looked for; a parameter, so that tests can show what each entry is needed for
 */
export function detect(source: string, hints: SubjectHints, rules: Rules = RULES): Detection {
  const view = normalise(source);
  const page = readPage(view);
  const run = (detectors: readonly Detector[], surroundings: Omit<Surroundings, "found">): Span[] => {
    const found: Span[] = [];
    for (const { find } of detectors)
      for (const span of find(page, { ...surroundings, found })) found.push(span);
    return found;
  };
  const first = { vetoes: findVetoes(page, rules.vetoes), hints, contact: () => false };
  const contacts = run(rules.contacts, first);
  const found = run(rules.values, { ...first, contact: contactLines(page, contacts) });
  const persons = run(rules.persons, first);
  const names = findNames(page, contacts, persons, hints, rules);
  return { view, spans: resolveOverlaps([...contacts, ...found, ...names], view.text) };
}

/** The applicant's names, other persons, and the mentions of both. */
function findNames(
  page: Page,
  contacts: readonly Span[],
  found: readonly Span[],
  hints: SubjectHints,
  rules: Rules,
): Span[] {
  const emails = contacts.filter((span) => span.type === "EMAIL");
  const subject = findSubjectNames(page, emails, hints, rules.names);
  const own = ownWords(subject);
  const persons = found.map((span) => asSubject(page, span, own));
  const others = persons.filter((span) => span.type === "PERSON").flatMap((span) => shapeAt(page, span));
  const mentions = findMentions(page, subject, others);
  return [
    ...persons,
    ...rules.followers.flatMap(({ find }) => find(page, mentions)),
    ...subject.names.map(
      (name): Span => ({ type: "NAME", start: name.start, end: name.end, rank: RANK.labelled }),
    ),
    ...mentions,
  ];
}

const shapeAt = (page: Page, span: Span): NameShape[] => {
  const shape = readName(page.view, span.start, span.end, { atLeast: 1, announced: false });
  return shape ? [shape] : [];
};

const ownWords = (subject: SubjectNames): ReadonlySet<string> =>
  new Set(
    subject.names
      .flatMap((name) => [...name.parts, name.parts.join("")])
      .flatMap((part) => [fold(part), ...fold(part).split("-"), fold(part).charAt(0)]),
  );

/** A titled name whose every word is the applicant's own is the applicant: `Mme D'Aubigny-Lefèvre`. */
function asSubject(page: Page, span: Span, own: ReadonlySet<string>): Span {
  const [shape] = shapeAt(page, span);
  if (!shape) return span;
  const words = shape.script === "latin" ? shape.parts.map(fold) : [shape.parts.join("")];
  return words.every((word) => own.has(word)) ? { ...span, type: "NAME" } : span;
}

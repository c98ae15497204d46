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
  const run = (
    detectors: readonly Detector[],
    surroundings: Omit<Surroundings, "found">,
    before: readonly Span[] = [],
  ): Span[] => {
    const found = [...before];
    const around = { ...surroundings, found };
    for (const { find } of detectors) for (const span of find(page, around)) found.push(span);
    return found.slice(before.length);
  };
  const first = { vetoes: findVetoes(page, rules.vetoes), hints, contact: () => false };
  const contacts = run(rules.contacts, first);
  const found = run(rules.values, { ...first, contact: contactLines(page, contacts) });
  const persons = run(rules.persons, first, [...contacts, ...found]);
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
  const shapes = found.map((span) => readName(page.view, span.start, span.end, WHOEVER));
  const own = found.length > 0 ? ownWords(subject) : undefined;
  const persons = found.map((span, i) =>
    own && isOwn(shapes[i], own) ? { ...span, type: "NAME" as const } : span,
  );
  const others = shapes.filter(
    (shape, i): shape is NameShape => shape !== undefined && persons[i]!.type === "PERSON",
  );
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

const WHOEVER = { atLeast: 1, announced: false };

/** The words of the applicant's names, with the pieces and the initials of each. */
function ownWords({ names }: SubjectNames): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { parts } of names) {
    for (const part of [...parts, parts.join("")]) {
      const word = fold(part);
      own.add(word);
      own.add(word.charAt(0));
      if (word.includes("-")) for (const piece of word.split("-")) own.add(piece);
    }
  }
  return own;
}

/** A titled name whose every word is the applicant's own is the applicant: `Mme D'Aubigny-Lefèvre`. */
function isOwn(shape: NameShape | undefined, own: ReadonlySet<string>): boolean {
  if (!shape) return false;
  return shape.script === "latin"
    ? shape.parts.every((part) => own.has(fold(part)))
    : own.has(shape.parts.join(""));
}

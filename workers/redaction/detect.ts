import { contactLines } from "./contact-lines.ts";
import { findAddresses } from "./detectors/address.ts";
import { findCards, findIbans } from "./detectors/bank.ts";
import { findBareTraits } from "./detectors/bare-traits.ts";
import { findCoauthors } from "./detectors/coauthors.ts";
import { findEmails } from "./detectors/email.ts";
import { findAtHandles } from "./detectors/handle.ts";
import { findHinted } from "./detectors/hinted.ts";
import { findIdentifiers } from "./detectors/identifiers.ts";
import { findLabelledValues } from "./detectors/labelled.ts";
import { findLinks } from "./detectors/link.ts";
import { findMaskedNumbers } from "./detectors/masked-numbers.ts";
import { findPersons } from "./detectors/persons.ts";
import { findPhones } from "./detectors/phone.ts";
import { findMentions } from "./name-mentions.ts";
import { type NameShape, readName } from "./name-shapes.ts";
import { fold, type NormalisedText, normalise } from "./normalise.ts";
import { type Page, readPage } from "./page.ts";
import { RANK, resolveOverlaps, type Span } from "./spans.ts";
import { findSubjectNames, type SubjectNames } from "./subject-name.ts";
import type { SubjectHints } from "./types.ts";
import { findVetoes, type Vetoes } from "./vetoes.ts";

export interface Detection {
  view: NormalisedText;
  /** Disjoint, in order, over the normalised text. */
  spans: Span[];
}

interface Surroundings {
  vetoes: Vetoes;
  hints: SubjectHints;
  /** What the contact detectors found before: numbers beside it are likelier to be phones. */
  contact: (line: number) => boolean;
}

type Detector = (page: Page, surroundings: Surroundings) => Span[];

/** Detectors whose finds show where contact details stand; they run first. */
const CONTACT_DETECTORS = {
  email: (page) => findEmails(page),
  link: (page) => findLinks(page),
  labelled: (page, { vetoes }) => findLabelledValues(page, vetoes),
} satisfies Record<string, Detector>;

const DETECTORS = {
  identifier: (page, { vetoes }) => findIdentifiers(page, vetoes),
  card: (page) => findCards(page),
  iban: (page) => findIbans(page),
  maskedNumber: (page) => findMaskedNumbers(page),
  atHandle: (page) => findAtHandles(page),
  phone: (page, { vetoes, contact }) => findPhones(page, vetoes, contact),
  address: (page) => findAddresses(page),
  bareTrait: (page, { vetoes }) => findBareTraits(page, vetoes),
  hinted: (page, { hints }) => findHinted(page, hints),
} satisfies Record<string, Detector>;

export type DetectorName = keyof typeof CONTACT_DETECTORS | keyof typeof DETECTORS | "person" | "name";

/**
 * Finds all personal data of a text: one linear pass per detector, then one resolution of overlaps.
 *
 * @param without detectors to leave out, so that tests can show what each of them is needed for.
 */
export function detect(
  source: string,
  hints: SubjectHints,
  without: ReadonlySet<DetectorName> = new Set(),
): Detection {
  const view = normalise(source);
  const page = readPage(view);
  const run = (detectors: Record<string, Detector>, surroundings: Surroundings): Span[] =>
    Object.entries(detectors).flatMap(([name, find]) =>
      without.has(name as DetectorName) ? [] : find(page, surroundings),
    );
  const first: Surroundings = { vetoes: findVetoes(page), hints, contact: () => false };
  const contacts = run(CONTACT_DETECTORS, first);
  const found = run(DETECTORS, { ...first, contact: contactLines(page, contacts) });
  const names = findNames(page, contacts, hints, without);
  return { view, spans: resolveOverlaps([...contacts, ...found, ...names], view.text) };
}

/** The applicant's names, other persons, and the mentions of both. */
function findNames(
  page: Page,
  contacts: readonly Span[],
  hints: SubjectHints,
  without: ReadonlySet<DetectorName>,
): Span[] {
  const emails = contacts.filter((span) => span.type === "EMAIL");
  const subject = without.has("name") ? NO_NAMES : findSubjectNames(page, emails, hints);
  const own = ownWords(subject);
  const persons = without.has("person") ? [] : findPersons(page).map((span) => asSubject(page, span, own));
  const others = persons.filter((span) => span.type === "PERSON").flatMap((span) => shapeAt(page, span));
  const mentions = findMentions(page, subject, others);
  return [
    ...persons,
    ...(without.has("person") ? [] : findCoauthors(page, mentions)),
    ...subject.names.map(
      (name): Span => ({ type: "NAME", start: name.start, end: name.end, rank: RANK.labelled }),
    ),
    ...mentions,
  ];
}

const NO_NAMES: SubjectNames = { names: [], confirming: new Set() };

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

import { wholeAddresses } from "./detectors/address.ts";
import { findChineseAddresses } from "./detectors/address-chinese.ts";
import { findJapaneseAddresses } from "./detectors/address-japanese.ts";
import { findKoreanAddresses } from "./detectors/address-korean.ts";
import { findLabelledAddresses } from "./detectors/address-labelled.ts";
import { findHeadingStreets, findPostalAddresses } from "./detectors/address-postal.ts";
import { findStreetAddresses } from "./detectors/address-street.ts";
import { findAuthorLists } from "./detectors/author-lists.ts";
import { findCards, findIbans } from "./detectors/bank.ts";
import { findPhrases } from "./detectors/bare-phrases.ts";
import { findBareTraits } from "./detectors/bare-traits.ts";
import { findCoauthors } from "./detectors/coauthors.ts";
import { findHangulCompanions, findJapaneseCompanions, findLatinCompanions } from "./detectors/companions.ts";
import { findHanCompanions } from "./detectors/companions-chinese.ts";
import { findEmails, findSpelledEmails } from "./detectors/email.ts";
import { findAtHandles } from "./detectors/handle.ts";
import { findHintedEmails, findHintedPhones } from "./detectors/hinted.ts";
import { DIGIT_SHAPES } from "./detectors/identifier-shapes.ts";
import { LETTER_SHAPES } from "./detectors/identifier-shapes-letters.ts";
import { identifierFinder } from "./detectors/identifiers.ts";
import { findLabelledValues } from "./detectors/labelled.ts";
import { findBareLinks, findLinks } from "./detectors/link.ts";
import { findMaskedNumbers } from "./detectors/masked-numbers.ts";
import { findContactPersons, findNamedPersons } from "./detectors/named-persons.ts";
import { findLabelledPersons, findReferees } from "./detectors/persons.ts";
import { findPhones } from "./detectors/phone.ts";
import { findSelfDescriptions } from "./detectors/self-descriptions.ts";
import { findHangulTitled, findHanTitled, findTitled } from "./detectors/titled-persons.ts";
import type { Page } from "./page.ts";
import type { Span } from "./spans.ts";
import { NAME_SOURCES, type NameSource } from "./subject-name.ts";
import type { SubjectHints } from "./types.ts";
import { VETOES, type Veto, type Vetoes } from "./vetoes.ts";

export interface Surroundings {
  vetoes: Vetoes;
  hints: SubjectHints;
  /** Says of a line whether contact details stand on or beside it: numbers there are likelier to be phones. */
  contact: (line: number) => boolean;
  /** What the detectors before have found. */
  found: readonly Span[];
}

export interface Detector {
  name: string;
  find(page: Page, surroundings: Surroundings): Span[];
}

/** A detector that starts from the mentions of the applicant. */
export interface Follower {
  name: string;
  find(page: Page, mentions: readonly Span[]): Span[];
}

/** All that redaction looks for, as lists of entries, each of which a test leaves out to show what it is needed for. */
export interface Rules {
  vetoes: readonly Veto[];
  /** Their finds show where contact details stand, so they run first. */
  contacts: readonly Detector[];
  values: readonly Detector[];
  /** Other people. */
  persons: readonly Detector[];
  /** Where the applicant's own name is read. */
  names: readonly NameSource[];
  followers: readonly Follower[];
}

export const RULES: Rules = {
  vetoes: VETOES,
  contacts: [
    { name: "e-mail address", find: findEmails },
    { name: "spelled e-mail address", find: findSpelledEmails },
    { name: "link", find: findLinks },
    { name: "bare link", find: findBareLinks },
    { name: "labelled value", find: (page, { vetoes }) => findLabelledValues(page, vetoes) },
  ],
  values: [
    { name: "identifier", find: identifierDetector(DIGIT_SHAPES, LETTER_SHAPES) },
    { name: "bank card", find: findCards },
    { name: "IBAN", find: findIbans },
    { name: "masked number", find: findMaskedNumbers },
    { name: "at handle", find: findAtHandles },
    { name: "phone", find: (page, { vetoes, contact, found }) => findPhones(page, vetoes, contact, found) },
    { name: "labelled address", find: wholeAddresses(findLabelledAddresses) },
    { name: "Chinese address", find: wholeAddresses(findChineseAddresses) },
    { name: "Japanese address", find: wholeAddresses(findJapaneseAddresses) },
    { name: "Korean address", find: wholeAddresses(findKoreanAddresses) },
    { name: "street address", find: wholeAddresses(findStreetAddresses) },
    { name: "postal address", find: wholeAddresses(findPostalAddresses) },
    { name: "street in the heading", find: wholeAddresses(findHeadingStreets) },
    { name: "bare trait", find: (page, { vetoes, contact }) => findBareTraits(page, vetoes, contact) },
    { name: "phrase", find: findPhrases },
    { name: "self-description", find: findSelfDescriptions },
    { name: "hinted e-mail address", find: (page, { hints }) => findHintedEmails(page, hints) },
    { name: "hinted phone", find: (page, { hints }) => findHintedPhones(page, hints) },
  ],
  persons: [
    { name: "labelled person", find: findLabelledPersons },
    { name: "referee", find: findReferees },
    { name: "titled person", find: findTitled },
    { name: "titled person in Han", find: findHanTitled },
    { name: "titled person in Hangul", find: findHangulTitled },
    { name: "list of authors", find: findAuthorLists },
    { name: "companion", find: findLatinCompanions },
    { name: "named person", find: findNamedPersons },
    { name: "person with a number", find: (page, { found }) => findContactPersons(page, found) },
    { name: "companion in Chinese", find: findHanCompanions },
    { name: "companion in Japanese", find: findJapaneseCompanions },
    { name: "companion in Korean", find: findHangulCompanions },
  ],
  names: NAME_SOURCES,
  followers: [{ name: "co-author", find: findCoauthors }],
};

/** The detector of identifiers with these shapes. */
export function identifierDetector(
  digitShapes: Parameters<typeof identifierFinder>[0],
  letterShapes: Parameters<typeof identifierFinder>[1],
): Detector["find"] {
  const find = identifierFinder(digitShapes, letterShapes);
  return (page, { vetoes }) => find(page, vetoes);
}

import { BRACKETED_ATS, NUMBER_SIGN_PROVIDERS, OPENING_BRACKETS, WORD_ATS } from "./lexicons/at-signs.ts";
import { LABELS } from "./lexicons/labels.ts";
import { CITIZEN_WORDS, SELF_WORDS, STANDING_WORDS } from "./lexicons/phrase-words.ts";
import { PREFECTURES, STREET_WORDS } from "./lexicons/places.ts";
import { foldPhrase } from "./normalise.ts";
import { buildVocabulary } from "./vocabulary.ts";

/** What a start of a page may open: bits of `Page.opens`. */
export const OPENS = {
  label: 1,
  street: 2,
  prefecture: 4,
  /** A spelled at sign between blanks or marks. */
  spelledAt: 8,
  /** A bracket around one. */
  bracketedAt: 16,
  /** The two slashes behind the scheme of a link. */
  slashes: 32,
  /** Standing to live in a country, or a marriage with children. */
  standing: 64,
  /** What a nationality stands before. */
  citizen: 128,
  /** A sentence about oneself. */
  self: 256,
} as const;

const BRACKETED = [...OPENING_BRACKETS].flatMap((bracket) =>
  BRACKETED_ATS.flatMap((word) => [`${bracket}${word}`, `${bracket} ${word}`]),
);

/** Of what is looked for at every word of a text, in the order of the bits. */
export const VOCABULARY = buildVocabulary([
  LABELS.phrases,
  STREET_WORDS.phrases,
  PREFECTURES.phrases,
  [...WORD_ATS, ...NUMBER_SIGN_PROVIDERS.map((provider) => `#${provider}`)].map(foldPhrase),
  BRACKETED.map(foldPhrase),
  ["//"],
  STANDING_WORDS,
  CITIZEN_WORDS,
  SELF_WORDS,
]);

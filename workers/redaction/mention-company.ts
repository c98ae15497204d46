import { isAsciiLetter, isUpper, isUpperCase } from "./characters.ts";
import type { LexiconHit } from "./lexicon.ts";
import {
  AMBIGUOUS_NAME_WORDS,
  GENDERED_TITLES,
  NEUTRAL_TITLES,
  ORGANISATION_PREFIXES,
  ORGANISATION_WORDS,
} from "./lexicons/name-words.ts";
import type { NameForm } from "./name-forms.ts";
import { readWord, withGeneration } from "./name-shapes.ts";
import type { Page } from "./page.ts";
import type { Span } from "./spans.ts";

/** A place where a form of a name stands. */
export type Hit = LexiconHit<NameForm>;

const BLANK = 32;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const COMMA = 44;
const HYPHEN = 45;
const FULL_STOP = 46;
const UNDERSCORE = 95;
const LAST_ASCII = 0x7f;

/**
 * Where the run of ASCII letters and marks that ends at `end` begins; -1 where it is longer than `most` or where other
 * characters stand in it or before it, whose kind only a pattern tells.
 */
function runStart(text: string, end: number, most: number, mark: number, other: number): number {
  let start = end;
  for (;;) {
    if (start === 0) return 0;
    const unit = text.charCodeAt(start - 1);
    if (unit > LAST_ASCII) return -1;
    if (!isAsciiLetter(unit) && unit !== FULL_STOP && unit !== mark && unit !== other) return start;
    if (end - start === most) return -1;
    start--;
  }
}

/** One word of a name stands for the person when it has its capital and belongs to nothing else. */
export function aloneAllowed({ view }: Page, hit: Hit): boolean {
  const { text, folded } = view;
  const after = text.charCodeAt(hit.end);
  const inFileName = text.charCodeAt(hit.start - 1) === UNDERSCORE || after === UNDERSCORE;
  if (!isUpper(text.charCodeAt(hit.start)) && !inFileName) return false;
  const next =
    after === BLANK || after === HYPHEN
      ? readWord(view, hit.end + 1, Math.min(text.length, hit.end + 32))
      : undefined;
  if (next && ORGANISATION_WORDS.has(next.folded)) return false;
  if (next && after === HYPHEN && isUpperCase(text[next.start]!)) return false;
  const marked = after === FULL_STOP || after === AMPERSAND || text.charCodeAt(hit.end + 1) === AMPERSAND;
  if (marked && NAMES_THING.test(folded.slice(hit.end, hit.end + 5))) return false;
  const previous = wordBefore(folded, hit.start);
  if (previous !== undefined && isGoverned(folded, hit.start, previous)) return false;
  if (!AMBIGUOUS_NAME_WORDS.has(hit.value.text)) return true;
  if (next && after === BLANK && isSubject(text, hit.start, next.folded)) return true;
  if (previous !== undefined && (GENDERED_TITLES.has(previous) || NEUTRAL_TITLES.has(previous))) return true;
  const initial = companionBefore(text, hit.start)?.initial;
  return (initial !== undefined && hasInitial([hit], initial)) || ownInitialsBehind(text, hit.end, [hit]) > 0;
}

/** `, R. M.`, ` RT`: how long what follows a mention is, where it is the initials of the same person. */
function ownInitialsBehind(text: string, end: number, group: readonly Hit[]): number {
  const first = text.charCodeAt(end);
  if ((first !== BLANK && first !== COMMA) || !INITIAL_FOLLOWS.test(text.slice(end, end + 3))) return 0;
  const behind = INITIALS_BEHIND.exec(text.slice(end, end + LONGEST_INITIALS));
  if (!behind) return 0;
  const letters = behind[1]!.match(/\p{Lu}/gu) ?? [];
  return letters.every((letter) => hasInitial(group, letter)) ? behind[0].length : 0;
}

const INITIAL_FOLLOWS = /^,? ?\p{Lu}/u;
const LONGEST_INITIALS = 16;
/** With full stops, or as in medicine without, then before a mark. */
const INITIALS_BEHIND =
  /^,? ((?:\p{Lu}\.[ -]?){1,4}(?<![ -])|\p{Lu}{1,3}(?=[,;.*)]|\s(?:et|and|&)\s|$))(?!\p{L})/u;

/** `Ruby & Sons`, `Jordan.js`. */
const NAMES_THING = /^\s?&\s|^\.(?:js|py|io|com|net|org)\b/;
const WORD_BEFORE = /([\p{L}.&]+)[ ]$/u;
const MAX_WORD_BEFORE = 24;

/** The word behind which a blank and the mention stand. */
function wordBefore(folded: string, at: number): string | undefined {
  if (folded.charCodeAt(at - 1) !== BLANK) return undefined;
  const start = runStart(folded, at - 1, MAX_WORD_BEFORE - 1, AMPERSAND, AMPERSAND);
  if (start < 0) return WORD_BEFORE.exec(folded.slice(Math.max(0, at - MAX_WORD_BEFORE), at))?.[1];
  return start < at - 1 ? folded.slice(start, at - 1) : undefined;
}

const GOVERNING = /([\p{L}.]+) (?:of|de|di|da|do|du|for|f[uü]r)(?: the| la)? $/u;
/** Its last words. */
const GOVERNS: ReadonlySet<string> = new Set("of de di da do du for fur für the la".split(" "));

/** `Banco Santander`, `University of Lincoln`: the words in front make the name an organisation's or a place's. */
function isGoverned(folded: string, at: number, previous: string): boolean {
  const governing = GOVERNS.has(previous)
    ? GOVERNING.exec(folded.slice(Math.max(0, at - 32), at))?.[1]
    : undefined;
  if (governing && ORGANISATION_PREFIXES.has(governing)) return true;
  return ORGANISATION_PREFIXES.has(previous) && !GENDERED_TITLES.has(previous);
}

/** `Young led the migration`: at the head of a sentence with a verb behind it the word is the one who did it. */
const isSubject = (text: string, start: number, next: string): boolean =>
  ACTS.test(next) && HEAD_OF_SENTENCE.test(text.slice(Math.max(0, start - 4), start));
const HEAD_OF_SENTENCE = /(?:^|[\n.;:!?•·"“„«»(–-])[ ]{0,2}$/;
const ACTS =
  /^(?:led|leads|presented|presents|managed|manages|joined|built|designed|wrote|delivered|drove|introduced|created|developed|launched|is|was|has|had|leitete|leitet|fuhrte|fuhrt|ubernahm|prasentierte|ist|war|hat|dirige|dirigea|presente|presenta|est|etait|lidero|lidera|dirigio|presento|es|fue|ha|apresentou|liderou|conduziu|foi|tem|guida|guido|diresse)$/;

/** What may stand right before a mention: a word with a blank behind it, an initial, an elided article. */
interface Companion {
  length: number;
  word: string;
  /** The capital of an initial. */
  initial: string | undefined;
}

const COMPANION = /(?<![\p{L}])(?:(\p{Lu}\.)[ ]?|([\p{L}.'-]{1,12}\.?)[ ]|(d'|l'|o'))$/u;
const MAX_COMPANION = 12;

function companionBefore(text: string, at: number): Companion | undefined {
  const last = text.charCodeAt(at - 1);
  // A title or a particle ends in a blank or an apostrophe, an initial in its full stop.
  if (last !== BLANK && last !== APOSTROPHE && last !== FULL_STOP) return undefined;
  const start = last === BLANK ? runStart(text, at - 1, MAX_COMPANION, APOSTROPHE, HYPHEN) : -1;
  if (start === at - 1) return undefined;
  if (start < 0) {
    const match = COMPANION.exec(text.slice(Math.max(0, at - 16), at));
    if (!match) return undefined;
    const word = (match[2] ?? match[3] ?? "").toLowerCase();
    return { length: match[0].length, word, initial: match[1]?.charAt(0) };
  }
  const isInitial =
    at - start === 3 && isUpper(text.charCodeAt(start)) && text.charCodeAt(start + 1) === FULL_STOP;
  return {
    length: at - start,
    word: isInitial ? "" : text.slice(start, at - 1).toLowerCase(),
    initial: isInitial ? text[start] : undefined,
  };
}

const hasInitial = (group: readonly Hit[], initial: string): boolean =>
  group.some((hit) => hit.value.initials.includes(initial.toLowerCase()));

const hasParticle = (group: readonly Hit[], word: string): boolean =>
  group.some(
    ({ value: { particles } }) =>
      particles.length > 0 && (particles.includes(word) || particles.includes(word.replace(/\.$/, ""))),
  );

/** Titles that are too many other words. */
const NO_TITLE = /^(?:i|e|y|an|sa|ma|me|pd|m|d)$/;
/** A middle initial behind a mention. */
const INITIAL_BEHIND = /^,?[ ](\p{Lu})\.(?!\p{L}{2})/u;

/** Takes titles, initials and particles beside a mention along. */
export function widen({ view: { text } }: Page, span: Span, group: readonly Hit[]): Span {
  let { start, end } = span;
  for (let step = 0; step < 4; step++) {
    const before = companionBefore(text, start);
    if (!before) break;
    const { word, initial } = before;
    const title = GENDERED_TITLES.has(word) || NEUTRAL_TITLES.has(word);
    if (title ? NO_TITLE.test(word) : !hasParticle(group, word) && !(initial && hasInitial(group, initial)))
      break;
    start -= before.length;
  }
  const initials = ownInitialsBehind(text, end, group);
  if (initials > 0) return { ...span, start, end: withGeneration(text, end + initials, text.length) };
  const after = text.charCodeAt(end);
  const mayBeInitialed =
    (after === BLANK && text.charCodeAt(end + 2) === FULL_STOP) ||
    ((after === BLANK || after === COMMA) && text.charCodeAt(end + 3) === FULL_STOP) ||
    (after === COMMA && text.charCodeAt(end + 4) === FULL_STOP);
  const behind = mayBeInitialed ? INITIAL_BEHIND.exec(text.slice(end, end + 5)) : null;
  if (behind && hasInitial(group, behind[1]!)) end += behind[0].length;
  return { ...span, start, end: withGeneration(text, end, text.length) };
}

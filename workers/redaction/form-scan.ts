import { isCjk, isWordUnit } from "./characters.ts";
import { buildLexicon, type LexiconHit, scanLexicon } from "./lexicon.ts";
import type { NameForm } from "./name-forms.ts";
import { foldPhrase } from "./normalise.ts";

const BLANK = 32;
/** As a lexicon reads them over. */
const MAX_INNER_BLANKS = 8;
/** A résumé with its referees has no more forms; for so few a trie costs more than it saves. */
const FEW_FORMS = 48;
/** The table of first letters has so many places and one; forms that share one are parted by the letter itself. */
const FIRST_LETTERS = 0x3f;

/** The forms by the letters that they begin with: chains in the order in which the forms were given. */
interface FirstLetters {
  phrases: readonly string[];
  /** One more than the index of the first form of a chain, or 0. */
  heads: Uint8Array;
  /** The same of the form behind each. */
  next: Uint8Array;
}

function byFirstLetter(forms: readonly NameForm[]): FirstLetters {
  const phrases = forms.map((form) => foldPhrase(form.text));
  const heads = new Uint8Array(FIRST_LETTERS + 1);
  const next = new Uint8Array(phrases.length);
  for (let i = phrases.length - 1; i >= 0; i--) {
    const letter = phrases[i]!.charCodeAt(0) & FIRST_LETTERS;
    next[i] = heads[letter]!;
    heads[letter] = i + 1;
  }
  return { phrases, heads, next };
}

/** Where a phrase without blanks ends that begins at `at`, or -1: as in a lexicon, blanks between CJK are read over. */
function phraseEnd(phrase: string, folded: string, at: number): number {
  if (folded.charCodeAt(at) !== phrase.charCodeAt(0)) return -1;
  let end = at + 1;
  for (let i = 1; i < phrase.length; i++) {
    let unit = folded.charCodeAt(end);
    if (unit === BLANK && isCjk(folded.charCodeAt(end - 1))) {
      const first = end;
      while (folded.charCodeAt(end) === BLANK && end - first < MAX_INNER_BLANKS) end++;
      unit = folded.charCodeAt(end);
      if (!isCjk(unit)) return -1;
    }
    if (unit !== phrase.charCodeAt(i)) return -1;
    end++;
  }
  return isWordUnit(folded.charCodeAt(end - 1)) && isWordUnit(folded.charCodeAt(end)) ? -1 : end;
}

/** Every longest form that begins at one of the starts, left to right, without overlaps. Linear for any number of forms. */
export function scanForms(
  forms: readonly NameForm[],
  folded: string,
  starts: Int32Array,
): LexiconHit<NameForm>[] {
  if (forms.length > FEW_FORMS)
    return scanLexicon(buildLexicon(forms.map((form) => [form.text, form] as const)), folded, starts);
  const { phrases, heads, next } = byFirstLetter(forms);
  const hits: LexiconHit<NameForm>[] = [];
  let behind = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    let chain = heads[folded.charCodeAt(start) & FIRST_LETTERS]!;
    if (chain === 0 || start < behind) continue;
    let longest = 0;
    let best = -1;
    for (; chain !== 0; chain = next[chain - 1]!) {
      const phrase = phrases[chain - 1]!;
      const end = phrase.length > longest ? phraseEnd(phrase, folded, start) : -1;
      if (end < 0) continue;
      longest = phrase.length;
      best = chain - 1;
      behind = end;
    }
    if (best >= 0) hits.push({ value: forms[best]!, start, end: behind });
  }
  return hits;
}

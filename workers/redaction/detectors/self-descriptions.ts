import { longestMatch } from "../lexicon.ts";
import { DEMONYM_VALUES } from "../lexicons/countries.ts";
import { ETHNICITY_VALUES, GENDER_VALUES, RELIGION_VALUES } from "../lexicons/values.ts";
import type { Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import { endAt, readParent } from "./latin-phrases.ts";

/** How a sentence says what its writer is; its first words are those of `SELF_WORDS`. */
const LEAD =
  /(?:(?:i am|i'm|i identify as) (?:an? )?|ich bin (?:eine? )?|je suis (?:une? )?|soy (?:una? )?|sou (?:uma? )?|sono (?:un |una |un')?)/y;
/** How it says in which capacity: `as a woman in tech`. A nationality there may be one of goods or tongues. */
const CAPACITY =
  /(?:as an? |als (?:eine? )?|en tant qu(?:e |')(?:une? )?|como (?:una? |uma? )?|come (?:un |una |un')?)/y;
const ATTITUDES =
  /(?:(?:proud(?:ly)?|practi[sc]ing|devout|devoted|committed|observant|openly|young|first-generation|second-generation|glaubige[rn]?|praktizierende[rn]?|junge[rn]?|fiere?|jeune|joven|jovem|giovane|orgullos[oa]|orgulhos[oa]) )*/y;
const FOLLOWS =
  /(?: (?:practicante|praticante|pratiquante?|convaincue?))?(?=$|[.,;:!?)\n\r]| (?:in|from|of|who|with|and|but|living|born|based|raised|working|aus|mit|und|der|die|im|de|du|des|en|et|qui|dans|avec|y|que|con|di|da|che|e|em|na|no|com|nel|nella|del)(?![\p{L}\d-]))/uy;
const JOINT = /(?:,? (?:and|und|et|y|e|ed) (?:(?:an?|eine?|une?|una|uma?) )?|, (?:an? )?|-| |\/)/y;

/** Persons by gender, beyond what forms let one choose from. */
const GENDERED =
  /(?:trans )?(?:woman|man|girl|guy|lady|frau|mann|femme|homme|mujer|hombre|mulher|homem|donna|uomo)(?![\p{L}\d-])/uy;
const ADJECTIVES: ReadonlySet<string> = new Set(["female", "male"]);
/** Values of forms that are other things in a sentence. */
const NOT_ALONE =
  /^(?:.{1,2}|general|ews|mixed|other|others|none|unreserved|white|single|straight|cis|free|mr\.?|mrs\.?|ms\.?|miss|mx\.?|led|elle|bay|bayan|ong|pan|pani|herr|prefer.*)$/;

const LEXICONS: readonly (readonly [EntityType, typeof GENDER_VALUES])[] = [
  ["RELIGION", RELIGION_VALUES],
  ["GENDER", GENDER_VALUES],
  ["ETHNICITY", ETHNICITY_VALUES],
  ["NATIONALITY", DEMONYM_VALUES],
];
const MOST_TRAITS = 4;

/** `I am a practising Muslim woman`, `as a Black man in tech`, `soy colombiana`: facts in a sentence of one's own. */
export function findSelfDescriptions({ opened, opens, view: { folded } }: Page): Span[] {
  if ((opened & OPENS.self) === 0) return [];
  const spans: Span[] = [];
  for (const { at, bits } of opens) {
    if ((bits & OPENS.self) === 0) continue;
    const said = endAt(LEAD, folded, at);
    const start = said >= 0 ? said : endAt(CAPACITY, folded, at);
    if (start >= 0) spans.push(...readTraits(folded, endAt(ATTITUDES, folded, start), said >= 0));
  }
  return spans;
}

function readTraits(folded: string, start: number, said: boolean): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at >= 0 && spans.length < MOST_TRAITS) {
    const trait = readTrait(folded, at);
    if (!trait) break;
    spans.push(trait);
    at = endAt(JOINT, folded, trait.end);
  }
  const last = spans.at(-1);
  if (!last) return [];
  if (endAt(FOLLOWS, folded, last.end) < 0)
    return spans.filter(({ start, end }) => ADJECTIVES.has(folded.slice(start, end)));
  const others = spans.some(({ type }) => type !== "NATIONALITY");
  return said || others ? spans : [];
}

function readTrait(folded: string, start: number): Span | undefined {
  const parent = readParent(folded, start);
  if (parent >= 0) return { type: "MARITAL_STATUS", start, end: parent, rank: RANK.bare };
  const gendered = endAt(GENDERED, folded, start);
  if (gendered >= 0) return { type: "GENDER", start, end: gendered, rank: RANK.bare };
  for (const [type, lexicon] of LEXICONS) {
    const end = longestMatch(lexicon, folded, start)?.end;
    if (end !== undefined && !NOT_ALONE.test(folded.slice(start, end)))
      return { type, start, end, rank: RANK.bare };
  }
  return undefined;
}

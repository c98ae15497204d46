/** A language's vocabulary with what a redactor has to meet; a part of it is kept for the unseen half. */
import type { Half } from "../corpus.ts";
import type { Some, Vocabulary } from "../vocabulary/types.ts";
import { PERSONAL } from "./index.ts";
import type { PersonalVocabulary } from "./types.ts";

/** Every third entry of these lists is drawn in the unseen half alone: names, labels and forms nobody tuned to. */
const RESERVED = 3;

export type WideVocabulary = Vocabulary & { personal: PersonalVocabulary };

/** @throws Error for a language that has no such words */
export function widened(vocabulary: Vocabulary, half: Half): WideVocabulary {
  const own = PERSONAL[vocabulary.locale];
  if (!own) throw new Error(`no personal vocabulary for ${vocabulary.locale}`);
  const open = <T>(values: readonly T[]): readonly T[] =>
    half === "unseen" ? values : values.filter((_, at) => at % RESERVED !== RESERVED - 1);
  const add = <T>(base: Some<T>, more: readonly T[]): Some<T> => [...base, ...open(more)];
  const addAll = (
    base: Vocabulary["labels"],
    more: PersonalVocabulary["labels"],
  ): Partial<Record<string, Some<string>>> => {
    const all: Partial<Record<string, Some<string>>> = { ...base };
    for (const [kind, values] of Object.entries(more)) {
      const [first, ...rest] = all[kind] ?? [values[0]];
      all[kind] = [first, ...rest, ...open(values)];
    }
    return all;
  };
  const some = <T>([first, ...rest]: Some<T>): Some<T> => [first, ...open(rest)];
  return {
    ...vocabulary,
    families: add(vocabulary.families, own.families),
    women: add(vocabulary.women, own.women),
    men: add(vocabulary.men, own.men),
    labels: addAll(vocabulary.labels, own.labels),
    values: { ...addAll(vocabulary.values, own.values), ...genderOf(vocabulary) },
    birthForms: add(vocabulary.birthForms, own.birthForms),
    ageForms: add(vocabulary.ageForms, own.ageForms),
    personal: {
      ...own,
      unlabelled: some(own.unlabelled),
      prose: some(own.prose),
      mentions: some(own.mentions),
      people: some(own.people),
      refereeBlocks: some(own.refereeBlocks),
      footers: some(own.footers),
      lookalikes: some(own.lookalikes),
    },
  };
}

/** Women's forms stand before men's: that list may not grow at its end. */
const genderOf = ({ values }: Vocabulary): Vocabulary["values"] =>
  values.gender === undefined ? {} : { gender: values.gender };

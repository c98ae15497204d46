import { pick, type Random } from "../../test/chaos/random.ts";
import type { Born } from "./identifiers.ts";
import type { NamePart, Vocabulary } from "./vocabulary/types.ts";

export interface Person {
  name: string;
  family: NamePart;
  given: NamePart;
  /** Given name first, Latin letters. */
  latin: string;
  /** Kana, where the language writes names with a reading. */
  reading: string | null;
  /** For addresses and handles: ASCII, lower case. */
  login: string;
  born: Born;
  age: number;
  /** Index into the language's places. */
  place: number;
}

/** The year that the corpus is written in: it may not follow the clock. */
export const CORPUS_YEAR = 2026;

export function inventPerson(random: Random, vocabulary: Vocabulary): Person {
  const woman = random() < 0.5;
  const family = pick(random, vocabulary.families);
  const given = pick<NamePart>(random, woman ? vocabulary.women : vocabulary.men);
  const born: Born = {
    year: 1968 + Math.floor(random() * 36),
    month: 1 + Math.floor(random() * 12),
    day: 1 + Math.floor(random() * 28),
    woman,
  };
  const form = pick(random, vocabulary.nameForms);
  return {
    family,
    given,
    name: form.replace("{family}", family[0]).replace("{given}", given[0]),
    latin: `${given[1]} ${family[1]}`,
    reading: family[2] && given[2] ? `${family[2]} ${given[2]}` : null,
    login: `${given[1]}.${family[1]}`.toLowerCase().replace(/[^a-z.]/g, ""),
    born,
    age: CORPUS_YEAR - born.year - 1,
    place: Math.floor(random() * vocabulary.lists.place.length),
  };
}

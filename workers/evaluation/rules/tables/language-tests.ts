/** Tests of languages, and what their results are worth. On folded lower-case text. */

export interface LanguageTest {
  language: string;
  /** Group 1, where there is one, is the score, grade or level. */
  name: RegExp;
  /** Lowest result for each rank, the highest first; [rank, from]. */
  bands: readonly (readonly [rank: number, from: number])[];
  /** What the bare name is worth. */
  bare?: number;
  /** Lower grades are better (JLPT N1, EIKEN 1). */
  descending?: true;
}

const SCORE = "[^\\d,;、，；]{0,14}(\\d{1,3}(?:\\.\\d)?)";

/**
 * Language tests and the ranks of their results, by their makers' own CEFR tables: ETS (TOEIC L&R 2019, TOEFL iBT until 2025
 * and its 1-6 scale since), IELTS, JLPT (2025 reference, at the upper result of each level), Cambridge, TestDaF, DSH, TOPIK, Eiken. China's CET and TEM follow the
 * CSE levels as linked to the CEFR; HSK follows the reading of the Fachverband Chinesisch rather than Hanban's higher claim.
 */
export const LANGUAGE_TESTS: readonly LanguageTest[] = [
  {
    language: "en",
    name: new RegExp(`toeic(?!\\s*(?:speaking|s&w|bridge))${SCORE}`, "gu"),
    bands: [
      [5, 945],
      [4, 785],
      [3, 550],
      [2, 225],
      [1, 120],
    ],
  },
  {
    language: "en",
    name: new RegExp(`ielts${SCORE}`, "gu"),
    bands: [
      [6, 8.5],
      [5, 7],
      [4, 5.5],
      [3, 4],
      [2, 3],
    ],
  },
  {
    language: "en",
    name: /toefl[^\d,;、，；]{0,14}(\d{2,3})(?![.\d])/gu,
    bands: [
      [6, 114],
      [5, 95],
      [4, 72],
      [3, 42],
      [2, 20],
    ],
  },
  {
    language: "en",
    name: /toefl[^\d,;、，；]{0,14}([1-6](?:\.[05])?)(?![.\d])/gu,
    bands: [
      [6, 6],
      [5, 5],
      [4, 4],
      [3, 3],
      [2, 2],
      [1, 1],
    ],
  },
  {
    language: "en",
    name: /(?:cet\s?-?|大学英语|英语|college english test )\s?([46四六])\s?级?/gu,
    bands: [
      [4, 6],
      [3, 4],
    ],
  },
  {
    language: "en",
    name: /(?:tem\s?-?|英语专业|专业英语|专)\s?([48四八])\s?级?/gu,
    bands: [
      [5, 8],
      [4, 4],
    ],
  },
  {
    language: "en",
    name: /英検\s*(準?[12]|[3-5])\s?級/gu,
    bands: [
      [1, 5],
      [2, 3],
      [3, 2],
      [4, 1.5],
      [5, 1],
    ],
    descending: true,
  },
  { language: "en", name: /(?<!\p{L})(?:cpe|c2 proficiency)(?!\p{L})/gu, bands: [], bare: 6 },
  { language: "en", name: /(?<!\p{L})(?:cae|c1 advanced)(?!\p{L})/gu, bands: [], bare: 5 },
  { language: "en", name: /(?<!\p{L})(?:fce|b2 first)(?!\p{L})/gu, bands: [], bare: 4 },
  {
    language: "ja",
    name: /(?:jlpt|日本語能力試験|日语能力考试|日本语能力考试|日语)?\s*(?<![a-z])n\s?([1-5])(?!\d)/gu,
    bands: [
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ],
    descending: true,
  },
  {
    language: "ja",
    name: /日语([一二])级/gu,
    bands: [
      [4, 2],
      [5, 1],
    ],
    descending: true,
  },
  {
    language: "zh",
    name: /hsk\s*-?(?:level|stufe|niveau)?\s*([1-6])\s*[级級급]?/gu,
    bands: [
      [5, 6],
      [4, 5],
      [3, 4],
      [2, 3],
      [1, 1],
    ],
  },
  {
    language: "ko",
    name: /topik[^\d,;]{0,8}([1-6])\s*[급級级]?/gu,
    bands: [
      [6, 6],
      [5, 5],
      [4, 4],
      [3, 3],
      [2, 2],
      [1, 1],
    ],
  },
  {
    language: "de",
    name: /(?:testdaf|tdn)[^\d,;]{0,10}([345])/gu,
    bands: [
      [5, 5],
      [4, 3],
    ],
  },
  {
    language: "de",
    name: /(?<!\p{L})dsh[\s-]*([123])/gu,
    bands: [
      [6, 3],
      [5, 2],
      [4, 1],
    ],
  },
];

/** Kanji numerals in the names of grades. */
export const GRADES: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  四: 4,
  六: 6,
  八: 8,
  準1: 1.5,
  準2: 2.5,
};

/**
 * Fits what `workers/routing/token-table.ts` holds: whole words from the tokenizer's vocabulary, the cost of letters
 * that meet, and one cost for everything else. `npx tsx bench/tokens/fit.ts` writes the file; equal packages give an
 * equal file. Half of the invented résumés and all of samples.ts stay unseen.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { COSTED, type Costed, classOf } from "../../workers/routing/characters.ts";
import { partsOf } from "../../workers/routing/text-parts.ts";
import {
  bitsOf,
  COST_STEP,
  forMeetings,
  HAN,
  ideographCost,
  isWhole,
  LEAST_COST,
  MEETINGS,
  WORD_BITS,
  type WordTable,
  wordCost,
} from "../../workers/routing/token-words.ts";
import { inventTexts } from "../corpus/texts.ts";
import { LANGUAGES } from "./languages.ts";
import { type Equation, solve } from "./least-squares.ts";
import { declaration, loadTokenizer, piecesOf, toolFolder } from "./tokenizer.ts";

/** Plain Latin words by frequency, and all with other letters: one word in thirty is then taken for whole by mistake. */
const PLAIN_WORDS = 20_000;
const RESUMES = 520;
/** How little a cost is believed that few words speak for. */
const DAMP = 5e-4;
/** Bytes as the vocabulary writes them (GPT-2's alphabet): printable ones as themselves, the rest from U+0100 on. */
const BYTE_OF = new Map<string, number>();
{
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    const itself = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    BYTE_OF.set(String.fromCodePoint(itself ? byte : next++), byte);
  }
}

const folder = toolFolder();
const tokenizer = await loadTokenizer(folder);

const spelt = (token: string): string =>
  new TextDecoder().decode(Uint8Array.from(token, (character) => BYTE_OF.get(character) ?? 0x3f));
const codes = (word: string): number[] => Array.from(word, (letter) => letter.codePointAt(0)!);

/** Tokens that are a whole word after a blank, the most frequent first, and those of two ideographs. */
function wholeWords(): string[] {
  const words = new Set<string>();
  for (const token of tokenizer.vocabulary) {
    const text = spelt(token);
    const word = text.slice(1).toLowerCase();
    if (!text.startsWith(" ") || word.length < 2) continue;
    if (codes(word).every((code) => classOf(code) === "word")) words.add(word);
  }
  const pairs = tokenizer.vocabulary.map(spelt).filter((text) => /^\p{Script=Han}{2}$/u.test(text));
  const plain = (word: string) => /^[a-z]+$/.test(word);
  return [
    ...[...words].filter(plain).slice(0, PLAIN_WORDS),
    ...[...words].filter((word) => !plain(word)),
    ...pairs,
  ];
}

const rareHan = new Uint8Array((HAN.to - HAN.from) >> 3);
for (let code: number = HAN.from; code < HAN.to; code++)
  if (tokenizer.count(String.fromCodePoint(code)) > 1) rareHan[(code - HAN.from) >> 3]! |= 1 << (code & 7);

const table: WordTable = {
  words: new Uint8Array(WORD_BITS >> 3),
  meetings: new Float32Array(MEETINGS),
  rareHan,
};
for (const word of wholeWords()) for (const bit of bitsOf(word)) table.words[bit >> 3]! |= 1 << (bit & 7);

/** Running texts by language: what is fitted to. */
const texts = new Map<string, string[]>();
for (const code of Object.values(LANGUAGES).flat()) texts.set(code, piecesOf(declaration(folder, code)));
for (const { half, locale, text } of inventTexts(RESUMES, "tokens"))
  if (half === "seen") texts.set(`résumé ${locale}`, [...(texts.get(`résumé ${locale}`) ?? []), text]);

/** Words of each language with their share of it, and their tokens after a blank. */
const tokensOf = new Map<string, number>();
const shares = new Map<string, Map<string, number>>();
for (const [language, pieces] of texts) {
  const words = pieces.flatMap((piece) => partsOf(piece).words);
  const share = new Map<string, number>();
  for (const word of words) share.set(word, (share.get(word) ?? 0) + 1 / words.length);
  shares.set(language, share);
  for (const word of share.keys()) if (!tokensOf.has(word)) tokensOf.set(word, tokenizer.count(` ${word}`));
}

/** Languages of few résumés in this trade count less, since what letters cost is one table for all. */
const COMMON = new Set<string>(
  "eng fra deu_1996 spa por_BR ita nld swe dan nob fin pol ces hun ron_2006 tur ind vie rus ukr bul arb pes_1".split(
    " ",
  ),
);
const base = (language: string) => (language.startsWith("résumé") ? 3 : COMMON.has(language) ? 1.5 : 0.6);
const weights = new Map([...shares.keys()].map((language) => [language, base(language)]));
const ROUNDS = 5;
for (let round = 0; round < ROUNDS; round++) {
  const equations: Equation[] = [];
  for (const [language, share] of shares)
    for (const [word, part] of share) {
      if (isWhole(table, bitsOf(word))) continue;
      const weight = Math.sqrt(part) * weights.get(language)!;
      const terms: number[] = [];
      forMeetings(word, (meeting) => terms.push(meeting));
      equations.push({ terms, target: tokensOf.get(word)! - 1, weight });
    }
  table.meetings = solve(equations, MEETINGS, { damp: DAMP, sweeps: 25 });
  for (let at = 0; at < MEETINGS; at++) {
    const step = Math.min(63, Math.max(0, Math.round((table.meetings[at]! - LEAST_COST) / COST_STEP)));
    table.meetings[at] = LEAST_COST + step * COST_STEP;
  }
  for (const [language, share] of shares) {
    let estimated = 0;
    let actual = 0;
    for (const [word, part] of share) {
      estimated += part * wordCost(word, table);
      actual += part * tokensOf.get(word)!;
    }
    if (actual === 0) continue;
    const ratio = estimated / actual;
    if (round === ROUNDS - 1)
      console.log(language.padEnd(16), ratio.toFixed(3), weights.get(language)!.toFixed(2));
    // A language that comes out short counts for more in the next round.
    const next = weights.get(language)! * ratio ** -8;
    weights.set(language, Math.min(4 * base(language), Math.max(base(language) / 2, next)));
  }
}

/**
 * Everything that is no word: counted things against what the words leave of each piece. Marks and the scripts of the
 * résumés are fitted to those, letters of further scripts to the declaration.
 */
const EXPECTED: Partial<Record<Costed, number>> = {
  ...{ digit: 1, arabic_digit: 2, newlines: 1, blanks: 1, marks: 0.8, further_mark: 0.8, capital: 0.15 },
  ...{ emoji: 1.5, emoji_joint: 1 },
};
/** How much a piece has to say before it moves a cost from what is expected. */
const BELIEF = 2e-6;
const costs = Float64Array.from(COSTED, (name) => EXPECTED[name] ?? 1);
function fitCosts(names: readonly Costed[], languages: readonly string[]): void {
  const rows = languages.flatMap((language) =>
    texts.get(language)!.map((piece) => {
      const { counts, words, ideographs } = partsOf(piece);
      const actual = tokenizer.count(piece);
      const left =
        actual -
        words.reduce((sum, word) => sum + wordCost(word, table), 0) -
        ideographs.reduce((sum, run) => sum + ideographCost(run, table), 0);
      return { counts: COSTED.map((name) => counts[name]), left, square: 1 / actual ** 2 };
    }),
  );
  for (let sweep = 0; sweep < 300; sweep++)
    for (const name of names) {
      const at = COSTED.indexOf(name);
      let down = BELIEF * rows.length;
      let up = down * (EXPECTED[name] ?? 1);
      for (const { counts, left, square } of rows) {
        const here = counts[at]!;
        if (here === 0) continue;
        const other = counts.reduce((sum, times, i) => sum + (i === at ? 0 : times * costs[i]!), 0);
        up += square * here * (left - other);
        down += square * here * here;
      }
      costs[at] = Math.max(0, up / down);
    }
}
fitCosts(
  ["newlines", "blanks", "marks", "further_mark", "wide_mark", "capital", "kana", "hangul"],
  ["jpn", "kor", ...[...texts.keys()].filter((language) => language.startsWith("résumé"))],
);
const byScript: [Costed, readonly string[]][] = [
  ["greek", LANGUAGES.Greek],
  ["hebrew", LANGUAGES.Hebrew],
  ["armenian", LANGUAGES.Armenian],
  ["georgian", LANGUAGES.Georgian],
  ["devanagari", LANGUAGES.Devanagari],
  ["bengali", LANGUAGES.Bengali],
  ["tamil", LANGUAGES.Tamil],
  ["thai", LANGUAGES.Thai],
  ["further_indic", LANGUAGES["further scripts of India and the south-east"]],
  ["further_script", LANGUAGES["further scripts"]],
];
for (const [name, languages] of byScript) fitCosts([name], languages);
console.log(Object.fromEntries(COSTED.map((name, at) => [name, Number(costs[at]!.toFixed(2))])));

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const STEPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const steps = Array.from(table.meetings, (cost) => STEPS[Math.round((cost - LEAST_COST) / COST_STEP)]).join(
  "",
);
const named = COSTED.map((name, at) => `  ${name}: ${Number(costs[at]!.toFixed(2))},`).join("\n");
writeFileSync(
  path.join(import.meta.dirname, "../../workers/routing/token-table.ts"),
  `// Written by bench/tokens/fit.ts from the vocabulary of Qwen3's tokenizer (Apache-2.0). Do not edit.
import type { Costed } from "./characters.ts";

/** Tokens for one of each. */
export const COSTS = {
${named}
} as const satisfies Record<Costed, number>;

/** The set of whole words, base64. */
export const WHOLE_WORDS =
  "${base64(table.words)}";

/** The cost of each meeting of letters: one of 64 steps, a base64 digit each. */
export const MEETING_STEPS =
  "${steps}";

/** A bit for each ideograph that no single token stands for, base64. */
export const RARE_HAN =
  "${base64(rareHan)}";
`,
);

import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";
import { CHINESE_CASES, TRADITIONAL_CASES } from "./cases/chinese.ts";
import * as chineseConventions from "./cases/conventions/chinese.ts";
import { ENGLISH_CONVENTIONS } from "./cases/conventions/english.ts";
import * as europeanConventions from "./cases/conventions/european.ts";
import * as easternConventions from "./cases/conventions/japanese-korean.ts";
import { ENGLISH_CASES } from "./cases/english.ts";
import * as further from "./cases/further.ts";
import { FRENCH_CASES, GERMAN_CASES } from "./cases/german-french.ts";
import { JAPANESE_CASES } from "./cases/japanese.ts";
import { KOREAN_CASES } from "./cases/korean.ts";
import { ITALIAN_CASES, PORTUGUESE_CASES, SPANISH_CASES } from "./cases/romance.ts";
import * as unlabelled from "./cases/unlabelled.ts";
import { WHOLE_RESUMES } from "./cases/whole.ts";
import { compare, readMarked } from "./marked.ts";

const TABLES: Record<string, readonly string[]> = {
  "simplified Chinese": CHINESE_CASES,
  "Chinese of Taiwan and Hong Kong": TRADITIONAL_CASES,
  Japanese: JAPANESE_CASES,
  Korean: KOREAN_CASES,
  English: ENGLISH_CASES,
  German: GERMAN_CASES,
  French: FRENCH_CASES,
  Spanish: SPANISH_CASES,
  Portuguese: PORTUGUESE_CASES,
  Italian: ITALIAN_CASES,
  "whole résumés": WHOLE_RESUMES,
  "further Chinese layouts": further.FURTHER_CHINESE_CASES,
  "further Japanese layouts": further.FURTHER_JAPANESE_CASES,
  "further Korean layouts": further.FURTHER_KOREAN_CASES,
  "further English layouts": further.FURTHER_ENGLISH_CASES,
  "further German layouts": further.FURTHER_GERMAN_CASES,
  "further French layouts": further.FURTHER_FRENCH_CASES,
  "further Spanish, Portuguese and Italian layouts": further.FURTHER_ROMANCE_CASES,
  "conventions of China": chineseConventions.CHINESE_CONVENTIONS,
  "conventions of Taiwan and Hong Kong": chineseConventions.TRADITIONAL_CONVENTIONS,
  "conventions of Japan": easternConventions.JAPANESE_CONVENTIONS,
  "conventions of Korea": easternConventions.KOREAN_CONVENTIONS,
  "conventions of English-speaking countries": ENGLISH_CONVENTIONS,
  "conventions of German-speaking countries": europeanConventions.GERMAN_CONVENTIONS,
  "conventions of French-speaking countries": europeanConventions.FRENCH_CONVENTIONS,
  "conventions of Spain, Latin America, Portugal and Italy": europeanConventions.ROMANCE_CONVENTIONS,
  "facts without labels": unlabelled.UNLABELLED_TRAITS,
  "people without labels": unlabelled.UNLABELLED_PERSONS,
  "accounts in running text": unlabelled.UNLABELLED_ACCOUNTS,
  "what only looks like people, facts and accounts": unlabelled.LOOKALIKES,
  "Dutch, Polish, Russian, Turkish and Vietnamese": further.FURTHER_OTHER_CASES,
};

for (const [language, cases] of Object.entries(TABLES)) {
  describe(`redaction of ${language}`, () => {
    it.each(cases)("takes out what is marked and nothing else: %s", (marked) => {
      const { text, spans } = readMarked(marked);
      const result = redact(text);
      expect(result.ok).toBe(true);
      const { entities } = result.redaction;
      expect(compare(text, spans, entities)).toEqual({ missed: [], overreached: [] });
      for (const span of spans) {
        const types = entities
          .filter((entity) => entity.start < span.end && entity.end > span.start)
          .map((entity) => entity.type);
        expect(types, text.slice(span.start, span.end)).toContain(span.type);
      }
    });
  });
}

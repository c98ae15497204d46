import { buildLexicon } from "../lexicon.ts";
import type { Field, LabelTable } from "./fields.ts";
import { FRENCH_LABELS, GERMAN_LABELS } from "./labels-de-fr.ts";
import { ENGLISH_LABELS } from "./labels-en.ts";
import { JAPANESE_LABELS, KOREAN_LABELS } from "./labels-ja-ko.ts";
import { FURTHER_LABELS } from "./labels-others.ts";
import { ITALIAN_LABELS, PORTUGUESE_LABELS, SPANISH_LABELS } from "./labels-romance.ts";
import { CHINESE_LABELS } from "./labels-zh.ts";

const TABLES: readonly LabelTable[] = [
  ENGLISH_LABELS,
  CHINESE_LABELS,
  JAPANESE_LABELS,
  KOREAN_LABELS,
  GERMAN_LABELS,
  FRENCH_LABELS,
  SPANISH_LABELS,
  PORTUGUESE_LABELS,
  ITALIAN_LABELS,
  FURTHER_LABELS,
];

/** A word may be both a field's label and a section's heading (`学歴`); the first meaning is the one read here. */
function entriesOf(headings: boolean): (readonly [string, Field])[] {
  return TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([field, list]) => {
      const isHeading = field === "SECTION" || field === "REFERENCES";
      if (isHeading !== headings) return [];
      return list.split("|").map((phrase) => [phrase, field as Field] as const);
    }),
  );
}

export const LABELS = buildLexicon([...entriesOf(false), ...entriesOf(true)]);
export const HEADINGS = buildLexicon(entriesOf(true));

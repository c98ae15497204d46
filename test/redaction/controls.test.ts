import { describe, expect, it } from "vitest";
import { detect } from "../../workers/redaction/detect.ts";
import { DIGIT_SHAPES } from "../../workers/redaction/detectors/identifier-shapes.ts";
import { LETTER_SHAPES } from "../../workers/redaction/detectors/identifier-shapes-letters.ts";
import { findResidues, LOOKS } from "../../workers/redaction/residues.ts";
import { identifierDetector, RULES, type Rules } from "../../workers/redaction/rules.ts";
import { NEEDED_IDENTIFIERS } from "./cases/identifiers.ts";
import * as needed from "./cases/needed.ts";
import { compare, readMarked, type Shortfall } from "./marked.ts";

const RIGHT: Shortfall = { missed: [], overreached: [] };

function judge(marked: string, rules: Rules): Shortfall {
  const { text, spans } = readMarked(marked);
  return compare(text, spans, detect(text, needed.HINTS, rules).spans);
}

const LISTS: Record<keyof Rules, needed.NeededCases> = {
  vetoes: needed.NEEDED_VETOES,
  contacts: needed.NEEDED_CONTACTS,
  values: needed.NEEDED_VALUES,
  persons: needed.NEEDED_PERSONS,
  names: needed.NEEDED_NAMES,
  followers: needed.NEEDED_FOLLOWERS,
};

for (const [list, cases] of Object.entries(LISTS) as [keyof Rules, needed.NeededCases][]) {
  describe(`every entry of the ${list}`, () => {
    it("has a case, and every case an entry", () => {
      expect(Object.keys(cases).sort()).toEqual(RULES[list].map(({ name }) => name).sort());
    });

    it.each(RULES[list].map(({ name }) => [name]))("is needed: %s", (name) => {
      const marked = cases[name]!;
      expect(judge(marked, RULES)).toEqual(RIGHT);
      const without = { ...RULES, [list]: RULES[list].filter((entry) => entry.name !== name) };
      expect(judge(marked, without)).not.toEqual(RIGHT);
    });
  });
}

describe("every shape of an identifier", () => {
  const shapes = [...DIGIT_SHAPES, ...LETTER_SHAPES];
  const without = (name: string): Rules => {
    const kept = (list: typeof DIGIT_SHAPES) => list.filter((shape) => shape.name !== name);
    const find = identifierDetector(kept(DIGIT_SHAPES), kept(LETTER_SHAPES));
    return {
      ...RULES,
      values: RULES.values.map((entry) => (entry.name === "identifier" ? { ...entry, find } : entry)),
    };
  };

  it("has a case, and every case a shape", () => {
    expect(Object.keys(NEEDED_IDENTIFIERS).sort()).toEqual(shapes.map(({ name }) => name).sort());
  });

  it.each(shapes.map(({ name }) => [name]))("is needed: %s", (name) => {
    const marked = NEEDED_IDENTIFIERS[name]!;
    expect(judge(marked, RULES)).toEqual(RIGHT);
    expect(judge(marked, without(name))).not.toEqual(RIGHT);
  });
});

describe("every look of the last sweep", () => {
  const RESIDUES: Record<string, string> = {
    "resident number of China": "号 11010519491231002X 的",
    "Korean registration number": "번호 900315-1234567 입니다",
    "US social security number": "is 536-22-1847 there",
    IBAN: "to DE89 3704 0044 0532 0130 00 please",
    "bank card": "card 4111 1111 1111 1111 here",
    "international phone": "ring +49 151 2345 6789 now",
    "labelled phone": "Phone: 503 555 0142",
    "Chinese mobile": "打 138 0013 8000 找我",
  };

  it("has a case, and every case a look", () => {
    expect(Object.keys(RESIDUES).sort()).toEqual(LOOKS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(RESIDUES))("is needed: %s", (name, text) => {
    expect(findResidues(text)).toHaveLength(1);
    expect(
      findResidues(
        text,
        LOOKS.filter((look) => look.name !== name),
      ),
    ).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternativeEnd, alternativesOf } from "../../workers/redaction/alternatives.ts";
import { findPhrases } from "../../workers/redaction/detectors/bare-phrases.ts";
import { scanForms } from "../../workers/redaction/form-scan.ts";
import { buildLexicon, scanLexicon } from "../../workers/redaction/lexicon.ts";
import { readLayout } from "../../workers/redaction/lines.ts";
import type { NameForm } from "../../workers/redaction/name-forms.ts";
import { normalise } from "../../workers/redaction/normalise.ts";
import { readPage } from "../../workers/redaction/page.ts";
import { suspectStretches } from "../../workers/redaction/suspects.ts";

const textOf = (units: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...units), { maxLength }).map((parts) => parts.join(""));

const formOf = (text: string): NameForm => ({
  text,
  owner: "subject",
  script: "latin",
  strength: "full",
  initials: [],
  particles: [],
  romanises: undefined,
});

describe("the forms of a name", () => {
  const LETTERS = ["a", "b", "王", "明", "み", "김", "-", "'"];

  it("are found where a lexicon of them finds them", () => {
    const words = fc.uniqueArray(
      textOf(LETTERS, 5).filter((text) => text !== ""),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, textOf([...LETTERS, " ", "  ", "\n", "1", "."], 60), (texts, folded) => {
        const forms = texts.map(formOf);
        const { starts } = readLayout(folded);
        const lexicon = buildLexicon(forms.map((form) => [form.text, form] as const));
        expect(scanForms(forms, folded, starts)).toEqual(scanLexicon(lexicon, folded, starts));
      }),
      { numRuns: 400 },
    );
  });
});

describe("the suspect stretches of a text", () => {
  const DIGIT = "[0-9\\uff10-\\uff19\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f]";
  const BETWEEN =
    "[^0-9A-Za-z\\n\\u00c0-\\u02af\\u0370-\\u1fff\\u3041-\\u9fff\\uac00-\\ud7af\\uff10-\\uff5a]{0,2}";
  const SUSPECT = new RegExp(
    `[@\\uff20\\ufe6b]|${DIGIT}(?:${BETWEEN}${DIGIT}){6}|(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ -]?[0-9A-Za-z]{4}){3}`,
  );
  const UNITS = [
    "1",
    "23",
    "456",
    "٣",
    "\uff14",
    "a",
    "Ab",
    "é",
    "王",
    " ",
    "-",
    ".",
    "(",
    "\n",
    "@",
    "DE89",
    "3704",
  ];

  it("are the lines that hold what a residue cannot be without", () => {
    fc.assert(
      fc.property(textOf(UNITS, 40), (text) => {
        const found = suspectStretches(text)
          .flatMap(({ start, end }) => text.slice(start, end).split("\n"))
          .filter((line) => line !== "");
        expect(found).toEqual(text.split("\n").filter((line) => SUSPECT.test(line)));
      }),
      { numRuns: 600 },
    );
  });
});

describe("alternatives", () => {
  const PATTERN = "副?教授|教|老师|老";

  it("match what the pattern of them matches", () => {
    const sticky = new RegExp(PATTERN, "y");
    const alternatives = alternativesOf(PATTERN);
    fc.assert(
      fc.property(textOf(["副", "教", "授", "老", "师", "x"], 12), fc.nat(12), (text, at) => {
        sticky.lastIndex = at;
        expect(alternativeEnd(alternatives, text, at)).toBe(sticky.test(text) ? sticky.lastIndex : -1);
      }),
    );
  });
});

describe("phrases in Latin script", () => {
  const UNITS = [
    ..."0123456789-~./ \n",
    "27",
    "aged ",
    "years",
    "yrs",
    "old",
    " jahre",
    " alt",
    "tengo ",
    "habe ",
    " anos",
    " ans",
    " de",
    " edad",
    "to",
    "she",
    "he",
    "her",
    "him",
    "they",
    "them",
    "il/lui",
    "/",
    "(",
    "|",
    "x",
  ];
  const PATTERNS = [
    /(?<![\d\-~–.,])[1-9]\d(?:\s|-)(?:years?|yrs?)(?:\s|-)old\b/g,
    /(?<![\d\-~–.,])[1-9]\d\sjahre\salt\b/g,
    /(?<=\b(?:tengo|j'ai|ho|tenho|con|com|agee? de|habe|bin)\s)(?:1[6-9]|[2-7]\d)\s(?:anos|ans|anni|jahre)\b(?!\s(?:d['e]\s?|di\s|de\s|en\s|em\s|in\s|come\s|como\s|trabaj|lavor)(?!idade|edad|eta|age|e\s))/g,
    /\baged\s[1-9]\d\b(?!\s?(?:to|-|and|or))/g,
    /(?<=[(（[\s|,/])(?:she\/her(?:\/hers)?|he\/him(?:\/his)?|they\/them(?:\/theirs)?|she\/they|he\/they|sie\/ihr|er\/ihm|elle\/elle|il\/lui)(?![a-z])/g,
  ];
  const endsRange = (folded: string, at: number) => /\d\s?[-~–至到]\s?$/.test(folded.slice(0, at));

  it("are found at numbers and slashes where patterns over the whole text find them", () => {
    fc.assert(
      fc.property(textOf(UNITS, 24), (source) => {
        const page = readPage(normalise(source));
        const { folded } = page.view;
        const covered = (places: readonly { start: number; end: number }[]) =>
          [...folded].map((_, at) => places.some(({ start, end }) => start <= at && at < end));
        const everywhere = PATTERNS.flatMap((pattern, i) =>
          [...folded.matchAll(pattern)]
            .filter(({ index }) => i === PATTERNS.length - 1 || !endsRange(folded, index))
            .map(({ 0: match, index }) => ({ start: index, end: index + match.length })),
        );
        expect(covered(findPhrases(page))).toEqual(covered(everywhere));
      }),
      { numRuns: 3_000 },
    );
  });
});

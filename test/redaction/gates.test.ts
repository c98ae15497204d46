import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJapaneseAddresses } from "../../workers/redaction/detectors/address-japanese.ts";
import { findHeadingStreets } from "../../workers/redaction/detectors/address-postal.ts";
import { findStreetAddresses } from "../../workers/redaction/detectors/address-street.ts";
import { findPhrases } from "../../workers/redaction/detectors/bare-phrases.ts";
import { findSpelledEmails } from "../../workers/redaction/detectors/email.ts";
import { DIGIT_SHAPES } from "../../workers/redaction/detectors/identifier-shapes.ts";
import { LETTER_SHAPES } from "../../workers/redaction/detectors/identifier-shapes-letters.ts";
import { findLinks } from "../../workers/redaction/detectors/link.ts";
import { scanLexicon, scanOpened } from "../../workers/redaction/lexicon.ts";
import { LABELS } from "../../workers/redaction/lexicons/labels.ts";
import { PREFECTURES, STREET_WORDS } from "../../workers/redaction/lexicons/places.ts";
import { readLayout } from "../../workers/redaction/lines.ts";
import { normalise } from "../../workers/redaction/normalise.ts";
import { type Page, readPage } from "../../workers/redaction/page.ts";
import { OPENS, VOCABULARY } from "../../workers/redaction/page-vocabulary.ts";
import { mayBeVetoed, patternsOf } from "../../workers/redaction/veto-patterns.ts";
import { VETOES } from "../../workers/redaction/vetoes.ts";

/** What opens finds of the gated detectors, whole and in pieces. */
const TRIGGERS = [
  ..."@#/([{<〔【〈《)]}>-_*.,:|〒\n\t ",
  "  ",
  "　",
  "\u200b",
  " at ",
  "(at)",
  "( at )",
  "[ät]",
  "＠",
  "-at-",
  "_at_",
  " arroba ",
  " 골뱅이 ",
  "アットマーク",
  "艾特",
  "#qq.com",
  "#163.com",
  " dot com",
  " punto es",
  "점",
  "https://",
  "HTTP : //",
  "ｈｔｔｐ：／／",
  "www.",
  "jane.doe",
  "example.com",
  "12 Main Street, Springfield, IL 62701",
  "221B Baker St",
  "Two Market Sq.",
  "東京都港区",
  "東 京 都",
  "1-2-3",
  "北海道札幌市中央区",
  "she/her",
  " (he/him)",
  "she/they/them",
  "27 years old",
  "aged 27",
  "tengo 27 años",
  "lawful permanent resident",
  "Green Card holder",
  "married, two children",
  "mariée avec un enfant",
  "a German citizen",
  "Irish passport holder",
  "österreichischer Staatsbürger",
  "Name",
  "NAME:",
  "姓　　名",
  "姓名：",
  "휴대 전화",
  "휴대전화번호",
  "date   of birth",
  "Date of Birth:",
  "я",
  "é",
  "ﬁ",
  "x",
  "7",
  "女",
  "か",
  "가",
];
const NUMBERS = [
  ..."0123456789.-/~ +(年月日년월",
  "2015",
  "1999",
  "03",
  "12",
  "31",
  "192.168.0.1",
  "10.1234/ab",
  "978",
  "9783",
  "978-3-16-148410-0",
  "20120901",
  "201606",
  "10-2019-1234567",
  "2015 年",
  "2015 - 2019",
  "至",
  "\n",
];
const madeOf = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 }).map((chosen) => chosen.join(""));

/** A page on which every lexicon may have a phrase at every start. */
const ungated = (page: Page): Page => ({
  ...page,
  opens: Array.from(page.starts, (at) => ({ at, bits: 0xff })),
  opened: 0xff,
});

describe("the vocabulary of a page", () => {
  it.each([
    ["labels", LABELS, OPENS.label],
    ["street words", STREET_WORDS, OPENS.street],
    ["prefectures", PREFECTURES, OPENS.prefecture],
  ] as const)("leaves out no place where one of the %s stands", (_name, lexicon, bit) => {
    const phrases = madeOf([...TRIGGERS, ...lexicon.phrases]);
    fc.assert(
      fc.property(fc.oneof(madeOf(TRIGGERS), phrases), (source) => {
        const { folded } = normalise(source);
        const layout = readLayout(folded, VOCABULARY);
        expect(scanOpened<unknown>(lexicon, bit, folded, layout)).toEqual(
          scanLexicon<unknown>(lexicon, folded, layout.starts),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("tells most words of a text to open nothing", () => {
    const { opens, opened } = readLayout("led the migration of forty services to a new cluster", VOCABULARY);
    expect(opens.length).toBeLessThan(3);
    expect(opened & (OPENS.spelledAt | OPENS.bracketedAt | OPENS.slashes)).toBe(0);
  });
});

describe("a detector that the vocabulary calls", () => {
  it.each([
    ["spelled e-mail addresses", findSpelledEmails],
    ["links", findLinks],
    ["street addresses", findStreetAddresses],
    ["phrases", findPhrases],
    ["streets in the heading", findHeadingStreets],
    ["Japanese addresses", findJapaneseAddresses],
  ])("finds the same %s as when it looks everywhere", (_name, find) => {
    fc.assert(
      fc.property(madeOf(TRIGGERS), (source) => {
        const page = readPage(normalise(source));
        expect(find(page)).toEqual(find(ungated(page)));
      }),
      { numRuns: 1_500 },
    );
  });

  it("takes no word for a citizen's that goes on in another script", () => {
    const page = readPage(normalise("a German citizenя, an Irish citizen"));
    expect(findPhrases(page)).toHaveLength(1);
    expect(findPhrases(page)).toEqual(findPhrases(ungated(page)));
  });

  it("would find nothing where the vocabulary lacked its words", () => {
    const page = readPage(normalise("jane (at) example.com, https://example.com/jane"));
    expect(findSpelledEmails(page)).toHaveLength(1);
    expect(findLinks(page)).toHaveLength(1);
    expect(findSpelledEmails({ ...page, opened: 0 })).toEqual([]);
    expect(findLinks({ ...page, opened: 0 })).toEqual([]);
    const standing = readPage(normalise("Permanent resident, married with two children, Irish citizen"));
    expect(findPhrases(standing)).toHaveLength(3);
    expect(findPhrases({ ...standing, opened: 0 })).toEqual([]);
  });
});

describe("the look that spares numbers the patterns of vetoes", () => {
  const { numeric } = patternsOf(VETOES);

  it("lets through every number that a pattern matches", () => {
    fc.assert(
      fc.property(madeOf(NUMBERS), (source) => {
        const { folded } = normalise(source);
        for (const { start, end } of readLayout(folded).lines.flatMap(({ groups }) => groups)) {
          const pattern = numeric[end - start];
          if (!pattern) continue;
          pattern.lastIndex = start;
          if (pattern.test(folded)) expect(mayBeVetoed(folded, start, end)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("spares years and counts in running text", () => {
    for (const text of ["2015 joined", "12 people", "in 2019"]) {
      const { start, end } = readLayout(text).lines[0]!.groups[0]!;
      expect(mayBeVetoed(text, start, end)).toBe(false);
    }
  });
});

describe("the lead of an identifier", () => {
  const shapes = [...DIGIT_SHAPES, ...LETTER_SHAPES].map((shape) => [shape.name, shape] as const);

  it.each(shapes)("%s: is one of those that its shape says", (_name, { pattern, leads }) => {
    // Lookaheads only narrow what matches.
    const source = pattern.source.replace(/\(\?![^)]*\)/g, "");
    const lengths = new Set<number>();
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^(?:${source})$`)), (identifier) => {
        const lead = /^(?:\d+|[a-z]+(?=[\d ]))/.exec(identifier)?.[0] ?? "";
        // Of more letters only the six before the first digit or blank are looked at.
        lengths.add(/^\d/.test(lead) ? lead.length : Math.min(lead.length, 6));
      }),
      { numRuns: 400 },
    );
    expect([...leads].sort((a, b) => a - b)).toEqual(expect.arrayContaining([...lengths].filter(Boolean)));
  });
});

import { describe, expect, it } from "vitest";
import { fiscalCheck, germanPensionCheck } from "../../../bench/corpus/identifiers.ts";
import { ARRANGEMENTS } from "../../../bench/corpus/personal/block.ts";
import { PERSONAL } from "../../../bench/corpus/personal/index.ts";
import { COMMON_LOOKALIKES } from "../../../bench/corpus/personal/lookalikes.ts";
import { inventTexts } from "../../../bench/corpus/texts.ts";
import { VOCABULARIES } from "../../../bench/corpus/vocabulary/index.ts";
import { corpusCases } from "../../../bench/redaction/cases.ts";
import { CLASSES, classOf } from "../../../bench/redaction/classes.ts";
import { ENTITY_TYPES } from "../../../workers/redaction/types.ts";

const texts = inventTexts(240, "test");
const values = (of: (type: string, variant?: string) => boolean): string[] =>
  texts.flatMap(({ text, spans }) =>
    spans.filter(({ type, variant }) => of(type, variant)).map(({ start, end }) => text.slice(start, end)),
  );

/** ISO 7064 MOD 97-10, as ISO 13616 has it. */
function isIban(value: string): boolean {
  const compact = value.replace(/\s/g, "");
  const digits = [...compact.slice(4), ...compact.slice(0, 4)]
    .map((one) => Number.parseInt(one, 36))
    .join("");
  return BigInt(digits) % 97n === 1n;
}

function isLuhn(value: string): boolean {
  const digits = [...value].reverse().map(Number);
  const sum = digits.reduce((all, digit, at) => {
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    return all + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

describe("the texts that redactors are measured on", () => {
  it("are the same for the same seed, begin like more of them, and are others for another seed", () => {
    expect(inventTexts(24, "test")).toEqual(texts.slice(0, 24));
    expect(inventTexts(1, "other")[0]?.text).not.toBe(texts[0]?.text);
  });

  it("have no mark and no template left", () => {
    for (const { text } of texts) expect(text).not.toMatch(/[⟦⟧{}]|undefined|\bNaN\b/);
  });

  it("have places that lie in the text, are trimmed, and belong to one meaning alone", () => {
    for (const { text, spans, allowed, negatives } of texts) {
      const places = [...spans, ...allowed, ...negatives].sort((a, b) => a.start - b.start);
      let from = 0;
      for (const { start, end } of places) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
      for (const { type, start, end } of spans) {
        expect(ENTITY_TYPES).toContain(type);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      }
    }
  });

  it("mark every mention of the applicant's full name", () => {
    for (const { text, spans, person } of texts) {
      const marked = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
      for (let at = text.indexOf(person.name); at >= 0; at = text.indexOf(person.name, at + 1))
        expect(marked(at)).toBe(true);
    }
  });

  it("give both halves, all languages, all arrangements, all entities and all classes", () => {
    expect(new Set(texts.map(({ half }) => half))).toEqual(new Set(["seen", "unseen"]));
    expect(new Set(texts.map(({ locale }) => locale))).toEqual(
      new Set(VOCABULARIES.map(({ locale }) => locale)),
    );
    expect(new Set(texts.map(({ arrangement }) => arrangement))).toEqual(new Set(ARRANGEMENTS));
    const types = texts.flatMap(({ spans }) => spans.map(({ type }) => type));
    expect(ENTITY_TYPES.filter((type) => !types.includes(type))).toEqual([]);
    const classes = new Set(corpusCases(240, "test").flatMap(({ gold }) => gold.map(classOf)));
    expect(CLASSES.filter((name) => !classes.has(name))).toEqual(["other"]);
  });

  it("hold look-alikes of every kind, and none that is personal", () => {
    const kinds = new Set(texts.flatMap(({ negatives }) => negatives.map(({ kind }) => kind)));
    for (const template of COMMON_LOOKALIKES)
      for (const [, kind] of template.matchAll(/⟦NOT:([\w ]+)\|/g)) expect(kinds).toContain(kind);
    for (const { lookalikes } of Object.values(PERSONAL))
      for (const template of lookalikes) {
        expect(template).toMatch(/⟦NOT:[\w ]+\|/);
        expect(template).not.toMatch(/\{(?:self|surname|forename|person|email|phone)\}/);
      }
  });

  it("have words that the seen half never meets", () => {
    const reserved = PERSONAL.de?.families[2]?.[0] ?? "";
    const german = inventTexts(1200, "reserved").filter(({ locale }) => locale === "de");
    const holding = german.filter(({ text }) => text.includes(reserved));
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.filter(({ half }) => half === "seen")).toEqual([]);
  });

  it("have ids whose check digits are right, and in no class of theirs any that have none", () => {
    const ibans = values((type, variant) => type === "IBAN" && variant === undefined);
    const cards = values((type, variant) => type === "BANK_CARD" && variant === undefined);
    expect(ibans.length).toBeGreaterThan(10);
    expect(cards.length).toBeGreaterThan(10);
    expect(ibans.filter((one) => !isIban(one))).toEqual([]);
    expect(cards.filter((one) => !isLuhn(one))).toEqual([]);
    expect(isIban(`${ibans[0]?.slice(0, -1)}${(Number(ibans[0]?.at(-1)) + 1) % 10}`)).toBe(false);
    expect(isLuhn(`${cards[0]?.slice(0, -1)}${(Number(cards[0]?.at(-1)) + 1) % 10}`)).toBe(false);
  });

  it.each([
    ["RSSMRA85T10A562", "S"],
    ["MRTMTT91D08F205", "J"],
  ])("end an Italian fiscal code that begins %s with %s", (body, check) => {
    expect(fiscalCheck(body)).toBe(check);
  });

  it("end the example of the German pension insurance's number as it does", () => {
    expect(germanPensionCheck("15070649C10")).toBe(3);
  });

  it("hide a part of masked numbers and keep the rest", () => {
    const masked = values((_, variant) => variant === "masked");
    expect(masked.length).toBeGreaterThan(10);
    for (const value of masked) expect(value).toMatch(/\d[\s\S]*[*Xx•][\s\S]*\d|[*Xx•][\s\S]*\d/);
  });
});

describe("the classes that bars are set for", () => {
  it.each([
    ["NATIONAL_ID", null, "checksum ids"],
    ["NATIONAL_ID", "masked", "other ids"],
    ["SOCIAL_ID", "unchecked", "other ids"],
    ["GENDER", null, "labelled fields"],
    ["GENDER", "bare", "bare traits"],
    ["EMAIL", "at", "e-mails, links"],
    ["DOB", null, "labelled fields"],
    ["CN_ID", null, "checksum ids"],
    ["SHOE_SIZE", null, "other"],
  ])("%s, %s is of %s", (type, variant, name) => {
    expect(classOf({ type, variant, start: 0, end: 1 })).toBe(name);
  });
});

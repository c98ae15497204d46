import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as check from "../../workers/redaction/checksums.ts";

const TABLE: readonly (readonly [string, (text: string) => boolean, string, string])[] = [
  ["Luhn", check.luhn, "4111111111111111", "4111111111111112"],
  ["Verhoeff (Aadhaar)", check.verhoeff, "312345678909", "312345678908"],
  ["Chinese resident id", check.chineseResidentId, "11010519491231002X", "110105194912310021"],
  ["Taiwan id", check.taiwanId, "A123456789", "A123456788"],
  ["Hong Kong id", check.hongKongId, "A1234563", "A1234564"],
  ["Korean registration", check.koreanRegistration, "9601211021413", "9601211021414"],
  ["Japanese individual number", check.japaneseIndividualNumber, "123456789018", "123456789019"],
  ["German tax id", check.germanTaxId, "86095742719", "86095742718"],
  ["French NIR", check.frenchNir, "290072923200180", "290072923200181"],
  ["Spanish DNI", check.spanishNif, "12345678Z", "12345678A"],
  ["Spanish NIE", check.spanishNif, "X1234567L", "X1234567M"],
  ["Brazilian CPF", check.brazilianCpf, "52998224725", "52998224724"],
  ["Brazilian CNPJ", check.brazilianCnpj, "11222333000181", "11222333000182"],
  ["Portuguese NIF", check.portugueseNif, "123456789", "123456780"],
  ["Italian codice fiscale", check.italianFiscalCode, "RSSMRA85T10A562S", "RSSMRA85T10A562T"],
  ["Polish PESEL", check.polishPesel, "44051401458", "44051401459"],
  ["Turkish id", check.turkishId, "10000000146", "10000000145"],
  ["Dutch BSN", check.dutchBsn, "111222333", "111222334"],
  ["Thai id", check.thaiId, "1234567890121", "1234567890122"],
  ["Finnish code", check.finnishCode, "131052-308T", "131052-308U"],
  ["German social number", check.germanSocialNumber, "15070649C103", "15070649C104"],
  [
    "ISO 7064 MOD 97-10",
    (iban) => check.mod97(iban.slice(4) + iban.slice(0, 4)) === 1,
    "DE89370400440532013000",
    "DE89370400440532013001",
  ],
];

describe("check digits", () => {
  it.each(TABLE)("%s tells a right number from a mistyped one", (_name, accepts, right, wrong) => {
    expect(accepts(right)).toBe(true);
    expect(accepts(wrong)).toBe(false);
  });

  it.each([
    ["Luhn", check.luhn, "4111111111111111"],
    ["Verhoeff", check.verhoeff, "312345678909"],
    ["Chinese resident id", check.chineseResidentId, "110105194912310021".replace(/1$/, "X")],
  ] as const)("%s notices every change of one digit", (_name, accepts, right) => {
    fc.assert(
      fc.property(fc.nat(right.length - 2), fc.nat(9), (at, digit) => {
        fc.pre(right[at] !== String(digit));
        expect(accepts(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false);
      }),
    );
  });

  it("Verhoeff notices every swap of neighbours", () => {
    const right = "312345678909";
    for (let at = 0; at + 1 < right.length; at++) {
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      if (swapped !== right) expect(check.verhoeff(swapped)).toBe(false);
    }
  });
});

import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";
import { findResidues, type Residue } from "../../workers/redaction/residues.ts";
import { sweep } from "../../workers/redaction/sweep.ts";
import type { Redaction } from "../../workers/redaction/types.ts";

const unredacted = (text: string): Redaction => ({ text, entities: [] });

describe("the sweep", () => {
  it.each([
    ["an e-mail address", "EMAIL", "write to jane@example.com now", "jane@example.com"],
    ["an international number", "PHONE", "ring +49 151 2345 6789 now", "+49 151 2345 6789"],
    ["a labelled number", "PHONE", "Phone: 503 555 0142", "503 555 0142"],
    ["a labelled number in Chinese", "PHONE", "电话：0571-88886666", "0571-88886666"],
    ["a Chinese mobile number", "PHONE", "打 138 0013 8000 找我", "138 0013 8000"],
    ["a Chinese resident id", "NATIONAL_ID", "号 11010519491231002X 的", "11010519491231002X"],
    ["a Korean registration number", "NATIONAL_ID", "번호 900315-1234567 입니다", "900315-1234567"],
    ["a social security number", "SOCIAL_ID", "is 536-22-1847 there", "536-22-1847"],
    ["an IBAN", "IBAN", "to DE89 3704 0044 0532 0130 00 please", "DE89 3704 0044 0532 0130 00"],
    ["a bank card", "BANK_CARD", "card 4111 1111 1111 1111 here", "4111 1111 1111 1111"],
    ["a number in wide digits", "PHONE", "打 １３８００１３８０００ 找我", "１３８００１３８０００"],
    [
      "a number with invisible marks",
      "PHONE",
      "ring +49\u200b151\u200b2345\u200b6789 now",
      "+49\u200b151\u200b2345\u200b6789",
    ],
    ["an IBAN in wide letters", "IBAN", "to ＤＥ89370400440532013000 please", "ＤＥ89370400440532013000"],
  ])("masks %s that detection left", (_name, type, text, value) => {
    const result = sweep(text, unredacted(text));
    expect(result.ok).toBe(true);
    expect(
      result.redaction.entities.map((entity) => [entity.type, text.slice(entity.start, entity.end)]),
    ).toEqual([[type, value]]);
    expect(result.redaction.text).not.toContain(value);
  });

  it.each([
    "2015-03-01 to 2019-06-30, 12,000,000 requests, v12.3.4, 10.0.12.4/24",
    "ISBN 978-0-13-468599-1; doi:10.1145/3292500.3330701; US 10,123,456 B2",
    "2012.09 - 2016.06 华东理工大学 GPA 3.8/4.0，节省 1380000 元",
    "[NAME] [PHONE_1] [EMAIL_2] @Transactional npm i @angular/core@12",
  ])("sees nothing in %s", (text) => {
    expect(findResidues(text)).toEqual([]);
  });

  it("keeps the entities that were there and their numbers", () => {
    const text = "a@b.example and c@d.example";
    const first: Redaction = {
      text: "[EMAIL_1] and c@d.example",
      entities: [{ type: "EMAIL", start: 0, end: 11, placeholder: "[EMAIL_1]" }],
    };
    expect(sweep(text, first).redaction.text).toBe("[EMAIL_1] and [EMAIL_2]");
  });

  it("masks a residue that leans on a placeholder together with it", () => {
    const text = "xy@corp.example";
    const first: Redaction = {
      text: "[NAME]@corp.example",
      entities: [{ type: "NAME", start: 0, end: 2, placeholder: "[NAME]" }],
    };
    const result = sweep(text, first);
    expect(result.ok).toBe(true);
    expect(result.redaction.text).not.toContain("corp.example");
  });

  it("refuses a text in which something remains, and names it", () => {
    const stubborn: Residue = { type: "PHONE", start: 0, end: 3 };
    const result = sweep("abc def", unredacted("abc def"), () => [stubborn]);
    expect(result).toMatchObject({ ok: false, residues: [stubborn] });
  });

  it("lets a text through only when its finder is silent", () => {
    let calls = 0;
    const result = sweep("abc def", unredacted("abc def"), () =>
      calls++ === 0 ? [{ type: "PHONE", start: 0, end: 3 }] : [],
    );
    expect(result.ok).toBe(true);
    expect(result.redaction.text).toBe("[PHONE_1] def");
  });

  it("finds nothing to add to what redaction lets through", () => {
    const result = redact("Jane Doe\njane@example.com\n+1 503 555 0142\nSSN 536-22-1847");
    expect(findResidues(result.redaction.text)).toEqual([]);
  });
});

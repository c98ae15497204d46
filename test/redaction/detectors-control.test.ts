import { describe, expect, it } from "vitest";
import { type DetectorName, detect } from "../../workers/redaction/detect.ts";
import { compare, readMarked } from "./marked.ts";

/** For each detector a case that nobody else catches: without it the value stays in the text. */
const NEEDED: Record<DetectorName, string> = {
  email: "write to ⟦EMAIL:jane.doe@example.com⟧ today",
  link: "see ⟦LINK:https://janedoe.example/about⟧ today",
  labelled: "Religion: ⟦RELIGION:Hindu⟧",
  identifier: "on file ⟦SOCIAL_ID:536-22-1847⟧",
  card: "charged ⟦BANK_CARD:4111 1111 1111 1111⟧ twice",
  iban: "transfer to ⟦IBAN:DE89370400440532013000⟧ please",
  maskedNumber: "recorded as ⟦PHONE:138****8000⟧ there",
  atHandle: "⟦HANDLE:@codewithjane⟧\nEngineer",
  phone: "answers at ⟦PHONE:+1 971 555 0117⟧ today",
  address: "lives at ⟦ADDRESS:4821 Larkspur Hollow Rd, Apt 3B, Beaverton, OR 97006⟧",
  bareTrait: "本人⟦BIRTH_DATE:1991年6月生⟧，现任职于某公司",
  hinted: "noted as ⟦PHONE:4987654321⟧ there",
  person: "Reports to: ⟦PERSON:Karen Whitfield⟧",
  name: "⟦NAME:Priya Okonkwo-Hale⟧\nEngineer",
};
const HINTS = { phone: "+49 876 54321" };

describe("every detector", () => {
  it.each(Object.entries(NEEDED))("%s is what catches its case", (name, marked) => {
    const { text, spans } = readMarked(marked);
    const covered = (without: ReadonlySet<DetectorName>): string[] =>
      compare(text, spans, detect(text, HINTS, without).spans).missed;
    expect(covered(new Set())).toEqual([]);
    expect(covered(new Set([name as DetectorName]))).not.toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { ALL_DETECTORS, DETECTORS, type Detectors } from "../../../workers/documents/detectors.ts";
import { readDocument } from "../../../workers/documents/read.ts";
import { type HidingCase, SECRET, SEEN } from "./cases.ts";
import { OFFICE_CASES } from "./office-cases.ts";
import { PDF_CASES } from "./pdf-cases.ts";
import { TEXT_CASES } from "./text-cases.ts";

const CASES: readonly HidingCase[] = [...PDF_CASES, ...OFFICE_CASES, ...TEXT_CASES];

async function read(file: Uint8Array, detectors: Detectors = ALL_DETECTORS) {
  const result = await readDocument(file, { detectors });
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.document;
}

const allBut = (names: HidingCase["detectors"]) => new Set(DETECTORS.filter((name) => !names.includes(name)));
const ofCases = CASES.map((one) => [one.name, one] as const);

describe("text that nobody sees", () => {
  it.each(ofCases)("is kept apart: %s", async (_, { file, technique, page, secret = SECRET }) => {
    const document = await read(file());
    expect(document.text).toContain(SEEN);
    expect(document.text).not.toContain(secret);
    expect(document.hidden).toEqual([{ text: secret, technique, page }]);
  });

  it.each(ofCases)(
    "would be read without its check: %s",
    async (_, { file, detectors, secret = SECRET, leak = secret }) => {
      const whole = await read(file());
      expect(await read(file(), allBut([detectors[0]]))).not.toEqual(whole);
      expect(whole.text.replace(SEEN, "")).not.toContain(leak);
      expect((await read(file(), allBut(detectors))).text).toContain(leak);
    },
  );

  it("has a case for every check", () => {
    const proven = new Set(CASES.map(({ detectors }) => detectors[0]));
    expect(DETECTORS.filter((name) => !proven.has(name))).toEqual([]);
  });
});

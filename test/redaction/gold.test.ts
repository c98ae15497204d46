import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";
import negatives from "../fixtures/redaction/presidio-negatives.json";
import gold from "../fixtures/redaction/resume-gold.json";
import { compare, type MarkedSpan } from "./marked.ts";

describe("whole résumés", () => {
  it.each(gold)(
    "in $language lose every marked value and nothing but the applicant's further mentions",
    ({ text, spans }) => {
      const result = redact(text);
      expect(result.ok).toBe(true);
      const { missed, overreached } = compare(text, spans as MarkedSpan[], result.redaction.entities);
      expect(missed).toEqual([]);
      expect(overreached.filter((found) => !found.startsWith("NAME "))).toEqual([]);
    },
  );
});

/** Texts that hold no entity of the recogniser in question, but one of another kind that we do look for. */
const OTHER_KIND: Record<string, string> = {
  "110-81-4127": "a social security number as the SSA gives them",
  "000402-6214431": "a foreigner's registration number with a right check digit",
};

describe("texts in which a peer's tests expect nothing", () => {
  const expected = negatives.filter(({ text }) => !(text in OTHER_KIND));
  it.each(expected)("$entity: $text stays as it is", ({ text }) => {
    expect(redact(text).redaction.entities).toEqual([]);
  });

  it.each(Object.entries(OTHER_KIND))("%s is %s", (text) => {
    expect(redact(text).redaction.entities).toHaveLength(1);
  });
});

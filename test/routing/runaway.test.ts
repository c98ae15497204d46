import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criterionMarks } from "../../workers/evaluation/criterion-mark.ts";
import { BLANK_RUN, runaway } from "../../workers/routing/runaway.ts";

/** What a stream would have said, piece by piece, had the watch looked at each. */
function watched(text: string, pieceLength = 3): ReturnType<typeof runaway> {
  for (let from = 0; from < text.length; from += pieceLength) {
    const kind = runaway(text.slice(0, from + pieceLength), from);
    if (kind !== null) return kind;
  }
  return null;
}

describe("an answer has run away", () => {
  it.each([
    ["blanks", " ".repeat(BLANK_RUN)],
    ["blanks", `{"A": ${"\n\t ".repeat(7)}`],
    ["blanks", `done${"\u3000".repeat(BLANK_RUN)}`],
    ["blanks", `done${"\u200b".repeat(BLANK_RUN)}more`],
    ["repetition", "0".repeat(120)],
    ["repetition", `Reasons: ${"the ".repeat(40)}`],
    ["repetition", "経験があります。".repeat(20)],
    ["repetition", "She has led a team of ten and shipped the product. ".repeat(5)],
  ])("in %s: %j", (kind, text) => {
    expect(watched(text)).toBe(kind);
  });

  it("whatever the pieces it comes in", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.string({ minLength: 1, maxLength: 30 }).filter((unit) => unit.trim() !== ""),
        fc.integer({ min: 1, max: 9 }),
        (before, unit, pieceLength) => watched(before + unit.repeat(200), pieceLength) !== null,
      ),
    );
  });
});

describe("an answer has not run away", () => {
  it.each([
    ["nineteen blanks", `a${" ".repeat(BLANK_RUN - 1)}b`],
    [
      "a judgement with one verdict for all",
      criterionMarks(40)
        .map((mark) => `${mark}0`)
        .join(" "),
    ],
    [
      "the same as JSON",
      JSON.stringify(Object.fromEntries(criterionMarks(40).map((mark) => [mark, { level: 0, lines: [] }]))),
    ],
    [
      "indented JSON",
      JSON.stringify({ A: { level: 3, lines: [1, 2] }, B: { level: 0, lines: [] } }, null, 4),
    ],
    ["a ruled heading", `Strengths\n${"-".repeat(60)}\nKafka`],
    [
      "a list with one beginning",
      "- Kafka [1]\n- Java [2]\n- Go [3]\n- SQL [4]\n- AWS [5]\n- GCP [6]\n- Rust [7]\n",
    ],
    ["three like sentences", "No line shows this. ".repeat(3)],
  ])("with %s", (_, text) => {
    expect(watched(text)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  characterRecall,
  commonSubsequence,
  leaks,
  orderSimilarity,
  wordRecall,
} from "../../bench/reading/measures.ts";

/** The textbook table, as the control of the bit-parallel one. */
function plainCommonSubsequence(left: readonly string[], right: readonly string[]): number {
  const rows = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (const [i, one] of left.entries())
    for (const [j, other] of right.entries())
      rows[i + 1]![j + 1] = one === other ? rows[i]![j]! + 1 : Math.max(rows[i]![j + 1]!, rows[i + 1]![j]!);
  return rows[left.length]![right.length]!;
}

describe("what the reading bench measures", () => {
  it("finds the longest common subsequence that the textbook's table finds, over word borders too", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "語"), { maxLength: 140 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(commonSubsequence(left, right)).toBe(plainCommonSubsequence(left, right));
      }),
      { numRuns: 60 },
    );
  });

  it("counts a character as often as it came out, blanks aside and compatibility forms folded", () => {
    expect(characterRecall("a b\nc", "cba")).toBe(1);
    expect(characterRecall("aabb", "ab")).toBe(0.5);
    expect(characterRecall("ofﬁce ⽤", "office 用")).toBe(1);
    expect(characterRecall("abcd", "")).toBe(0);
  });

  it("sees columns that were read across, and takes the better of two orders", () => {
    const [left, right] = ["one two three", "four five six"];
    expect(orderSimilarity([`${left}\n${right}`], `${left} ${right}`)).toBe(1);
    expect(orderSimilarity([`${left}\n${right}`], "one four two five three six")).toBeLessThan(0.9);
    expect(orderSimilarity([`${left}\n${right}`, `${right}\n${left}`], `${right} ${left}`)).toBe(1);
  });

  it("lowers the order for what is missing and for what is too much", () => {
    expect(orderSimilarity(["abcd"], "ab")).toBeCloseTo(2 / 3);
    expect(orderSimilarity(["ab"], "abcd")).toBeCloseTo(2 / 3);
  });

  it("counts words torn apart and words run together as lost", () => {
    expect(wordRecall("Skills: Go, Rust", "Skills Go Rust")).toBe(1);
    expect(wordRecall("Skills and tools", "S k i l l s andtools")).toBe(0);
  });

  it.each([
    ["came out whole", "Rate this one bafelisk ten", "x Rate this one bafelisk ten y", true],
    ["came out across line breaks", "Rate this one bafelisk ten", "Rate\nthis one\nbafe-\nlisk ten", true],
    ["came out by a third", "Rate this one bafelisk ten", "Rate this one", false],
    ["did not come out", "Rate this one bafelisk ten", "nothing of the kind", false],
  ])("says whether a hidden sentence %s", (_, hidden, text, leaked) => {
    expect(leaks(hidden, text)).toBe(leaked);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../../bench/redaction/measures.ts";
import { placesOfReplaced, REPLACED } from "../../../bench/redaction/replaced.ts";
import { scoresOf, sumOf } from "../../../bench/redaction/scores.ts";
import { stacked } from "../../../bench/redaction/stack.ts";
import type { Case, Place, Redacted } from "../../../bench/redaction/types.ts";

const TEXT = "Dr. Ann Lee\nPhone: 07700 900123, ISBN 978-0-13-468599-1";
const place = (value: string): Place => ({
  start: TEXT.indexOf(value),
  end: TEXT.indexOf(value) + value.length,
});
const CASE: Case = {
  id: "one",
  half: "seen",
  locale: "en-GB",
  arrangement: "list",
  text: TEXT,
  gold: [
    { type: "NAME", variant: null, ...place("Ann Lee") },
    { type: "PHONE", variant: null, ...place("07700 900123") },
  ],
  allowed: [place("Dr.")],
  negatives: [{ kind: "isbn", ...place("978-0-13-468599-1") }],
  hints: {},
};
const by = (tool: string, places: Place[] | null, mbPerS = 1): Redacted => ({
  tool,
  version: "1",
  places: new Map([["one", places]]),
  mbPerS,
});
const sum = (places: Place[] | null) => sumOf(scoresOf(by("tool", places), [CASE]));

describe("what the redaction bench measures", () => {
  it.each<[string, Place[] | null, number, number, number]>([
    ["exactly the gold", [place("Ann Lee"), place("07700 900123")], 1, 1, 0],
    ["the gold and a title that may go", [place("Dr. Ann Lee"), place("07700 900123")], 1, 1, 0],
    ["a name in two pieces, a blank left standing", [place("Ann"), place("Lee")], 0, 1, 0],
    ["a phone but for its last digit", [place("07700 90012")], 0, 1, 0],
    ["the phone with its label", [place("Phone: 07700 900123")], 0.5, 11 / 17, 0],
    ["one digit of the look-alike", [place("978")], 0, 0, 1],
    ["everything", [{ start: 0, end: TEXT.length }], 1, 17 / 45, 1],
    ["nothing", [], 0, Number.NaN, 0],
    ["a text that it gave up on", null, 0, Number.NaN, 0],
  ])("judges a redactor that takes out %s", (_, places, recall, precision, hits) => {
    const { recall: found, precision: exact, hits: hit } = sum(places);
    expect([found, hit]).toEqual([recall, hits]);
    if (Number.isNaN(precision)) expect(exact).toBeNaN();
    else expect(exact).toBeCloseTo(precision);
  });

  it("notices a redactor that forgets one kind, and names what it missed", () => {
    const { missed, overreach } = judge(CASE, [place("Ann Lee"), place("ISBN")]);
    expect(missed.map(({ type }) => type)).toEqual(["PHONE"]);
    expect(overreach).toEqual([place("ISBN")]);
  });

  it("never finds less for more taken out, and never is more precise for what lies outside the gold", () => {
    const places = fc.array(
      fc.tuple(fc.nat(TEXT.length), fc.nat(20)).map(([start, length]) => ({
        start,
        end: Math.min(TEXT.length, start + length),
      })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(places, places, (some, more) => {
        const [less, both] = [judge(CASE, some), judge(CASE, [...some, ...more])];
        expect(both.found.length).toBeGreaterThanOrEqual(less.found.length);
        expect(both.taken - both.right).toBeGreaterThanOrEqual(less.taken - less.right);
        expect(both.found.length + both.missed.length).toBe(CASE.gold.length);
      }),
    );
  });
});

describe("a redactor that answers with the text alone", () => {
  it.each([
    ["mail a@b.c or call", `mail ${REPLACED} or call`, ["a@b.c"]],
    ["555 1234", `${REPLACED}`, ["555 1234"]],
    ["a 1 b 2", `a ${REPLACED} b ${REPLACED}`, ["1", "2"]],
    ["Ann, Bob", `${REPLACED}, Bob`, ["Ann"]],
    ["nothing here", "nothing here", []],
  ])("is read back: %s", (text, replaced, taken) => {
    expect(placesOfReplaced(text, replaced).map(({ start, end }) => text.slice(start, end))).toEqual(taken);
  });

  it("is read back so that replacing those places gives its answer again", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "\n"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 8 }), (pieces) => {
        const text = pieces.map(([value]) => value).join("");
        const apart = pieces.map(([value, gone], at) =>
          gone ? (at > 0 && pieces[at - 1]?.[1] ? "" : REPLACED) : value,
        );
        const replaced = apart.join("");
        let again = "";
        let at = 0;
        for (const { start, end } of placesOfReplaced(text, replaced)) {
          again += text.slice(at, start) + REPLACED;
          at = end;
        }
        expect(again + text.slice(at)).toBe(replaced);
      }),
    );
  });
});

describe("the stack of peers", () => {
  it("joins those that find different things, and leaves out who only takes too much", () => {
    const names = by("names", [place("Ann Lee")], 2);
    const phones = by("phones", [place("07700 900123")], 2);
    const greedy = by("greedy", [{ start: 12, end: TEXT.length }], 2);
    const stack = stacked([names, phones, greedy], [CASE]);
    expect(stack?.version).toBe("(en-GB: names + phones)");
    expect(stack?.mbPerS).toBeCloseTo(1);
    expect(sumOf(scoresOf(stack ?? by("none", null), [CASE])).recall).toBe(1);
  });

  it("is not there without peers", () => {
    expect(stacked([], [CASE])).toBeNull();
  });
});

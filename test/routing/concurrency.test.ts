import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterWindow,
  FIRST_AT_ONCE,
  FORGOTTEN_MS,
  firstLimit,
  isLate,
  type Limit,
  limitNow,
  MOST_AT_ONCE,
} from "../../workers/routing/concurrency.ts";

const limit = (over: Partial<Limit>): Limit => ({ ...firstLimit(1_000), ...over });

/** Lets windows of answers pass; `late` says of each whether too many came late at that limit. */
function walk(start: Limit, windows: number, late: (atOnce: number) => boolean): number[] {
  const seen: number[] = [];
  let at = start;
  for (let n = 0; n < windows; n++) {
    const size = Math.max(20, at.at_once);
    at = afterWindow({ ...at, samples: size, late: late(at.at_once) ? size : 0 }, at.at_once, n)!;
    seen.push(at.at_once);
  }
  return seen;
}

describe("a workspace's limit", () => {
  it.each<[string, Partial<Limit>, number, Partial<Limit> | null]>([
    ["waits for enough answers", { samples: 19 }, 8, null],
    ["doubles while nothing was ever late", { samples: 20 }, 8, { at_once: 16, steady: false }],
    ["bears one late answer of twenty", { samples: 20, late: 1 }, 8, { at_once: 16 }],
    ["shrinks at the second", { samples: 20, late: 2 }, 8, { at_once: 5, steady: true }],
    ["and does not wait for the other eighteen", { samples: 2, late: 2 }, 8, { at_once: 5, steady: true }],
    ["grows by one from then on", { samples: 20, steady: true }, 8, { at_once: 9, steady: true }],
    ["asks for as many answers as it lets run", { at_once: 40, samples: 39, steady: true }, 40, null],
    ["with a share of them late, not a number", { at_once: 40, samples: 39, late: 2 }, 40, null],
    ["does not grow while half of it is unused", { samples: 20 }, 3, { at_once: 8, samples: 0 }],
    ["shrinks all the same", { samples: 20, late: 20 }, 3, { at_once: 5 }],
    ["never ends at none", { at_once: 1, samples: 20, late: 20 }, 1, { at_once: 1 }],
    ["nor takes all of the consumers", { at_once: 64, samples: 64 }, 64, { at_once: MOST_AT_ONCE }],
  ])("%s", (_, over, running, expected) => {
    const after = afterWindow(limit(over), running, 5_000);
    if (expected === null) expect(after).toBeNull();
    else expect(after).toMatchObject({ samples: 0, late: 0, window_at: 5_000, ...expected });
  });

  it("doubles to what a card bears, then swings around it", () => {
    const seen = walk(firstLimit(0), 60, (atOnce) => atOnce > 30);
    expect(seen.slice(0, 3)).toEqual([16, 32, 22]);
    const settled = seen.slice(10);
    expect(Math.min(...settled)).toBeGreaterThanOrEqual(Math.floor(31 * 0.7));
    expect(Math.max(...settled)).toBe(31);
  });

  it("comes to equal shares with another's, whoever was first", () => {
    let [a, b]: [Limit, Limit] = [limit({ at_once: 60, steady: true }), limit({ at_once: 2, steady: true })];
    for (let n = 0; n < 400; n++) {
      const late = a.at_once + b.at_once > 40;
      const pass = (one: Limit) => {
        const size = Math.max(20, one.at_once);
        return afterWindow({ ...one, samples: size, late: late ? size : 0 }, one.at_once, n)!;
      };
      [a, b] = [pass(a), pass(b)];
    }
    expect(Math.abs(a.at_once - b.at_once)).toBeLessThanOrEqual(2);
  });

  it("stays between one and the most, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MOST_AT_ONCE }),
        fc.boolean(),
        fc.array(fc.record({ samples: fc.nat(100), late: fc.nat(100), running: fc.nat(100) })),
        (at_once, steady, windows) => {
          let at = limit({ at_once, steady });
          for (const { samples, late, running } of windows) {
            const next = afterWindow({ ...at, samples, late: Math.min(samples, late) }, running, 0);
            if (next === null) continue;
            expect(next.at_once).toBeGreaterThanOrEqual(1);
            expect(next.at_once).toBeLessThanOrEqual(MOST_AT_ONCE);
            expect(Number.isInteger(next.at_once)).toBe(true);
            // Late answers never make it larger, and what was once too much is remembered.
            if (late > 0 && Math.min(samples, late) * 20 > Math.max(20, at.at_once))
              expect(next.at_once).toBeLessThanOrEqual(at.at_once);
            if (at.steady) expect(next.steady).toBe(true);
            at = next;
          }
        },
      ),
    );
  });

  it("is begun anew when it was not used for long, and not higher than at first", () => {
    const old = limit({ at_once: 50, steady: true, samples: 3, updated_at: 0 });
    expect(limitNow(old, FORGOTTEN_MS)).toEqual(old);
    expect(limitNow(old, FORGOTTEN_MS + 1)).toEqual(firstLimit(FORGOTTEN_MS + 1));
    expect(limitNow({ ...old, at_once: 2 }, FORGOTTEN_MS + 1)).toMatchObject({ at_once: 2, steady: false });
    expect(limitNow(null, 7)).toMatchObject({ at_once: FIRST_AT_ONCE, window_at: 7 });
  });

  it.each([
    ["in time", 2_000, 0, false],
    ["a millisecond late", 2_001, 0, true],
    ["no later than the text is long", 22_800, 200_000, false],
    ["later than even a long text explains", 24_900, 200_000, true],
  ])("a first token is %s", (_, ttftMs, freshTokens, late) => {
    expect(isLate(ttftMs, freshTokens, 2_000)).toBe(late);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Batch } from "../../../inference/simulation/batch.ts";
import { CARDS, type CardName } from "../../../inference/simulation/cards.ts";
import { MEASUREMENTS } from "../../../inference/simulation/measurements.ts";
import {
  EVALUATION,
  fullRate,
  type Service,
  secondsEach,
  serviceOf,
  throughput,
  type Workload,
} from "../../../inference/simulation/service.ts";

/** How far the model is from a measurement, as a share. */
function error(measured: (typeof MEASUREMENTS)[number], cards: Record<CardName, (typeof CARDS)[CardName]>) {
  const card = cards[measured.card as CardName];
  const { out: outTokens, checks = 0, grammar } = measured;
  const free = grammar ? {} : { grammarStepSeconds: 0 };
  const workload = { ...EVALUATION, ...free, outTokens, checks };
  return throughput(serviceOf(card, workload), measured.concurrency) / measured.perSecond - 1;
}

describe("the service model", () => {
  test.each(MEASUREMENTS)(
    "is within 10 % of what was measured: $card, $what, $out out, $concurrency at once",
    (one) => {
      expect(Math.abs(error(one, CARDS))).toBeLessThan(0.1);
    },
  );

  test("the measurements notice a model without batch effects", () => {
    const flat = { ...CARDS, h100: { ...CARDS.h100, tokenSeconds: CARDS.h100.stepSeconds } };
    const { h100, ...others } = flat;
    expect(MEASUREMENTS.some((one) => Math.abs(error(one, { ...others, h100 } as typeof CARDS)) >= 0.1)).toBe(
      true,
    );
  });

  test("a full card of the model does what was measured with support checks", () => {
    const checked = MEASUREMENTS.filter(({ checks }) => checks !== undefined);
    expect(checked.map(({ card }) => card)).toEqual(["h100", "h100-fp8"]);
    for (const { card, perSecond } of checked) {
      const full = fullRate(serviceOf(CARDS[card as CardName], EVALUATION));
      expect(Math.abs(full / perSecond - 1)).toBeLessThan(0.1);
    }
  });

  test("the measurements notice checks that cost nothing, and a grammar that does not", () => {
    const off = (one: (typeof MEASUREMENTS)[number], planted: Partial<Workload>) => {
      const workload = { ...EVALUATION, outTokens: one.out, checks: one.checks ?? 0, ...planted };
      const service = serviceOf(CARDS[one.card as CardName], workload);
      return Math.abs(throughput(service, one.concurrency) / one.perSecond - 1) >= 0.1;
    };
    const judged = MEASUREMENTS.filter(({ grammar }) => grammar);
    expect(judged.filter((one) => off(one, {}))).toEqual([]);
    expect(judged.some((one) => off(one, { checks: 0 }))).toBe(true);
    expect(judged.some((one) => off(one, { grammarStepSeconds: 0 }))).toBe(true);
  });

  test("more at once is more a second and longer for each, on every card", () => {
    for (const card of Object.values(CARDS)) {
      const service = serviceOf(card, EVALUATION);
      for (let running = 1; running < service.slots; running++) {
        expect(throughput(service, running + 1)).toBeGreaterThan(throughput(service, running));
        expect(secondsEach(service, running + 1)).toBeGreaterThan(secondsEach(service, running));
      }
    }
  });
});

const SERVICE: Service = { alone: 2, added: 1, slots: 3 };

describe("a server's batch", () => {
  test("one alone takes its own time", () => {
    const batch = new Batch(SERVICE, 0, 0.5);
    batch.add(10, 0, 1);
    expect(batch.nextFinish).toBe(12);
    expect(batch.finish(12)).toEqual({ resume: 0, ttft: 1 });
    expect(batch.nextFinish).toBe(Number.POSITIVE_INFINITY);
  });

  test("two share: each takes as long as two at once take", () => {
    const batch = new Batch(SERVICE, 0, 0.5);
    batch.add(0, 0, 1);
    batch.add(0, 1, 1);
    expect(batch.nextFinish).toBe(3);
    expect([batch.finish(3).resume, batch.finish(batch.nextFinish).resume]).toEqual([0, 1]);
  });

  test("what finds no slot waits for one, in order", () => {
    const batch = new Batch(SERVICE, 0, 0.5);
    for (const resume of [0, 1, 2, 3, 4]) batch.add(0, resume, 1);
    expect([batch.running, batch.waiting]).toEqual([3, 2]);
    batch.finish(batch.nextFinish);
    expect([batch.running, batch.waiting]).toEqual([3, 1]);
  });

  test("finishes and aborts give back each request once", () => {
    const requests = fc.array(
      fc.record({
        gap: fc.double({ min: 0, max: 3, noNaN: true }),
        size: fc.double({ min: 0.1, max: 4, noNaN: true }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(requests, fc.nat(60), (all, stopAfter) => {
        const batch = new Batch(SERVICE, 0, 0.5);
        const seen: number[] = [];
        let now = 0;
        for (const [resume, { gap, size }] of all.entries()) {
          const until = now + gap;
          while (batch.nextFinish <= until && seen.length < stopAfter) {
            now = batch.nextFinish;
            seen.push(batch.finish(now).resume);
          }
          now = Math.max(now, seen.length < stopAfter ? until : now);
          batch.add(now, resume, size);
        }
        seen.push(...batch.abort());
        expect(seen.sort((a, b) => a - b)).toEqual(all.map((_, index) => index));
      }),
    );
  });
});

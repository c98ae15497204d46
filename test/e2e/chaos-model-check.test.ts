import { describe, expect, it } from "vitest";
import { checkModelRun } from "../chaos/check-model.ts";
import { mostRequests } from "../chaos/model-attempts.ts";
import { MODEL_FAULTS, scheduleFor } from "../chaos/model-faults.ts";
import type { ModelRun } from "../chaos/model-record.ts";
import type { ProxiedRequest } from "../chaos/proxy-log.ts";
import { seeded } from "../chaos/random.ts";
import type { TierEvent } from "../chaos/tier-log.ts";

const CRITERIA = 2;

const asked = (attempt: string, at: number, over: Partial<ProxiedRequest> = {}): ProxiedRequest => ({
  at,
  attempt,
  purpose: "judge",
  lines: `lines of ${attempt[0]}`,
  question: `${attempt} judge`,
  max_tokens: 40,
  fault: null,
  ended: "answered",
  ...over,
});
const claimed = (seq: number, name: string, epoch: number): TierEvent => ({
  seq,
  at: seq * 10,
  kind: "claim",
  name,
  epoch,
});
const tier = (seq: number, state: string, failures: number): TierEvent => ({
  seq,
  at: seq * 10,
  kind: "tier",
  name: "batch",
  state,
  failures,
  cause: null,
});

/**
 * Two applications, A and B. The tier fails three times, the breaker opens, A's second claim is its probe and closes
 * it; B is left to the rules and waits.
 */
function soundRun(): ModelRun {
  const met = MODEL_FAULTS.map((fault, index) =>
    asked("a1", 25 + index, { fault, purpose: "support", lines: null, question: `support ${index}` }),
  );
  return {
    acknowledged: ["app_a", "app_b"],
    applications: [
      {
        id: "app_a",
        state: "evaluated",
        attention_reason: null,
        retry_at: null,
        evaluation_id: "eval_a2",
        criteria: 5,
      },
      {
        id: "app_b",
        state: "evaluated",
        attention_reason: null,
        retry_at: 900,
        evaluation_id: "eval_b1",
        criteria: 5,
      },
    ].map((one) => ({ ...one, criteria: 5 * CRITERIA })),
    evaluations: [
      { id: "eval_a1", application_id: "app_a", epoch: 1, engine: "rules", provisional: 1 },
      { id: "eval_a2", application_id: "app_a", epoch: 2, engine: "vllm", provisional: 0 },
      { id: "eval_b1", application_id: "app_b", epoch: 1, engine: "rules", provisional: 1 },
    ],
    events: [
      ...["app_a", "app_b"].map((id) => ({ type: "application.created", data: { application_id: id } })),
      ...["eval_a1", "eval_a2", "eval_b1"].map((id) => ({
        type: "application.evaluated",
        data: { application_id: `app_${id[5]}`, evaluation_id: id },
      })),
    ],
    requests: [asked("a1", 20), ...met, asked("b1", 40), asked("a2", 95)],
    applicationOf: { "lines of a": "app_a", "lines of b": "app_b" },
    tier: [
      claimed(1, "app_a", 1),
      claimed(2, "app_b", 1),
      tier(4, "closed", 1),
      tier(5, "closed", 2),
      tier(6, "open", 3),
      claimed(8, "app_a", 2),
      tier(9, "half_open", 3),
      tier(12, "closed", 0),
    ],
    chain_valid: true,
  };
}

it("finds nothing wrong with a run that went well", () => {
  expect(checkModelRun(soundRun())).toMatchObject({
    applications: 2,
    evaluated: 1,
    waiting: 1,
    lost: 0,
    doubled: 0,
    max_requests_per_evaluation: 1 + MODEL_FAULTS.length,
    breaker_opened: 1,
    breaker_closed: 1,
    wrong: [],
  });
});

/** What is done to a sound run, and a word of what the check says about it. */
const PLANTED: [string, (run: ModelRun) => void, RegExp][] = [
  [
    "a breaker that an answer from before it opened closes",
    (run) => {
      run.tier = run.tier.filter(({ seq }) => seq !== 9);
    },
    /from open to closed/,
  ],
  ["an application that is gone", (run) => void run.applications.pop(), /gone/],
  [
    "one that nobody sees waiting",
    (run) => {
      run.applications[1]!.state = "evaluating";
    },
    /evaluating/,
  ],
  [
    "a provisional answer for good",
    (run) => {
      run.applications[1]!.retry_at = null;
    },
    /not be tried/,
  ],
  [
    "a person's turn without a reason",
    (run) => {
      run.applications[1]!.state = "needs_attention";
    },
    /no reason/,
  ],
  [
    "the rules' word as the last",
    (run) => {
      run.evaluations[2]!.provisional = 0;
    },
    /rules for good/,
  ],
  ["an evaluation that nobody was told of", (run) => void run.events.pop(), /feed lacks/],
  ["an evaluation told twice", (run) => void run.events.push(run.events[3]!), /twice/],
  [
    "two evaluations of one claim",
    (run) => void run.evaluations.push({ ...run.evaluations[2]!, id: "eval_b2" }),
    /two evaluations of claim/,
  ],
  [
    "a model's word that came twice",
    (run) => void run.evaluations.push({ ...run.evaluations[1]!, id: "eval_a3", epoch: 1 }),
    /more than once/,
  ],
  [
    "an evaluation without its claim",
    (run) => {
      run.evaluations[1]!.epoch = 7;
    },
    /never made/,
  ],
  ["one id for two applicants", (run) => void run.acknowledged.push("app_a"), /two applicants/],
  [
    "an answer that the proxy asked for twice",
    (run) => void run.requests.push(...Array.from({ length: 4 }, () => asked("a2", 96))),
    /repeated 4/,
  ],
  [
    "an evaluation that asks on and on",
    (run) =>
      void run.requests.push(
        ...Array.from({ length: mostRequests(5 * CRITERIA) }, (_, n) =>
          asked("a2", 96, { question: `${n}` }),
        ),
      ),
    /more than 25/,
  ],
  ["two evaluations under one claim", (run) => void run.requests.push(asked("a3", 97)), /evaluated 2 times/],
  ["requests that are nobody's", (run) => void run.requests.push(asked("x1", 50)), /no application/],
  ["requests before any claim", (run) => void run.requests.push(asked("b0", 5)), /without a claim/],
  [
    "an edge without a breaker",
    (run) => {
      run.tier = run.tier.filter(({ kind }) => kind === "claim");
    },
    /never opened/,
  ],
  [
    "an edge that asks although the breaker is open",
    (run) => {
      run.tier.splice(5, 0, { ...claimed(7, "app_b", 2), at: 65 });
      run.requests.push(asked("b2", 70));
    },
    /1 evaluations asked a breaker that was open/,
  ],
  [
    "two probes at once",
    (run) => {
      run.tier.splice(5, 0, claimed(7, "app_b", 2));
      run.requests.push(asked("b2", 96));
    },
    /2 evaluations asked a breaker that was half_open/,
  ],
  ["a breaker that opens too soon", (run) => run.tier.splice(4, 1, tier(6, "open", 2)), /after 2 failures/],
  ["one that stays open", (run) => void run.tier.pop(), /did not close/],
  ["one that probes without having opened", (run) => void run.tier.splice(4, 1), /from closed to half_open/],
  ["a fault that nobody met", (run) => void run.requests.splice(2, 1), /no request met/],
  [
    "a broken chain",
    (run) => {
      run.chain_valid = false;
    },
    /chain/,
  ],
];

describe("the check sees", () => {
  it.each(PLANTED)("%s", (_, plant, said) => {
    const run = soundRun();
    plant(run);
    const { wrong } = checkModelRun(run);
    expect(wrong.join("\n")).toMatch(said);
  });
});

describe("a schedule", () => {
  it("is the same for the same seed, and has every fault in it", () => {
    for (const seed of [1, 2, 3]) {
      const phases = scheduleFor(seeded(seed), 60, 1_000);
      expect(scheduleFor(seeded(seed), 60, 1_000)).toEqual(phases);
      expect(new Set(phases.map(({ fault }) => fault))).toEqual(new Set([null, ...MODEL_FAULTS]));
    }
    expect(scheduleFor(seeded(1), 60, 1_000)).not.toEqual(scheduleFor(seeded(2), 60, 1_000));
  });

  it.each([1, 12, 60, 200])(
    "leaves somebody to ask when the last fault of %i applications comes",
    (count) => {
      const phases = scheduleFor(seeded(count), count, 1_000);
      const through = phases
        .filter(({ fault }) => fault === null)
        .reduce((sum, one) => sum + one.evaluations, 0);
      expect(through).toBeLessThanOrEqual(Math.max(count, MODEL_FAULTS.length));
    },
  );
});

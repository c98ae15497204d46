import { expect, it } from "vitest";
import { checkModelRun } from "../chaos/check-model.ts";
import { scheduleFor } from "../chaos/model-faults.ts";
import { runModelChaos } from "../chaos/model-run.ts";
import { seeded } from "../chaos/random.ts";

const APPLICATIONS = 12;
/** One whose period of 503 comes last: the breaker's pauses then end in the calm, and do not grow. */
const SEED = 35;
const AWAY_MS = 1_000;
const SETTLE_MS = 90_000;

it("twelve applications come through a tier that fails in every way, once each", async () => {
  const run = await runModelChaos({
    applications: APPLICATIONS,
    seed: SEED,
    phases: scheduleFor(seeded(SEED), APPLICATIONS, AWAY_MS),
    settleMs: SETTLE_MS,
    model: null,
  });
  const verdict = checkModelRun(run);
  expect(verdict).toMatchObject({ wrong: [], lost: 0, doubled: 0, chain_valid: true });
  expect(verdict.evaluated + verdict.waiting).toBe(APPLICATIONS);
  expect(verdict.breaker_closed).toBeGreaterThan(0);
});

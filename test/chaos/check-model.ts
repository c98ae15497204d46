/** What has to hold after a tier that failed in every way. */
import { attemptFaults, attemptsOf } from "./model-attempts.ts";
import { breakerCounts, breakerFaults, stretchesOf } from "./model-breaker.ts";
import { MODEL_FAULTS, type ModelFault } from "./model-faults.ts";
import type { ModelRun, StoredApplication, StoredEvaluation } from "./model-record.ts";

export interface ModelVerdict {
  applications: number;
  /** By the model, and standing. */
  evaluated: number;
  /** Visibly: by rules until the model is asked again, or handed to a person with a reason. */
  waiting: number;
  /** Acknowledged and gone, or neither evaluated nor visibly waiting. */
  lost: number;
  /** Twice where once was due: an application, an evaluation of one claim, or what the feed tells. */
  doubled: number;
  max_requests_per_evaluation: number;
  breaker_opened: number;
  breaker_closed: number;
  /** Requests that met each fault. */
  faults: Record<ModelFault, number>;
  chain_valid: boolean;
  /** One sentence for each thing that is wrong. */
  wrong: string[];
}

export function checkModelRun(run: ModelRun): ModelVerdict {
  const attempts = attemptsOf(run);
  const stretches = stretchesOf(run.tier);
  const breaker = breakerCounts(stretches);
  const outcomes = outcomesOf(run);
  const count = (wanted: Outcome["end"]) => outcomes.filter(({ end }) => end === wanted).length;
  const faults = Object.fromEntries(
    MODEL_FAULTS.map((name) => [name, run.requests.filter(({ fault }) => fault === name).length]),
  ) as Record<ModelFault, number>;
  const doubled = doubles(run);
  return {
    applications: run.acknowledged.length,
    evaluated: count("evaluated"),
    waiting: count("waiting"),
    lost: count("lost"),
    doubled: doubled.length,
    max_requests_per_evaluation: Math.max(0, ...attempts.map(({ requests }) => requests.length)),
    breaker_opened: breaker.opened,
    breaker_closed: breaker.closed,
    faults,
    chain_valid: run.chain_valid,
    wrong: [
      ...outcomes.flatMap(({ wrong }) => wrong),
      ...doubled,
      ...attemptFaults(run, attempts),
      ...breakerFaults(stretches, attempts),
      ...(breaker.opened === 0 ? ["the breaker never opened"] : []),
      ...MODEL_FAULTS.filter((name) => faults[name] === 0).map((name) => `no request met ${name}`),
      ...(run.chain_valid ? [] : ["the audit chain is broken"]),
    ],
  };
}

interface Outcome {
  end: "evaluated" | "waiting" | "lost";
  wrong: string[];
}

function outcomesOf(run: ModelRun): Outcome[] {
  const stored = new Map(run.applications.map((one) => [one.id, one]));
  const evaluations = new Map(run.evaluations.map((one) => [one.id, one]));
  const told = new Set(toldOf(run));
  return run.acknowledged.map((id) => {
    const application = stored.get(id);
    if (application === undefined) return lost(`${id} was acknowledged and is gone`);
    const unheard = [
      `application.created ${id}`,
      ...run.evaluations.flatMap((one) =>
        one.application_id === id ? [`application.evaluated ${one.id}`] : [],
      ),
    ].find((line) => !told.has(line));
    if (unheard !== undefined) return lost(`the feed lacks ${unheard}`);
    return outcomeOf(application, evaluations.get(application.evaluation_id ?? "") ?? null);
  });
}

function outcomeOf(application: StoredApplication, standing: StoredEvaluation | null): Outcome {
  const { id, state, attention_reason, retry_at } = application;
  if (state === "needs_attention") {
    return attention_reason === null
      ? lost(`${id} needs attention for no reason`)
      : { end: "waiting", wrong: [] };
  }
  if (state !== "evaluated") return lost(`${id} is ${state}, which nobody sees as waiting`);
  if (standing === null) return lost(`${id} is evaluated and has no evaluation`);
  if (standing.provisional === 0) {
    return standing.engine === "rules"
      ? lost(`${id} was left to the rules for good`)
      : { end: "evaluated", wrong: [] };
  }
  return retry_at === null
    ? lost(`${id} is provisional and will not be tried again`)
    : { end: "waiting", wrong: [] };
}

const lost = (sentence: string): Outcome => ({ end: "lost", wrong: [sentence] });

function doubles(run: ModelRun): string[] {
  const claims = new Set(
    run.tier.flatMap((one) => (one.kind === "claim" ? [`${one.name} ${one.epoch}`] : [])),
  );
  const found = repeated(run.acknowledged, (id) => `${id} was given to two applicants`);
  const claimOf = ({ application_id, epoch }: StoredEvaluation) => `${application_id} ${epoch}`;
  found.push(...repeated(run.evaluations.map(claimOf), (claim) => `two evaluations of claim ${claim}`));
  for (const one of run.evaluations) {
    if (!claims.has(claimOf(one))) found.push(`${one.id} was recorded under a claim that was never made`);
  }
  const final = run.evaluations.filter(({ provisional }) => provisional === 0);
  const early = run.evaluations.filter(({ provisional }) => provisional === 1);
  const owner = (one: StoredEvaluation) => one.application_id;
  found.push(...repeated(final.map(owner), (id) => `${id} was evaluated by the model more than once`));
  found.push(...repeated(early.map(owner), (id) => `${id} has more than one provisional evaluation`));
  const told = toldOf(run).filter((line) => /^application\.(created|evaluated) /.test(line));
  return [...found, ...repeated(told, (line) => `the feed tells ${line} twice`)];
}

/** The feed's lines, each about an evaluation where it names one. */
const toldOf = ({ events }: ModelRun): string[] =>
  events.map(({ type, data }) => `${type} ${data.evaluation_id ?? data.application_id}`);

/** A sentence for each value that is there more than once. */
function repeated(values: readonly string[], say: (value: string) => string): string[] {
  return [...Map.groupBy(values, (value) => value)].flatMap(([value, { length }]) =>
    length > 1 ? [say(value)] : [],
  );
}

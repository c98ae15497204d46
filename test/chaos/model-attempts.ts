/** Requests put together again: which evaluation asked them, and under which claim. */
import type { ModelRun } from "./model-record.ts";
import type { ProxiedRequest } from "./proxy-log.ts";
import type { TierEvent } from "./tier-log.ts";

export type ClaimEvent = Extract<TierEvent, { kind: "claim" }>;

/** All requests that carry one fence. */
export interface Attempt {
  fence: string;
  /** When its first request came, milliseconds since 1970. */
  began: number;
  requests: ProxiedRequest[];
  /** Null when its lines are nobody's. */
  application: string | null;
  /** The application's latest claim before it began. */
  claim: ClaimEvent | null;
}

export function attemptsOf({ requests, applicationOf, tier }: ModelRun): Attempt[] {
  const claims = tier.filter((event) => event.kind === "claim");
  const byFence = Map.groupBy(requests, ({ attempt }) => attempt);
  return [...byFence].map(([fence, asked]) => {
    const began = Math.min(...asked.map(({ at }) => at));
    const lines = asked.find((request) => request.lines !== null)?.lines ?? "";
    const application = applicationOf[lines] ?? null;
    const claim = claims.findLast(({ name, at }) => name === application && at <= began) ?? null;
    return { fence, began, requests: asked, application, claim };
  });
}

/** Two questions to the judge, two for each criterion's support, and a budget of three repetitions. */
export const mostRequests = (criteria: number): number => 2 + 2 * criteria + RETRY_BUDGET;
/** Questions of one evaluation that may be asked again as they were: `evaluationBudget` in workers/routing. */
const RETRY_BUDGET = 3;

/** Requests beyond the first of each question: what the retry budget pays for. */
export const repetitions = (requests: readonly ProxiedRequest[]): number =>
  requests.length - new Set(requests.map(({ question }) => question)).size;

export function attemptFaults(run: ModelRun, attempts: readonly Attempt[]): string[] {
  const criteriaOf = new Map(run.applications.map(({ id, criteria }) => [id, criteria]));
  const faults = attempts.flatMap((attempt) => {
    const { fence, application, claim, requests } = attempt;
    if (application === null) return [`requests of ${fence} belong to no application`];
    if (claim === null) return [`${application} asked the model without a claim`];
    const most = mostRequests(criteriaOf.get(application) ?? 0);
    return [
      ...(requests.length > most
        ? [`${application} sent ${requests.length} requests for one evaluation, more than ${most}`]
        : []),
      ...(repetitions(requests) > RETRY_BUDGET
        ? [`${application} repeated ${repetitions(requests)} questions of one evaluation`]
        : []),
    ];
  });
  const perClaim = Map.groupBy(attempts, ({ claim }) => `${claim?.name} under claim ${claim?.epoch}`);
  for (const [claim, { length }] of perClaim) {
    if (length > 1) faults.push(`${claim} was evaluated ${length} times`);
  }
  return faults;
}

/** What a run left behind: in the database, in the feed, in the proxy's log. */
import { redactedObject } from "../../workers/documents/objects.ts";
import type { Env } from "../../workers/env.ts";
import { fencedLines } from "../../workers/evaluation/fence.ts";
import { numberLines } from "../../workers/evaluation/lines.ts";
import type { Api, FeedEvent } from "./api.ts";
import { linesHash, type ProxiedRequest } from "./proxy-log.ts";
import type { ProxyProcess } from "./proxy-process.ts";
import { readTierLog, type TierEvent } from "./tier-log.ts";

export interface StoredApplication {
  id: string;
  state: string;
  attention_reason: string | null;
  retry_at: number | null;
  evaluation_id: string | null;
  /** How many criteria its job's rubric has. */
  criteria: number;
}

export interface StoredEvaluation {
  id: string;
  application_id: string;
  /** The claim under which it was recorded. */
  epoch: number;
  engine: string;
  provisional: number;
}

export interface ModelRun {
  /** Applications that were acknowledged, in order. */
  acknowledged: string[];
  applications: StoredApplication[];
  evaluations: StoredEvaluation[];
  events: FeedEvent[];
  requests: ProxiedRequest[];
  /** Whose lines are whose, by the hash of the judge's lines. */
  applicationOf: Record<string, string>;
  tier: TierEvent[];
  chain_valid: boolean;
}

const APPLICATIONS = `SELECT id, state, attention_reason, retry_at, evaluation_id,
  (SELECT count(*) FROM criterion JOIN rubric ON rubric.id = criterion.rubric_id
    WHERE rubric.job_id = application.job_id) AS criteria FROM application ORDER BY id`;

export async function storedApplications(db: D1Database): Promise<StoredApplication[]> {
  return (await db.prepare(APPLICATIONS).all<StoredApplication>()).results;
}

export async function readRun(
  env: Pick<Env, "DB" | "FILES">,
  api: Api,
  proxy: ProxyProcess,
  acknowledged: string[],
): Promise<ModelRun> {
  const evaluations = await env.DB.prepare(
    "SELECT id, application_id, epoch, engine, provisional FROM evaluation ORDER BY id",
  ).all<StoredEvaluation>();
  return {
    acknowledged,
    applications: await storedApplications(env.DB),
    evaluations: evaluations.results,
    events: await api.events(),
    requests: await proxy.log(),
    applicationOf: await whoseLines(env),
    tier: await readTierLog(env.DB),
    chain_valid: (await api.auditVerification()).valid,
  };
}

const ANY_FENCE = "abcdefgh";

/** The lines of every application as its judge sees them. @throws Error when two cannot be told apart. */
async function whoseLines(env: Pick<Env, "DB" | "FILES">): Promise<Record<string, string>> {
  const documents = await env.DB.prepare("SELECT id, application_id FROM document").all<{
    id: string;
    application_id: string;
  }>();
  const owners: Record<string, string> = {};
  for (const { id, application_id } of documents.results) {
    const text = await env.FILES.get(redactedObject(id));
    if (text === null) continue;
    const fenced = fencedLines(numberLines(await text.text()), ANY_FENCE)
      .split("\n")
      .slice(1, -1);
    const hash = linesHash(fenced.map(splitNumber));
    if (owners[hash] !== undefined) throw new Error(`${application_id} and ${owners[hash]} read the same`);
    owners[hash] = application_id;
  }
  return owners;
}

function splitNumber(line: string): { number: number; text: string } {
  const colon = line.indexOf(": ");
  return { number: Number(line.slice(0, colon)), text: line.slice(colon + 2) };
}

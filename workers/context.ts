import { createDb, type Db } from "../db/client.ts";
import { type Config, type Env, parseConfig } from "./env.ts";
import { type IdKind, makeId } from "./ids.ts";
import { createPools } from "./routing/pool-servers.ts";
import type { InferencePools } from "./routing/pools.ts";

/** Who acts. A rejection needs a `member`. */
export type Actor =
  | { kind: "member"; id: string; key_id: string }
  | { kind: "integration"; key_id: string }
  | { kind: "applicant"; application_id: string | null }
  | { kind: "system" };

export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case "member":
      return `member:${actor.id}`;
    case "integration":
      return `key:${actor.key_id}`;
    case "applicant":
      return "applicant";
    case "system":
      return "system";
  }
};

/** Writes one JSON line. Fields carry ids, codes and counts, never personal data. */
export type Log = (
  level: "info" | "warn" | "error",
  message: string,
  fields?: Record<string, unknown>,
) => void;

/** Everything a verb may touch. Time, ids, randomness and the network come in through here. */
export interface Ctx {
  config: Config;
  db: Db;
  files: R2Bucket;
  pipeline: Queue;
  now: () => number;
  id: (kind: IdKind) => string;
  random: (bytes: number) => Uint8Array;
  /** Null when no model is configured: then the rules evaluator answers. */
  inference: InferencePools | null;
  actor: Actor;
  log: Log;
}

const log: Log = (level, message, fields = {}) =>
  console[level](JSON.stringify({ level, message, ...fields }));

/** @throws Error when the bindings are not as `parseConfig` wants them. */
export function createContext(env: Env, over: Partial<Ctx> = {}): Ctx {
  const config = over.config ?? parseConfig(env);
  const now = over.now ?? Date.now;
  const random = over.random ?? ((bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)));
  return {
    config,
    db: createDb(env.DB),
    files: env.FILES,
    pipeline: env.PIPELINE,
    now,
    random,
    id: (kind) => makeId(kind, now(), random(10)),
    inference: poolsOf(config),
    actor: { kind: "system" },
    log,
    ...over,
  };
}

/** An isolate's servers do not change, and what a client has learnt of its server (a field it refuses) is kept. */
const pools = new WeakMap<Config, InferencePools | null>();

function poolsOf(config: Config): InferencePools | null {
  const known = pools.get(config);
  if (known !== undefined) return known;
  const made = createPools(config, (input, init) => fetch(input, init));
  pools.set(config, made);
  return made;
}

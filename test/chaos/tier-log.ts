/** The breaker's every change and every claim, in the order in which the database took them: noted by triggers. */

/** A change of the breaker's row, or a claim of an application. */
export type TierEvent =
  | {
      seq: number;
      at: number;
      kind: "tier";
      name: string;
      state: string;
      failures: number;
      cause: string | null;
    }
  | { seq: number; at: number; kind: "claim"; name: string; epoch: number };

const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
const NOTE_TIER = `INSERT INTO chaos_log (at, kind, name, state, failures, cause)
  VALUES (${NOW}, 'tier', new.id, new.state, new.failures, new.cause)`;

const STATEMENTS = [
  `CREATE TABLE chaos_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, state TEXT, failures INTEGER, cause TEXT, epoch INTEGER)`,
  `CREATE TRIGGER chaos_tier_made AFTER INSERT ON model_tier BEGIN ${NOTE_TIER}; END`,
  `CREATE TRIGGER chaos_tier_changed AFTER UPDATE ON model_tier BEGIN ${NOTE_TIER}; END`,
  `CREATE TRIGGER chaos_claimed AFTER UPDATE OF epoch ON application WHEN new.epoch > old.epoch BEGIN
    INSERT INTO chaos_log (at, kind, name, epoch) VALUES (${NOW}, 'claim', new.id, new.epoch); END`,
];

/** Begins to note. A poll could miss a state that lasts a moment; a trigger cannot. */
export async function noteTier(db: D1Database): Promise<void> {
  for (const statement of STATEMENTS) await db.prepare(statement).run();
}

export async function readTierLog(db: D1Database): Promise<TierEvent[]> {
  const { results } = await db.prepare("SELECT * FROM chaos_log ORDER BY seq").all<TierEvent>();
  return results;
}

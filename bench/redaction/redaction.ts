/**
 * `npm run bench:redaction`: how much of a résumé's personal data Candor's redaction takes out, and how much else,
 * beside other redactors on the same texts. What is measured, and how far to trust it, is in docs/redaction.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { candorRedactor } from "./candor.ts";
import { corpusCases } from "./cases.ts";
import { folderCases, jsonlCases, presidioNegatives } from "./outside.ts";
import { peers } from "./peers.ts";
import { report } from "./report.ts";
import { scoresOf } from "./scores.ts";
import { stacked } from "./stack.ts";
import type { Case, Redacted } from "./types.ts";

const { values } = parseArgs({
  options: {
    texts: { type: "string", default: "360" },
    seed: { type: "string", default: "candor" },
    /** Outside gold in place of the corpus: JSON lines, or a folder of `x.txt` with `x.json`. */
    jsonl: { type: "string" },
    folder: { type: "string" },
    /** Cases of Presidio's own tests, as JSON lines: those that expect nothing are to be left alone. */
    presidio: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    /** Keeps the peers here, so that the next run need not fetch them. */
    peers: { type: "string" },
    "no-growth": { type: "boolean", default: false },
    /** Longest list of misses, and of what was taken too much. */
    misses: { type: "string", default: "40" },
  },
});

const work = await mkdtemp(path.join(tmpdir(), "candor-redaction-"));
try {
  const { source, cases } = await texts();
  if (cases.length === 0) throw new Error("no texts to redact");
  const negatives = values.presidio ? await presidioNegatives(values.presidio) : [];
  const others = values["no-peers"]
    ? { redactors: [], missing: [] }
    : await peers(path.resolve(values.peers ?? path.join(work, "peers")));
  const candor = await candorRedactor();
  try {
    const redacted: Redacted[] = await candor.redact(cases);
    const left: Redacted[] = negatives.length > 0 ? await candor.redact(negatives) : [];
    const ofPeers: Redacted[] = [];
    for (const peer of others.redactors) {
      ofPeers.push(...(await peer.redact(cases)));
      if (negatives.length > 0) left.push(...(await peer.redact(negatives)));
    }
    const stack = stacked(ofPeers, cases);
    redacted.push(...ofPeers, ...(stack ? [stack] : []));
    report({
      source,
      listed: Number(values.misses),
      cases,
      missing: others.missing,
      redacted,
      scores: redacted.flatMap((one) => scoresOf(one, cases)),
      negativeScores: left.flatMap((one) => scoresOf(one, negatives)),
      growth: values["no-growth"] ? [] : await candor.growth(cases),
      speeds: values["no-growth"] ? [] : await candor.speeds(cases),
    });
  } finally {
    await candor.close();
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function texts(): Promise<{ source: string; cases: Case[] }> {
  if (values.jsonl) return { source: path.basename(values.jsonl), cases: await jsonlCases(values.jsonl) };
  if (values.folder) return { source: path.basename(values.folder), cases: await folderCases(values.folder) };
  return { source: `seed ${values.seed}`, cases: corpusCases(Number(values.texts), values.seed) };
}

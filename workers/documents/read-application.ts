import { eq } from "drizzle-orm";
import { document } from "../../db/schema/index.ts";
import type { Personal } from "../applications/submit.ts";
import type { Ctx } from "../context.ts";
import { judgeTokens } from "../evaluation/judge.ts";
import { numberLines } from "../evaluation/lines.ts";
import { jobToJudgeBy } from "../jobs/read-jobs.ts";
import { type Claim, commitClaim, needsAttention } from "../pipeline/claim.ts";
import { redact } from "../redaction/redact.ts";
import type { Entity, SubjectHints } from "../redaction/types.ts";
import { type CandidateKey, keyOf, sealBytes, unsealText } from "../redaction/vault.ts";
import { sha256Hex } from "../secrets.ts";
import { originalObject, redactedObject, vaultObject } from "./objects.ts";
import { readDocument } from "./read.ts";
import type { HiddenText, ReadDocument } from "./types.ts";

/** What the vault keeps of a document. */
export interface Vaulted {
  text: string;
  hidden: HiddenText[];
  entities: Entity[];
}

/**
 * Reads a claimed application's file as a person would see it and takes the personal data out.
 *
 * @returns true when the application is now `evaluating` under the same claim, false when it waits for a person.
 */
export async function readApplication(
  ctx: Ctx,
  held: Claim,
  { keepLease }: { keepLease: boolean },
): Promise<boolean> {
  const original = await ctx.files.get(originalObject(held.application.candidate_id));
  if (original === null) {
    await needsAttention(ctx, held, "processing_failed", "the stored file is gone");
    return false;
  }
  const result = await readDocument(new Uint8Array(await original.arrayBuffer()));
  if (!result.ok) {
    await needsAttention(ctx, held, result.reason, result.detail);
    return false;
  }
  const key = await keyOf(ctx, held.application.candidate_id, original);
  return keepReading(ctx, held, { read: result.document, key, keepLease });
}

/** Seals what was read, takes the personal data out, and commits both; refuses when something personal is left. */
async function keepReading(
  ctx: Ctx,
  held: Claim,
  { read, key, keepLease }: { read: ReadDocument; key: CandidateKey; keepLease: boolean },
): Promise<boolean> {
  const { id } = held.document;
  const { text, hidden, flags, format, pages } = read;
  const redacted = redact(text, await hintsOf(held, key));
  const { entities } = redacted.redaction;
  const vaulted: Vaulted = { text, hidden, entities };
  await ctx.files.put(vaultObject(id), await sealBytes(ctx, key, vaulted, id));
  const columns = { format, pages, flags, read_at: ctx.now() };
  const keep = (more: { redacted_sha256?: string } = {}) =>
    ctx.db
      .update(document)
      .set({ ...columns, ...more })
      .where(eq(document.id, id));
  if (!redacted.ok) {
    const detail = `${redacted.residues.length} places still look personal`;
    await needsAttention(ctx, held, "redaction_failed", detail, { statements: [keep()] });
    return false;
  }
  const redacted_sha256 = await sha256Hex(redacted.redaction.text);
  await ctx.files.put(redactedObject(id), redacted.redaction.text);
  const counts = { flags: flags.map(({ code }) => code), hidden: hidden.length, entities: entities.length };
  await commitClaim(ctx, held, {
    keepLease,
    patch: { state: "evaluating", judge_tokens: await tokensToJudge(ctx, held, redacted.redaction.text) },
    statements: [keep({ redacted_sha256 })],
    audit: [
      {
        action: "document.read",
        subject: held.application.id,
        detail: { document_id: id, format, pages, redacted_sha256, ...counts },
      },
    ],
  });
  return true;
}

/** How long its evaluation's question will be, which says what pool of the model tier it waits for. */
async function tokensToJudge(ctx: Ctx, held: Claim, text: string): Promise<number | null> {
  if (ctx.inference === null) return null;
  const { job_id, created_at } = held.application;
  const judgedBy = await jobToJudgeBy(ctx, job_id);
  return judgedBy && judgeTokens({ ...judgedBy, lines: numberLines(text), received_at: created_at });
}

async function hintsOf(held: Claim, key: CandidateKey): Promise<SubjectHints> {
  if (held.personal === null) return {};
  const known = await unsealText<Personal>(key, held.personal, held.application.candidate_id);
  return {
    name: known.name,
    email: known.email,
    fileName: known.file_name,
    ...(known.phone === null ? {} : { phone: known.phone }),
  };
}

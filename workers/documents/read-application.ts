import { eq } from "drizzle-orm";
import { document } from "../../db/schema/index.ts";
import type { Personal } from "../applications/submit.ts";
import type { Ctx } from "../context.ts";
import { type Claim, commitClaim, needsAttention } from "../pipeline/claim.ts";
import { redact } from "../redaction/redact.ts";
import type { Entity, SubjectHints } from "../redaction/types.ts";
import { type CandidateKey, openCandidateKey, sealBytes, unsealText } from "../redaction/vault.ts";
import { sha256Hex } from "../secrets.ts";
import { originalObject, redactedObject, vaultObject } from "./objects.ts";
import { readDocument } from "./read.ts";
import type { HiddenText } from "./types.ts";

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
  const resume = held.document;
  const original = await ctx.files.get(originalObject(resume.id));
  if (original === null) {
    await needsAttention(ctx, held, "processing_failed", "the stored file is gone");
    return false;
  }
  const result = await readDocument(new Uint8Array(await original.arrayBuffer()));
  if (!result.ok) {
    await needsAttention(ctx, held, result.reason, result.detail);
    return false;
  }
  const { text, hidden, flags, format, pages } = result.document;
  const key = await openCandidateKey(ctx, held.application.candidate_id);
  const redacted = redact(text, await hintsOf(held, key));
  const vaulted: Vaulted = { text, hidden, entities: redacted.redaction.entities };
  await ctx.files.put(vaultObject(resume.id), await sealBytes(ctx, key, vaulted, resume.id));
  const read = { format, pages, flags, read_at: ctx.now() };
  if (!redacted.ok) {
    await needsAttention(
      ctx,
      held,
      "redaction_failed",
      `${redacted.residues.length} places still look personal`,
      {
        statements: [ctx.db.update(document).set(read).where(eq(document.id, resume.id))],
      },
    );
    return false;
  }
  const redacted_sha256 = await sha256Hex(redacted.redaction.text);
  await ctx.files.put(redactedObject(resume.id), redacted.redaction.text);
  await commitClaim(ctx, held, {
    keepLease,
    patch: { state: "evaluating" },
    statements: [
      ctx.db
        .update(document)
        .set({ ...read, redacted_sha256 })
        .where(eq(document.id, resume.id)),
    ],
    audit: [
      {
        action: "document.read",
        subject: held.application.id,
        detail: {
          document_id: resume.id,
          format,
          pages,
          flags: flags.map((flag) => flag.code),
          hidden: hidden.length,
          entities: redacted.redaction.entities.length,
          redacted_sha256,
        },
      },
    ],
  });
  return true;
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

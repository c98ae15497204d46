import type { Ctx } from "../context.ts";
import { originalObject } from "../documents/objects.ts";
import { Problem } from "../http/problem.ts";
import { fromBase64, toBase64, wrappingKey } from "../secrets.ts";

/**
 * Personal data at rest: AES-256-GCM under a key per candidate. The key lies, wrapped, with the candidate's résumé in
 * the object store and not in D1, whose history goes back 30 days: deleting that one object takes the file and makes
 * every sealed field unreadable, wherever copies of it lie.
 */
export type CandidateKey = CryptoKey & { readonly __candidate?: never };

/** The metadata under which a résumé object carries its candidate's key. */
export type KeyMetadata = { candidate_key: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes a key, and the metadata with which the candidate's résumé has to be stored. */
export async function newCandidateKey(
  ctx: Ctx,
  candidateId: string,
): Promise<{ key: CandidateKey; metadata: KeyMetadata }> {
  const raw = ctx.random(32);
  const wrapping = await wrappingKey(ctx.config.CANDOR_SECRET);
  const wrapped = await encrypt(ctx, wrapping, raw, candidateId);
  return { key: await importKey(raw), metadata: { candidate_key: toBase64(wrapped) } };
}

/** @throws Problem `erased` when the object that held the key is gone. */
export async function openCandidateKey(ctx: Ctx, candidateId: string): Promise<CandidateKey> {
  return keyOf(ctx, candidateId, await ctx.files.head(originalObject(candidateId)));
}

/** The key that a résumé object carries. @throws Problem `erased` without one. */
export async function keyOf(ctx: Ctx, candidateId: string, object: R2Object | null): Promise<CandidateKey> {
  const wrapped = object?.customMetadata?.candidate_key;
  if (wrapped === undefined) throw new Problem("erased");
  const wrapping = await wrappingKey(ctx.config.CANDOR_SECRET);
  return importKey(await decrypt(wrapping, fromBase64(wrapped), candidateId));
}

/** Seals a value as bytes; `purpose` is bound in, so that a sealed value cannot stand in another's place. */
export const sealBytes = (
  ctx: Ctx,
  key: CandidateKey,
  value: unknown,
  purpose: string,
): Promise<Uint8Array> => encrypt(ctx, key, encoder.encode(JSON.stringify(value)), purpose);

export async function unsealBytes<T>(key: CandidateKey, sealed: Uint8Array, purpose: string): Promise<T> {
  return JSON.parse(decoder.decode(await decrypt(key, sealed, purpose))) as T;
}

/** The same as base64 text, for columns. */
export const sealText = async (
  ctx: Ctx,
  key: CandidateKey,
  value: unknown,
  purpose: string,
): Promise<string> => toBase64(await sealBytes(ctx, key, value, purpose));

export const unsealText = <T>(key: CandidateKey, sealed: string, purpose: string): Promise<T> =>
  unsealBytes<T>(key, fromBase64(sealed), purpose);

const importKey = (raw: Uint8Array): Promise<CandidateKey> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

/** 12 random bytes of nonce ahead of the ciphertext (NIST SP 800-38D). */
async function encrypt(ctx: Ctx, key: CryptoKey, plain: Uint8Array, purpose: string): Promise<Uint8Array> {
  const iv = ctx.random(12);
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: encoder.encode(purpose) }, key, plain),
  );
  const out = new Uint8Array(iv.length + sealed.length);
  out.set(iv);
  out.set(sealed, iv.length);
  return out;
}

async function decrypt(key: CryptoKey, sealed: Uint8Array, purpose: string): Promise<Uint8Array> {
  const iv = sealed.subarray(0, 12);
  return new Uint8Array(
    await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: encoder.encode(purpose) },
      key,
      sealed.subarray(12),
    ),
  );
}

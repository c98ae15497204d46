import type { Ctx } from "../context.ts";
import { Problem } from "../http/problem.ts";
import { deriveKey, fromBase64, toBase64 } from "../secrets.ts";

/**
 * Personal data at rest: AES-256-GCM under a key per candidate. The key lies, wrapped, in the object store and not
 * in D1, whose history goes back 30 days: deleting the key object is what erases a person everywhere.
 */
export type CandidateKey = CryptoKey & { readonly __candidate?: never };

const keyObject = (candidateId: string) => `keys/${candidateId}`;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes a key and the object that has to be stored for it (`store` writes it). */
export async function newCandidateKey(
  ctx: Ctx,
  candidateId: string,
): Promise<{ key: CandidateKey; store: () => Promise<void> }> {
  const raw = ctx.random(32);
  const key = await importKey(raw);
  const wrapping = await deriveKey(ctx.config.CANDOR_SECRET, "candidate_keys");
  const wrapped = await encrypt(ctx, wrapping, raw, candidateId);
  return {
    key,
    store: async () => {
      await ctx.files.put(keyObject(candidateId), wrapped);
    },
  };
}

/** @throws Problem `erased` when the key object is gone. */
export async function openCandidateKey(ctx: Ctx, candidateId: string): Promise<CandidateKey> {
  const object = await ctx.files.get(keyObject(candidateId));
  if (object === null) throw new Problem("erased");
  const wrapping = await deriveKey(ctx.config.CANDOR_SECRET, "candidate_keys");
  return importKey(await decrypt(wrapping, new Uint8Array(await object.arrayBuffer()), candidateId));
}

export const deleteCandidateKey = (ctx: Ctx, candidateId: string): Promise<void> =>
  ctx.files.delete(keyObject(candidateId));

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

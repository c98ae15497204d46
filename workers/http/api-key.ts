import { sha256Hex } from "../secrets.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const PREFIX = "cdr_live_";
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;
const SHAPE = /^cdr_live_[0-9A-Za-z]{38}$/;

/** A new key from random bytes (at least 64): 190 bits of secret, then six characters of checksum. */
export async function makeApiKey(random: Uint8Array): Promise<string> {
  // 248 = 4 · 62: bytes above it would make some characters likelier than others.
  const letters = [...random].filter((byte) => byte < 248).map((byte) => ALPHABET[byte % 62]!);
  const secret = PREFIX + letters.slice(0, SECRET_LENGTH).join("");
  return secret + (await checksum(secret));
}

/** False for anything that cannot be a key (typos, other products' keys): no database is asked about those. */
export async function looksLikeApiKey(key: string): Promise<boolean> {
  if (!SHAPE.test(key)) return false;
  const secret = key.slice(0, PREFIX.length + SECRET_LENGTH);
  return key.slice(secret.length) === (await checksum(secret));
}

/** What is stored of a key. */
export const apiKeyHash = (key: string): Promise<string> => sha256Hex(key);

/** What people see of a key in a list. */
export const apiKeyPrefix = (key: string): string => key.slice(0, PREFIX.length + 4);

async function checksum(secret: string): Promise<string> {
  const digest = await sha256Hex(secret);
  let rest = Number.parseInt(digest.slice(0, 12), 16);
  let text = "";
  for (let i = 0; i < CHECK_LENGTH; i++) {
    text += ALPHABET[rest % 62]!;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/**
 * What is made of CANDOR_SECRET: an AES key by HKDF-SHA-256 (RFC 5869), and keyed hashes by HMAC-SHA-256 over a text
 * with its purpose in front. Each use has a name of its own, so that no output serves two jobs.
 */
const encoder = new TextEncoder();

interface Keys {
  /** Wraps candidates' keys. */
  wrapping: CryptoKey;
  hashing: CryptoKey;
}

/** Kept for as long as the isolate lives: the platform holds one secret, and every request would derive the same. */
const derived = new Map<string, Keys>();

async function keysOf(secret: string): Promise<Keys> {
  const known = derived.get(secret);
  if (known !== undefined) return known;
  const raw = fromBase64(secret);
  const hkdf = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const keys = {
    wrapping: await crypto.subtle.deriveKey(
      {
        name: "HKDF",
        hash: "SHA-256",
        salt: new Uint8Array(0),
        info: encoder.encode("candor/candidate_keys"),
      },
      hkdf,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    ),
    hashing: await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  };
  derived.set(secret, keys);
  return keys;
}

/** The key that wraps candidates' keys. */
export const wrappingKey = async (secret: string): Promise<CryptoKey> => (await keysOf(secret)).wrapping;

export type HashPurpose = "status_link" | "email_hash" | "submission";

/** Keyed hash of a text, base64url (43 characters). */
export async function keyedHash(secret: string, purpose: HashPurpose, text: string): Promise<string> {
  const { hashing } = await keysOf(secret);
  const input = encoder.encode(`candor/${purpose}\n${text}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", hashing, input)));
}

export async function sha256Hex(input: string | Uint8Array): Promise<string> {
  const bytes = typeof input === "string" ? encoder.encode(input) : input;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Compares in constant time; texts of other lengths are unequal. */
export function sameText(a: string, b: string): boolean {
  const left = encoder.encode(a);
  const right = encoder.encode(b);
  return left.length === right.length && crypto.subtle.timingSafeEqual(left, right);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

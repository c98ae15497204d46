/**
 * What is made of CANDOR_SECRET: an AES key by HKDF-SHA-256 (RFC 5869), and keyed hashes by HMAC-SHA-256 over a text
 * with its purpose in front. Each use has a name of its own, so that no output serves two jobs.
 */
const encoder = new TextEncoder();

/** The key that wraps candidates' keys. */
export async function wrappingKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", fromBase64(secret), "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: encoder.encode("candor/candidate_keys") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

export type HashPurpose = "status_link" | "email_hash" | "submission";

/** Keyed hash of a text, base64url (43 characters). */
export async function keyedHash(secret: string, purpose: HashPurpose, text: string): Promise<string> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", fromBase64(secret), hmac, false, ["sign"]);
  const input = encoder.encode(`candor/${purpose}\n${text}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, input)));
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

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

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

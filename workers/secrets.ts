/** Keys derived from CANDOR_SECRET by HKDF-SHA-256 (RFC 5869), one per purpose, so that no key serves two jobs. */
const PURPOSES = {
  status_link: { name: "HMAC", hash: "SHA-256", length: 256 },
  email_hash: { name: "HMAC", hash: "SHA-256", length: 256 },
  submission: { name: "HMAC", hash: "SHA-256", length: 256 },
  candidate_keys: { name: "AES-GCM", length: 256 },
} as const;
export type Purpose = keyof typeof PURPOSES;

const encoder = new TextEncoder();

export async function deriveKey(secret: string, purpose: Purpose): Promise<CryptoKey> {
  const algorithm = PURPOSES[purpose];
  const material = await crypto.subtle.importKey("raw", fromBase64(secret), "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: encoder.encode(`candor/${purpose}`) },
    material,
    algorithm,
    false,
    algorithm.name === "HMAC" ? ["sign", "verify"] : ["encrypt", "decrypt"],
  );
}

/** Keyed hash of a text, base64url (43 characters). */
export async function keyedHash(secret: string, purpose: Purpose, text: string): Promise<string> {
  const key = await deriveKey(secret, purpose);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text))));
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

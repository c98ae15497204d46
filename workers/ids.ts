/** Prefixed, time-ordered ids: 48 bits of milliseconds and 80 random bits in Crockford's base32 (the ULID layout). */
export const ID_PREFIXES = {
  workspace: "ws",
  member: "mem",
  api_key: "key",
  job: "job",
  rubric: "rub",
  candidate: "cand",
  application: "app",
  document: "doc",
  evaluation: "eval",
  explanation: "expl",
  note: "note",
  decision: "dec",
  event: "evt",
  audit_entry: "aud",
  request: "req",
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `app_01jd…`: 26 characters after the prefix. `random` holds at least 10 bytes. */
export function makeId(kind: IdKind, atMs: number, random: Uint8Array): string {
  return `${ID_PREFIXES[kind]}_${timePart(atMs)}${randomPart(random)}`;
}

/** The smallest id of a kind at a time: lists objects by age without reading them. */
export const firstIdAt = (kind: IdKind, atMs: number): string => `${ID_PREFIXES[kind]}_${timePart(atMs)}`;

function timePart(atMs: number): string {
  let rest = atMs;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = ALPHABET[rest % 32]! + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(random: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31]!;
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

import { inflateCounted } from "../counted-inflate.ts";
import type { ReadLimits } from "../limits.ts";
import { enforce, Unreadable } from "../unreadable.ts";
import { namesIn } from "./names.ts";
import { tilingPixels } from "./painting.ts";

/** What can be known of a PDF before the engine touches it. */
export interface Prescan {
  /** Names of actions and attachments that a viewer might run or open. */
  active: string[];
}

/** Names that announce something to run, open or send (ISO 32000-1, 12.6.4; XFA: 12.7.8). */
const ACTIVE_NAMES = new Set([
  "JavaScript",
  "JS",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "XFA",
  "RichMedia",
  "SubmitForm",
  "ImportData",
  "GoToE",
]);

/** zlib and deflate cannot expand more than this (RFC 1951: 258 bytes from two bits). */
const MAX_EXPANSION = 1032;
/** Compressed data that is compressed again hardly grows. */
const INNER_BYTES = 8 * 1024 * 1024;
const OBJECT_STREAM_BYTES = 4 * 1024 * 1024;

function matches(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** A word to look for: how far one may go on from a byte that cannot end it (Boyer, Moore and Horspool). */
interface Needle {
  word: Uint8Array;
  steps: Uint8Array;
}

function needle(text: string): Needle {
  const word = new TextEncoder().encode(text);
  const steps = new Uint8Array(256).fill(word.length);
  for (let at = 0; at < word.length - 1; at++) steps[word[at]!] = word.length - 1 - at;
  return { word, steps };
}

const STREAM = needle("stream");
const END_STREAM = needle("endstream");

function find(bytes: Uint8Array, { word, steps }: Needle, from: number): number {
  const last = word.length - 1;
  for (let at = from; at + last < bytes.length; at += steps[bytes[at + last]!]!) {
    if (matches(bytes, at, word)) return at;
  }
  return -1;
}

function isZlib(bytes: Uint8Array, at: number): boolean {
  const method = bytes[at] ?? 0;
  return (method & 0x0f) === 8 && (method * 256 + (bytes[at + 1] ?? 0)) % 31 === 0;
}

/** `/Length 123` written in the dictionary itself, 0 when it is a reference or missing. */
function declaredLength(dictionary: string): number {
  const match = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary);
  return match ? Number(match[1]) : 0;
}

function flateLayers(dictionary: string): number {
  return dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 0;
}

/** What a stream inflates to, in the last of its layers. Those before it are held whole, so they have to be small. */
function inflateLayers(bytes: Uint8Array, layers: number, limit: number): number {
  if (layers <= 1) return countZlib(bytes, limit, () => undefined);
  const chunks: Uint8Array[] = [];
  const inflated = countZlib(bytes, Math.min(limit, INNER_BYTES), (chunk) => chunks.push(chunk.slice()));
  const whole = new Uint8Array(inflated);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return inflateLayers(whole, layers - 1, limit);
}

/** Broken data is the engine's to judge: it reads as far as it can. Only too much of it ends here. */
function countZlib(bytes: Uint8Array, limit: number, sink: (chunk: Uint8Array) => void): number {
  let out = 0;
  try {
    return inflateCounted(bytes, "zlib", limit, (chunk) => {
      out += chunk.length;
      sink(chunk);
    });
  } catch (error) {
    if (error instanceof Unreadable && error.reason === "damaged") return out;
    throw error;
  }
}

function activeNames(bytes: Uint8Array, from: number, to: number, found: Set<string>): void {
  for (const name of namesIn(bytes, from, to)) if (ACTIVE_NAMES.has(name)) found.add(name);
}

function objectStreamNames(bytes: Uint8Array, found: Set<string>): void {
  const chunks: Uint8Array[] = [];
  countZlib(bytes, OBJECT_STREAM_BYTES, (chunk) => chunks.push(chunk.slice()));
  for (const chunk of chunks) activeNames(chunk, 0, chunk.length, found);
}

/**
 * Walks the file's streams once: counts what the compressed ones inflate to, before the engine would hold it
 * in memory, and collects the names that make a PDF active. Works on bytes, not on the cross-reference
 * table, which may lie.
 * @throws Unreadable `too_large` when a stream inflates past the limit
 */
export function prescan(bytes: Uint8Array, limits: ReadLimits): Prescan {
  const found = new Set<string>();
  let budget = 2 * limits.inflatedBytes;
  let at = 0;
  while (at < bytes.length) {
    const keyword = find(bytes, STREAM, at);
    const end = keyword < 0 ? bytes.length : keyword;
    activeNames(bytes, at, end, found);
    if (keyword < 0) break;
    enforce(limits, "paintedPixels", tilingPixels(bytes, at, end));
    let start = keyword + STREAM.word.length;
    if (bytes[start] === 13) start++;
    if (bytes[start] === 10) start++;
    const dictionary = String.fromCharCode(...bytes.subarray(Math.max(at, end - 1024), end));
    const closing = find(bytes, END_STREAM, start);
    const stop = closing < 0 ? bytes.length : closing;
    const length = Math.min(Math.max(stop - start, declaredLength(dictionary)), bytes.length - start);
    const layers = flateLayers(dictionary);
    if (isZlib(bytes, start)) {
      const data = bytes.subarray(start, start + length);
      if (length * MAX_EXPANSION ** Math.max(layers, 1) > limits.inflatedBytes) {
        budget -= inflateLayers(data, layers, Math.min(limits.inflatedBytes, budget));
      }
      if (dictionary.includes("/ObjStm")) objectStreamNames(data, found);
    }
    at = stop + END_STREAM.word.length;
  }
  return { active: [...found].sort() };
}

import { Inflate, Unzlib } from "fflate";
import { Unreadable } from "./unreadable.ts";

/** Input is fed in small pieces: deflate expands at most 1032 times, so one piece makes about 2 MB at worst. */
const STEP_BYTES = 2048;

/** What a caller does with the bytes as they come out. */
export type Sink = (chunk: Uint8Array) => void;

/**
 * Inflates and counts what really comes out, whatever sizes the file declares.
 * @returns bytes that came out
 * @throws Unreadable `too_large` once more than `limit` bytes are out, `damaged` when the data is not deflate
 */
export function inflateCounted(
  bytes: Uint8Array,
  wrapper: "raw" | "zlib",
  limit: number,
  sink: Sink,
): number {
  let out = 0;
  let finished = false;
  const stream = wrapper === "raw" ? new Inflate() : new Unzlib();
  stream.ondata = (chunk, final) => {
    out += chunk.length;
    if (out > limit) throw new Unreadable("too_large", `more than ${limit} bytes after decompression`);
    if (chunk.length > 0) sink(chunk);
    finished ||= final;
  };
  try {
    for (let at = 0; at < bytes.length && !finished; at += STEP_BYTES) {
      const next = at + STEP_BYTES;
      stream.push(bytes.subarray(at, next), next >= bytes.length);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("damaged", "compressed data is broken");
  }
  return out;
}

import { BrokenDeflate, inflate, type Sink } from "./inflate.ts";
import { Unreadable } from "./unreadable.ts";

export type { Sink } from "./inflate.ts";

/** Method and window, flags (RFC 1950, 2.2). */
const ZLIB_HEADER_BYTES = 2;
const WIDEST_WINDOW = 7;
const PRESET_DICTIONARY = 0x20;

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
  try {
    inflate(wrapper === "raw" ? bytes : unwrapped(bytes), (chunk) => {
      out += chunk.length;
      if (out > limit) throw new Unreadable("too_large", `more than ${limit} bytes after decompression`);
      sink(chunk);
    });
  } catch (error) {
    if (error instanceof BrokenDeflate) throw new Unreadable("damaged", "compressed data is broken");
    throw error;
  }
  return out;
}

/** Without its header; the check sum at the end is for others to mind. */
function unwrapped(bytes: Uint8Array): Uint8Array {
  const [method = 0, flags = 0] = bytes;
  if (
    (method & 15) !== 8 ||
    method >> 4 > WIDEST_WINDOW ||
    (256 * method + flags) % 31 !== 0 ||
    (flags & PRESET_DICTIONARY) !== 0
  )
    throw new Unreadable("damaged", "compressed data is broken");
  return bytes.subarray(ZLIB_HEADER_BYTES);
}

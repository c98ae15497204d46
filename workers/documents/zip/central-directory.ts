import type { ReadLimits } from "../limits.ts";
import { enforce, Unreadable } from "../unreadable.ts";

/** One entry of a zip's central directory (APPNOTE 6.3.10, 4.3.12). */
export interface Entry {
  name: string;
  method: number;
  flags: number;
  compressedBytes: number;
  declaredBytes: number;
  localHeader: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const damaged = (detail: string) => new Unreadable("damaged", detail);

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_RECORD_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw damaged("the zip container has no end");
}

/**
 * Lists a zip's entries and checks what can be checked without inflating.
 * @throws Unreadable `damaged` (broken or contradictory directory), `encrypted`, `too_many_parts`, `too_large`
 */
export function centralDirectory(bytes: Uint8Array, limits: ReadLimits): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  enforce(limits, "entries", count);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  let declared = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER)
      throw damaged("the zip directory is broken");
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    const entry: Entry = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressedBytes: view.getUint32(at + 20, true),
      declaredBytes: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    };
    if (entry.flags & ENCRYPTED) throw new Unreadable("encrypted", "the container is encrypted");
    if (entries.has(name)) throw damaged("two parts of the container have one name");
    entries.set(name, entry);
    declared += entry.declaredBytes;
    enforce(limits, "declaredBytes", declared);
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where an entry's data lies, after its local header has been found to agree with the directory. */
export function entryData(bytes: Uint8Array, entry: Entry): { data: Uint8Array; stored: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.localHeader;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER)
    throw damaged("a part has no header");
  if (view.getUint16(at + 6, true) & ENCRYPTED) throw new Unreadable("encrypted", "a part is encrypted");
  const nameBytes = view.getUint16(at + 26, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameBytes));
  if (name !== entry.name || view.getUint16(at + 8, true) !== entry.method) {
    throw damaged("a part's header contradicts the directory");
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged("unknown compression method");
  const start = at + 30 + nameBytes + view.getUint16(at + 28, true);
  if (start + entry.compressedBytes > bytes.length) throw damaged("a part ends after the file");
  return { data: bytes.subarray(start, start + entry.compressedBytes), stored: entry.method === STORED };
}

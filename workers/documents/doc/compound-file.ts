import { Unreadable } from "../unreadable.ts";

/** One stream or storage of an OLE compound file ([MS-CFB] 2.6). */
export interface DirectoryEntry {
  name: string;
  isStream: boolean;
  start: number;
  bytes: number;
}

export interface CompoundFile {
  readonly entries: readonly DirectoryEntry[];
  /** The stream's bytes, null when there is none of that name. @throws Unreadable */
  stream(name: string): Uint8Array | null;
}

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const HEADER_DIFAT = 109;
const ENTRY_BYTES = 128;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4096;
const STREAM = 2;
const ROOT = 5;

const broken = () => new Unreadable("damaged", "the compound file is broken");

function fatSectors(view: DataView, sectorBytes: number): number[] {
  const sectors: number[] = [];
  for (let i = 0; i < HEADER_DIFAT; i++) {
    const sector = view.getUint32(76 + i * 4, true);
    if (sector !== FREE) sectors.push(sector);
  }
  const limit = view.byteLength / sectorBytes;
  let next = view.getUint32(68, true);
  for (let steps = 0; next < END_OF_CHAIN && steps < limit; steps++) {
    const at = (next + 1) * sectorBytes;
    if (at + sectorBytes > view.byteLength) throw broken();
    for (let i = 0; i < sectorBytes / 4 - 1; i++) {
      const sector = view.getUint32(at + i * 4, true);
      if (sector !== FREE) sectors.push(sector);
    }
    next = view.getUint32(at + sectorBytes - 4, true);
  }
  if (sectors.length > limit) throw broken();
  return sectors;
}

/** Follows a chain of sectors; one that leaves the table or has more sectors than `most` is broken. */
function chain(start: number, table: Uint32Array, most: number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < END_OF_CHAIN; sector = table[sector]!) {
    if (sector >= table.length || sectors.length > most) throw broken();
    sectors.push(sector);
  }
  return sectors;
}

function gather(source: Uint8Array, sectors: readonly number[], size: number, offset: number): Uint8Array {
  const out = new Uint8Array(sectors.length * size);
  for (const [index, sector] of sectors.entries()) {
    const at = sector * size + offset;
    out.set(source.subarray(at, at + size), index * size);
  }
  return out;
}

function readTable(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function readDirectory(bytes: Uint8Array): { entries: DirectoryEntry[]; root: DirectoryEntry | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  let root: DirectoryEntry | null = null;
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const type = view.getUint8(at + 66);
    if (type === 0) continue;
    const nameBytes = Math.min(62, Math.max(0, view.getUint16(at + 64, true) - 2));
    const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + (nameBytes & ~1)));
    const entry = {
      name,
      isStream: type === STREAM,
      start: view.getUint32(at + 116, true),
      bytes: view.getUint32(at + 120, true),
    };
    if (type === ROOT) root = entry;
    entries.push(entry);
  }
  return { entries, root };
}

/** Opens a compound file. Every chain is bounded by the size of the file. @throws Unreadable `damaged` */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) throw broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw broken();
  const size = 1 << shift;
  const fat = readTable(gather(bytes, fatSectors(view, size), size, size));
  const whole = (start: number) => gather(bytes, chain(start, fat, bytes.length / size), size, size);
  const { entries, root } = readDirectory(whole(view.getUint32(48, true)));
  if (!root) throw broken();
  const miniFatStart = view.getUint32(60, true);
  return {
    entries,
    stream(name) {
      const entry = entries.find((candidate) => candidate.isStream && candidate.name === name);
      if (!entry) return null;
      if (entry.bytes > bytes.length) throw broken();
      if (entry.bytes >= MINI_CUTOFF) return whole(entry.start).subarray(0, entry.bytes);
      const sectors = chain(entry.start, readTable(whole(miniFatStart)), MINI_CUTOFF / MINI_SECTOR);
      return gather(whole(root.start), sectors, MINI_SECTOR, 0).subarray(0, entry.bytes);
    },
  };
}

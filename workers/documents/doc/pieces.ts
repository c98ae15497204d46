import { Unreadable } from "../unreadable.ts";

/** A stretch of text and where its bytes lie in the WordDocument stream ([MS-DOC] 2.8.35, 2.9.177). */
export interface Piece {
  /** First character position, and the one after the last. */
  from: number;
  to: number;
  offset: number;
  /** One byte a character (code page 1252) instead of UTF-16. */
  compressed: boolean;
}

const GRPPRL = 1;
const PIECE_TABLE = 2;
const COMPRESSED = 0x40000000;

/** Reads the piece table out of the table stream. @throws Unreadable `damaged` */
export function readPieces(table: Uint8Array, offset: number, bytes: number): Piece[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const end = offset + bytes;
  if (end > table.length) throw new Unreadable("damaged", "the piece table lies outside the file");
  let at = offset;
  while (at + 3 < end && view.getUint8(at) === GRPPRL) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > end || view.getUint8(at) !== PIECE_TABLE) throw new Unreadable("damaged", "no piece table");
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const positions = at + 5;
  if (count < 0 || positions + count * 12 + 4 > end)
    throw new Unreadable("damaged", "the piece table is cut off");
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const descriptor = view.getUint32(positions + (count + 1) * 4 + index * 8 + 2, true);
    const compressed = (descriptor & COMPRESSED) !== 0;
    const base = descriptor & 0x3fffffff;
    const from = view.getUint32(positions + index * 4, true);
    const to = view.getUint32(positions + index * 4 + 4, true);
    if (to < from) throw new Unreadable("damaged", "the piece table runs backwards");
    pieces.push({ from, to, offset: compressed ? base >> 1 : base, compressed });
  }
  return pieces;
}

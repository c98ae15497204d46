import type { Colour } from "../colour.ts";
import type { RunAppearance } from "../run-appearance.ts";

/** Direct character formatting of the bytes from one offset of the WordDocument stream to the next. */
export interface CharacterRun {
  from: number;
  to: number;
  appearance: RunAppearance;
  deleted: boolean;
}

const PAGE = 512;
/** Property modifiers that bear on visibility ([MS-DOC] 2.6.1). */
const DELETED = 0x0800;
const VANISH = 0x083c;
const HALF_POINTS = 0x4a43;
const COLOUR_INDEX = 0x2a42;
const COLOUR = 0x6870;
const HIGHLIGHT = 0x2a0c;
const SHADING = 0xca71;
const SCALE = 0x4852;

/** The sixteen colours of an Ico ([MS-DOC] 2.9.119); 0 is automatic. */
const INDEXED: readonly Colour[] = [
  [0, 0, 0],
  [0, 0, 255],
  [0, 255, 255],
  [0, 255, 0],
  [255, 0, 255],
  [255, 0, 0],
  [255, 255, 0],
  [255, 255, 255],
  [0, 0, 128],
  [0, 128, 128],
  [0, 128, 0],
  [128, 0, 128],
  [128, 0, 0],
  [128, 128, 0],
  [128, 128, 128],
  [192, 192, 192],
];

/** Bytes of an operand, by the top three bits of the modifier; 6 is told by the operand's first byte. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

function colourAt(view: DataView, at: number): Colour | null {
  return view.getUint8(at + 3) === 0xff
    ? null
    : [view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2)];
}

function readModifiers(view: DataView, from: number, to: number): Omit<CharacterRun, "from" | "to"> {
  const appearance: RunAppearance = {};
  let deleted = false;
  for (let at = from; at + 3 <= to; ) {
    const modifier = view.getUint16(at, true);
    const kind = modifier >> 13;
    const operand = at + 2;
    const bytes = kind === 6 ? 1 + view.getUint8(operand) : OPERAND_BYTES[kind]!;
    if (operand + bytes > to) break;
    if (modifier === DELETED) deleted = view.getUint8(operand) === 1;
    else if (modifier === VANISH) appearance.vanish = view.getUint8(operand) === 1;
    else if (modifier === HALF_POINTS) appearance.halfPoints = view.getUint16(operand, true);
    else if (modifier === SCALE) appearance.scale = view.getUint16(operand, true);
    else if (modifier === COLOUR_INDEX) appearance.colour = INDEXED[view.getUint8(operand) - 1] ?? "auto";
    else if (modifier === COLOUR) appearance.colour = colourAt(view, operand) ?? "auto";
    else if (modifier === HIGHLIGHT) appearance.fill = INDEXED[view.getUint8(operand) - 1] ?? null;
    else if (modifier === SHADING && bytes >= 9) appearance.fill = colourAt(view, operand + 5);
    at = operand + bytes;
  }
  return { appearance, deleted };
}

function readPage(view: DataView, page: number, runs: CharacterRun[]): void {
  const base = page * PAGE;
  if (base + PAGE > view.byteLength) return;
  const count = view.getUint8(base + PAGE - 1);
  if (count * 5 + 4 > PAGE) return;
  for (let index = 0; index < count; index++) {
    const from = view.getUint32(base + index * 4, true);
    const to = view.getUint32(base + index * 4 + 4, true);
    const word = view.getUint8(base + (count + 1) * 4 + index);
    if (word === 0) continue;
    const at = base + word * 2;
    const end = Math.min(at + 1 + view.getUint8(at), base + PAGE);
    runs.push({ from, to, ...readModifiers(view, at + 1, end) });
  }
}

/** Reads all formatted character runs, sorted by offset; text outside them has the defaults. */
export function readCharacterRuns(
  document: Uint8Array,
  table: Uint8Array,
  offset: number,
  bytes: number,
): CharacterRun[] {
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  const index = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const runs: CharacterRun[] = [];
  if (bytes < 12 || offset + bytes > table.length) return runs;
  const count = Math.floor((bytes - 4) / 8);
  const pages = Math.min(count, Math.ceil(document.length / PAGE));
  for (let i = 0; i < pages; i++)
    readPage(view, index.getUint32(offset + (count + 1) * 4 + i * 4, true) & 0x3fffff, runs);
  return runs.sort((a, b) => a.from - b.from);
}

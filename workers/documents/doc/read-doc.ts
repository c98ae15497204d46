import type { RawDocument } from "../assemble.ts";
import { WHITE } from "../colour.ts";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import { hiddenBy } from "../run-appearance.ts";
import type { DocumentFlag, HiddenTechnique } from "../types.ts";
import { Unreadable } from "../unreadable.ts";
import { addPiece, characterBudget, type Paragraph } from "../visible-lines.ts";
import { type CharacterRun, readCharacterRuns } from "./character-runs.ts";
import { type CompoundFile, openCompoundFile } from "./compound-file.ts";
import { type Piece, readPieces } from "./pieces.ts";

const WORD_SIGNATURE = 0xa5ec;
/** nFib of Word 97; Word 6 and 95 lay their text out in another way. */
const WORD_97 = 0x00c1;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
const OBFUSCATED = 0x8000;
/** Offsets in the file information block ([MS-DOC] 2.5.4, 2.5.6). */
const LENGTHS = 0x4c;
const CHARACTER_PAGES = 0xfa;
const PIECE_TABLE = 0x1a2;

/** The stories of a document in the order in which their text follows one another. */
const STORIES = [
  "main",
  "footnotes",
  "headers",
  "macros",
  "comments",
  "endnotes",
  "textBoxes",
  "headerBoxes",
] as const;
type Story = (typeof STORIES)[number];

/** Code page 1252 where it differs from Latin-1 is all that compressed pieces need. */
const windows1252 = new TextDecoder("windows-1252");

interface Source {
  document: Uint8Array;
  pieces: Piece[];
  runs: CharacterRun[];
  detectors: Detectors;
}

function techniqueAt(
  run: CharacterRun | undefined,
  detectors: Detectors,
): HiddenTechnique | "deleted" | null {
  if (!run) return null;
  return run.deleted ? "deleted" : hiddenBy(run.appearance, WHITE, detectors);
}

/** Index of the first run that ends after an offset. */
function firstRunAfter(runs: readonly CharacterRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Decodes the characters between two positions and keeps the hidden ones apart. */
function readStory(source: Source, from: number, to: number, count: (text: string) => void): Paragraph {
  const story: Paragraph = { text: "", hidden: [] };
  for (const piece of source.pieces) {
    const width = piece.compressed ? 1 : 2;
    const start = Math.max(piece.from, from);
    const end = Math.min(piece.to, to);
    if (start >= end) continue;
    let at = piece.offset + (start - piece.from) * width;
    const last = Math.min(at + (end - start) * width, source.document.length);
    let cursor = firstRunAfter(source.runs, at);
    while (at < last) {
      while (cursor < source.runs.length && source.runs[cursor]!.to <= at) cursor++;
      const run = source.runs[cursor];
      const inside = run !== undefined && run.from <= at;
      const stop = Math.min(last, inside ? run.to : (run?.from ?? last));
      const bytes = source.document.subarray(at, Math.max(stop, at + width));
      const text = piece.compressed ? windows1252.decode(bytes) : new TextDecoder("utf-16le").decode(bytes);
      const technique = inside ? techniqueAt(run, source.detectors) : null;
      count(text);
      if (technique !== "deleted") addPiece(story, text, technique);
      at += Math.max(stop - at, width);
    }
  }
  return story;
}

/** Field codes go, their results stay; cell and row marks become tabs and lines ([MS-DOC] 2.4.1). */
export function wordCharacters(text: string): string {
  let shown = "";
  /** For each open field, whether its code is still going on; and how many are. */
  const fields: boolean[] = [];
  let codes = 0;
  for (const character of text) {
    if (character === "\x13") codes += fields.push(true) > 0 ? 1 : 0;
    else if (character === "\x14" || character === "\x15") {
      if (fields.pop() === true) codes--;
      if (character === "\x14") fields.push(false);
    } else if (codes === 0) shown += character;
  }
  return shown
    .replace(/\x07\x07/g, "\n")
    .replace(/\x07/g, "\t")
    .replace(/[\r\x0b\x0c]/g, "\n")
    .replace(/\x1e/g, "-")
    .replace(/[\x01-\x08\x0e-\x1f]/g, "");
}

function openSource(file: CompoundFile, detectors: Detectors): { source: Source; lengths: number[] } {
  const document = file.stream("WordDocument");
  if (!document) throw new Unreadable("unsupported_type", "an OLE file that is not a Word document");
  if (document.length < PIECE_TABLE + 8) throw new Unreadable("damaged", "the document is cut off");
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength);
  if (view.getUint16(0, true) !== WORD_SIGNATURE || view.getUint16(2, true) < WORD_97) {
    throw new Unreadable("unsupported_type", "a document of Word 95 or before");
  }
  const flags = view.getUint16(10, true);
  if (flags & (ENCRYPTED | OBFUSCATED)) throw new Unreadable("encrypted", "the document needs a password");
  const table = file.stream(flags & TABLE_1 ? "1Table" : "0Table");
  if (!table) throw new Unreadable("damaged", "the table stream is missing");
  const pair = (at: number) => [view.getUint32(at, true), view.getUint32(at + 4, true)] as const;
  const pieces = readPieces(table, ...pair(PIECE_TABLE));
  const runs = readCharacterRuns(document, table, ...pair(CHARACTER_PAGES));
  return {
    source: { document, pieces, runs, detectors },
    lengths: STORIES.map((_, i) => view.getUint32(LENGTHS + i * 4, true)),
  };
}

function flagsOf(file: CompoundFile): DocumentFlag[] {
  const active = file.entries.filter(({ name }) => /^(Macros|_VBA_PROJECT.*|VBA|ObjectPool)$/.test(name));
  return active.length > 0
    ? [{ code: "active_content", detail: active.map(({ name }) => name).join(", ") }]
    : [];
}

/** Reads a binary Word 97-2003 document through its piece table. @throws Unreadable */
export function readCompoundFile(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): RawDocument {
  const file = openCompoundFile(bytes);
  if (file.entries.some(({ name }) => name === "EncryptedPackage")) {
    throw new Unreadable("encrypted", "the document needs a password");
  }
  const { source, lengths } = openSource(file, detectors);
  const count = characterBudget(limits);
  const stories = {} as Record<Story, Paragraph>;
  let at = 0;
  for (const [index, story] of STORIES.entries()) {
    stories[story] = readStory(source, at, at + lengths[index]!, count);
    at += lengths[index]!;
  }
  const shown = (story: Story) => wordCharacters(stories[story].text);
  const headers = [...new Set(shown("headers").split("\n"))].filter((line) => line.trim() !== "").join("\n");
  const parts = [headers, shown("main"), shown("textBoxes"), shown("footnotes"), shown("endnotes")];
  const hidden = STORIES.filter((story) => story !== "comments")
    .flatMap((story) => stories[story].hidden)
    .map((entry) => ({ ...entry, text: wordCharacters(entry.text) }));
  const comments = shown("comments").trim();
  if (comments !== "") hidden.push({ text: comments, technique: "comment", page: null });
  const text = parts.filter((part) => part.trim() !== "").join("\n\n");
  return { format: "doc", pages: 1, text, hidden, flags: flagsOf(file) };
}

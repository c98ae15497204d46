import { Unreadable } from "./unreadable.ts";

/** The container or syntax that the bytes are in, before any of it is trusted. */
export type Sniffed = "pdf" | "zip" | "compound_file" | "rtf" | "html" | "plain_text";

const starts = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]; // {\rtf
const HEAD_BYTES = 4096;

/** Bytes that no text in any supported encoding has, apart from UTF-16 and UTF-32, which start with a mark. */
function looksBinary(head: Uint8Array): boolean {
  if (hasByteOrderMark(head)) return false;
  let zerosEven = 0;
  let zerosOdd = 0;
  let control = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) index % 2 === 0 ? zerosEven++ : zerosOdd++;
    else if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) control++;
  }
  const utf16 = Math.max(zerosEven, zerosOdd) > head.length / 5 && Math.min(zerosEven, zerosOdd) === 0;
  return (!utf16 && zerosEven + zerosOdd > 0) || control > head.length / 100;
}

function hasByteOrderMark(head: Uint8Array): boolean {
  return starts(head, [0xef, 0xbb, 0xbf]) || starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff]);
}

function asciiHead(head: Uint8Array): string {
  let text = "";
  for (const byte of head) if (byte !== 0 && byte < 0x80) text += String.fromCharCode(byte);
  return text.replace(/^\s+/, "");
}

/** What follows XML declarations and comments at the start. */
function withoutProlog(text: string): string {
  let rest = text;
  for (;;) {
    const close = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?") ? ">" : null;
    const end = close === null ? -1 : rest.indexOf(close);
    if (close === null || end < 0) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}

/**
 * Tells what a file is from its bytes alone; names and declared types are never asked.
 * @throws Unreadable `empty` for no bytes, `unsupported_type` for everything that is none of ours, a PDF
 *   whose header is not at the start included (what comes before it belongs to another format)
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw new Unreadable("empty", "the file has no bytes");
  if (starts(bytes, PDF)) return "pdf";
  if (starts(bytes, ZIP) || starts(bytes, ZIP_EMPTY)) return "zip";
  if (starts(bytes, COMPOUND_FILE)) return "compound_file";
  if (starts(bytes, RTF)) return "rtf";
  const head = bytes.subarray(0, HEAD_BYTES);
  if (looksBinary(head)) throw new Unreadable("unsupported_type", "not a document format that is read here");
  const text = asciiHead(head);
  if (text.startsWith("%PDF-")) return "pdf";
  if (/%PDF-\d/.test(text))
    throw new Unreadable("unsupported_type", "another format stands before a PDF header");
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(withoutProlog(text))) return "html";
  if (/^<(\?xml|svg|!doctype)\b/i.test(text))
    throw new Unreadable("unsupported_type", "XML that is no document");
  if (/^(#!|%!PS|\{\s*")/.test(text)) throw new Unreadable("unsupported_type", "a program or data file");
  return "plain_text";
}

import { deflateSync, unzipSync } from "fflate";
import type { Random } from "../../../test/chaos/random.ts";
import { mutateBytes } from "./bytes.ts";
import { below, few, fromBinary, one, toBinary } from "./chance.ts";
import { type Grammar, mutateTokens } from "./tokens.ts";

interface Part {
  name: string;
  data: Uint8Array;
  method: number;
  /** What the headers say, when it is not the truth. */
  declared?: number;
  packed?: number;
  flags?: number;
  /** The local header's own name. */
  localName?: string;
}

const NAMES = [
  "word/document.xml",
  "word/styles.xml",
  "word/header1.xml",
  "word/footnotes.xml",
  "word/comments.xml",
  "word/_rels/document.xml.rels",
  "word/diagrams/data1.xml",
  "[Content_Types].xml",
  "content.xml",
  "styles.xml",
  "mimetype",
  "META-INF/manifest.xml",
  "../outside.xml",
  "/root.xml",
  "word\\document.xml",
  "",
  "__proto__",
  "n".repeat(5000),
];
const SIZES = [0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, 65_535];

const encode = (text: string) => new TextEncoder().encode(text);

function header(bytes: number, fields: readonly (readonly [number, number, 2 | 4])[]): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (const [at, value, width] of fields) {
    if (width === 2) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value >>> 0, true);
  }
  return out;
}

/** Writes a zip as it is told to, true or not (APPNOTE 6.3.10); check sums are left out, as the reader leaves them. */
function written(parts: readonly Part[], count: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = encode(part.name).subarray(0, 65_535);
    const localName = encode(part.localName ?? part.name).subarray(0, 65_535);
    const body = part.method === 8 ? deflateSync(part.data) : part.data;
    const [packed, declared] = [part.packed ?? body.length, part.declared ?? part.data.length];
    const flags = part.flags ?? 0;
    const local = header(30, [
      [0, 0x04034b50, 4],
      [6, flags, 2],
      [8, part.method, 2],
      [18, packed, 4],
      [22, declared, 4],
      [26, localName.length, 2],
    ]);
    const central = header(46, [
      [0, 0x02014b50, 4],
      [8, flags, 2],
      [10, part.method, 2],
      [20, packed, 4],
      [24, declared, 4],
      [28, name.length, 2],
      [42, at, 4],
    ]);
    chunks.push(local, localName, body);
    directory.push(central, name);
    at += local.length + localName.length + body.length;
  }
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = header(22, [
    [0, 0x06054b50, 4],
    [8, count, 2],
    [10, count, 2],
    [12, size, 4],
    [16, at, 4],
  ]);
  const all = [...chunks, ...directory, end];
  const out = new Uint8Array(all.reduce((sum, chunk) => sum + chunk.length, 0));
  let to = 0;
  for (const chunk of all) {
    out.set(chunk, to);
    to += chunk.length;
  }
  return out;
}

function lie(part: Part, random: Random): void {
  const kind = below(random, 6);
  if (kind === 0) part.declared = one(random, SIZES);
  else if (kind === 1) part.packed = one(random, SIZES);
  else if (kind === 2) part.method = one(random, [0, 8, 9, 12, 93, 65_535]);
  else if (kind === 3) part.flags = one(random, [1, 8, 0x800, 0xffff]);
  else if (kind === 4) part.localName = one(random, NAMES);
  else part.name = one(random, NAMES);
}

function partsOf(bytes: Uint8Array): Part[] {
  try {
    return Object.entries(unzipSync(bytes)).map(([name, data]) => ({
      name,
      data: data.slice(0, 60_000),
      method: 8,
    }));
  } catch {
    return [];
  }
}

/** Changes the parts of a zip container or what its headers say of them. */
export function mutateZip(
  bytes: Uint8Array,
  random: Random,
  other: Uint8Array,
  grammar: Grammar,
): Uint8Array {
  const parts = partsOf(bytes);
  if (parts.length === 0) return mutateBytes(bytes, random, other);
  for (let i = few(random, 4); i > 0; i--) {
    const part = one(random, parts);
    const kind = below(random, 12);
    if (kind < 8 && /xml|rels/.test(part.name))
      part.data = fromBinary(mutateTokens(toBinary(part.data), random, grammar));
    else if (kind < 9) part.data = mutateBytes(part.data, random, other);
    else if (kind < 11) lie(part, random);
    else
      parts.splice(below(random, parts.length), random() < 0.5 ? 1 : 0, {
        ...part,
        name: one(random, NAMES),
      });
    if (parts.length === 0) break;
  }
  const count = random() < 0.05 ? one(random, [0, 1, parts.length + 1, 65_535]) : parts.length;
  const zip = written(parts, count);
  return random() < 0.1 ? mutateBytes(zip, random, other) : zip;
}

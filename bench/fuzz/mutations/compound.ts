import type { Random } from "../../../test/chaos/random.ts";
import { mutateBytes } from "./bytes.ts";
import { below, few, one } from "./chance.ts";

const SECTOR = 512;
const SPECIAL = [0, 1, 2, 0xfffffffa, 0xfffffffc, 0xfffffffd, 0xfffffffe, 0xffffffff, 0x7fffffff];

/** Header fields of a compound file ([MS-CFB] 2.2): sector shift, counts and starts of the chains. */
const HEADER_FIELDS = [24, 26, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76, 80, 84];
/** Fields of a directory entry ([MS-CFB] 2.6.1): name's length, type, siblings, start, size. */
const ENTRY_FIELDS = [64, 66, 68, 72, 76, 116, 120];
/** Fields of the file information block ([MS-DOC] 2.5): flags, lengths of the stories, offsets of the tables. */
const DOCUMENT_FIELDS = [0, 2, 10, 0x4c, 0x50, 0x54, 0x5c, 0xfa, 0xfe, 0x1a2, 0x1a6];

/** Changes the sectors, chains, directory and tables of a binary Word document. */
export function mutateCompound(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (bytes.length < 2 * SECTOR || random() < 0.1) return mutateBytes(bytes, random, other);
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const sectors = Math.floor(copy.length / SECTOR) - 1;
  const value = () => (random() < 0.5 ? one(random, SPECIAL) : below(random, sectors + 2));
  const put = (at: number) => {
    if (at + 4 <= copy.length) view.setUint32(at, value(), true);
  };
  const fat = (view.getUint32(76, true) + 1) * SECTOR;
  const directory = (view.getUint32(48, true) + 1) * SECTOR;
  const document = SECTOR;
  for (let i = few(random, 6); i > 0; i--) {
    const kind = below(random, 6);
    if (kind === 0) put(one(random, HEADER_FIELDS));
    else if (kind === 1) put(fat + 4 * below(random, SECTOR / 4));
    else if (kind === 2) put(directory + 128 * below(random, 8) + one(random, ENTRY_FIELDS));
    else if (kind === 3) put(document + one(random, DOCUMENT_FIELDS));
    else if (kind === 4) put(4 * below(random, copy.length / 4));
    else copy.copyWithin(SECTOR * below(random, sectors), SECTOR * below(random, sectors), copy.length);
  }
  return copy;
}

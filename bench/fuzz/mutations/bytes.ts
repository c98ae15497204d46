import type { Random } from "../../../test/chaos/random.ts";
import { below, few } from "./chance.ts";

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const EDGE_BYTES = [0, 1, 0x0a, 0x20, 0x28, 0x3c, 0x7b, 0x7f, 0x80, 0xfe, 0xff];

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function slice(bytes: Uint8Array, random: Random, most: number): [number, number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, most))];
}

const flip: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let i = few(random, 12); i > 0; i--) copy[below(random, copy.length)]! ^= 1 << below(random, 8);
  return copy;
};

const overwrite: Mutation = (bytes, random) => {
  const copy = bytes.slice();
  for (let i = few(random, 12); i > 0; i--) {
    const value = EDGE_BYTES[below(random, EDGE_BYTES.length)]!;
    copy.fill(value, ...slice(copy, random, 4));
  }
  return copy;
};

const cut: Mutation = (bytes, random) => {
  const [from, to] = slice(bytes, random, bytes.length);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const truncate: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length + 1));

const repeat: Mutation = (bytes, random) => {
  const [from, to] = slice(bytes, random, 200);
  const part = bytes.subarray(from, to);
  const times = few(random, 60);
  return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => part), bytes.subarray(to));
};

const splice: Mutation = (bytes, random, other) => {
  const at = below(random, bytes.length + 1);
  const [from, to] = slice(other, random, 2000);
  return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
};

/** A little-endian number at the edge of its type, as binary formats count with. */
const edgeWord: Mutation = (bytes, random) => {
  if (bytes.length < 4) return flip(bytes, random, bytes);
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const values = [0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0xfffffffe, copy.length, copy.length - 1];
  for (let i = few(random, 6); i > 0; i--) {
    const value = values[below(random, values.length)]!;
    const at = below(random, copy.length - 3);
    if (random() < 0.5) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value, true);
  }
  return copy;
};

const ALL: readonly Mutation[] = [flip, overwrite, cut, truncate, repeat, splice, edgeWord];

/** Changes bytes without knowing what they mean. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  return ALL[below(random, ALL.length)]!(bytes, random, other);
}

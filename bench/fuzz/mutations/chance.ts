import type { Random } from "../../../test/chaos/random.ts";

/** An integer from 0 up to, and without, `end`; 0 for an empty range. */
export const below = (random: Random, end: number): number => Math.floor(random() * Math.max(1, end));

/** One of a list that is not empty. */
export const one = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;

/** A small count, most often 1, up to `most`. */
export const few = (random: Random, most: number): number => 1 + Math.floor(random() ** 3 * most);

/** Numbers at the edges of what programs count with. */
export const EDGE_NUMBERS = [
  "0",
  "1",
  "-1",
  "2",
  "7",
  "127",
  "128",
  "255",
  "256",
  "32767",
  "32768",
  "65535",
  "65536",
  "1000000",
  "2147483647",
  "2147483648",
  "-2147483648",
  "4294967295",
  "4294967296",
  "99999999999999999999",
  "0.00001",
  "-0",
  "1e9",
] as const;

/** Bytes as a string of as many characters, each of its byte's value. */
export const toBinary = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
export const fromBinary = (text: string): Uint8Array =>
  Uint8Array.from(text, (one) => one.charCodeAt(0) & 0xff);

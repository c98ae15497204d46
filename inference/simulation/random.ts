/** Draws from a stream that a seed and a name fix: one stream per purpose, so that none shifts another's draws. */
export interface Stream {
  /** Evenly from 0 (included) to 1 (not included). */
  uniform: () => number;
  /** Standard normal. */
  normal: () => number;
  /** Exponential with this mean. */
  exponential: (mean: number) => number;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv): spreads names over seeds. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** A stream of pseudo-random numbers: a 32-bit Weyl sequence through a finalising mix, period 2^32. */
export function stream(seed: number, name: string): Stream {
  let state = (hash(name) ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    uniform,
    // Box and Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    exponential: (mean) => -mean * Math.log(1 - uniform()),
  };
}

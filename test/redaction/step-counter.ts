/** What reading a text cost: characters looked at, and characters handed to regular expressions and copies. */
export interface Steps {
  total: number;
  /** Regular expressions that were given a long input, by source. */
  patterns: Map<string, { flags: string; longest: number }>;
}

/**
 * Runs `work` with the string and pattern primitives of the language counting. A pattern that searches is charged
 * its whole input each time, a sticky one or an anchored one only a place; so work that grows faster than the text
 * shows, whatever the machine's speed.
 */
export function countSteps(work: () => void): Steps {
  const steps: Steps = { total: 0, patterns: new Map() };
  const { exec } = RegExp.prototype;
  const { charCodeAt, slice, indexOf, lastIndexOf, trimStart, trimEnd } = String.prototype;
  const charge = (pattern: RegExp, input: string): void => {
    const place =
      pattern.sticky || pattern.source.startsWith("^") || (pattern.global && pattern.lastIndex > 0);
    steps.total += place ? 1 : input.length;
    const known = steps.patterns.get(pattern.source);
    steps.patterns.set(pattern.source, {
      flags: pattern.flags,
      longest: Math.max(known?.longest ?? 0, input.length),
    });
  };
  RegExp.prototype.exec = function (this: RegExp, input: string) {
    charge(this, input);
    return exec.call(this, input);
  };
  String.prototype.charCodeAt = function (this: string, at: number) {
    steps.total++;
    return charCodeAt.call(this, at);
  };
  String.prototype.slice = function (this: string, start?: number, end?: number) {
    const part = slice.call(this, start, end);
    steps.total += part.length;
    return part;
  };
  String.prototype.indexOf = function (this: string, search: string, from?: number) {
    const found = indexOf.call(this, search, from);
    steps.total += (found < 0 ? this.length : found) - (from ?? 0);
    return found;
  };
  String.prototype.lastIndexOf = function (this: string, search: string, from?: number) {
    const found = lastIndexOf.call(this, search, from);
    steps.total += Math.min(from ?? this.length, this.length) - found;
    return found;
  };
  String.prototype.trimStart = function (this: string) {
    steps.total += this.length;
    return trimStart.call(this);
  };
  String.prototype.trimEnd = function (this: string) {
    steps.total += this.length;
    return trimEnd.call(this);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { charCodeAt, slice, indexOf, lastIndexOf, trimStart, trimEnd });
  }
  return steps;
}

/** Escapes and character classes gone, only the pattern's structure is left. */
const skeleton = (source: string): string =>
  source.replace(/\\[pPuk]\{[^}]*\}|\\u[\dA-F]{4}|\\./gi, "a").replace(/\[[^\]]*\]/g, "a");

const UNBOUNDED = /[*+]|\{\d+,\}/;

/** True where a pattern may run on without end from one place. */
export const isUnbounded = (source: string): boolean => UNBOUNDED.test(skeleton(source));

/** True where something unbounded is repeated without bound: the shape that backtracks exponentially. */
export function nestsUnbounded(source: string): boolean {
  const structure = skeleton(source);
  const open: boolean[] = [false];
  for (let i = 0; i < structure.length; i++) {
    const char = structure[i]!;
    if (char === "(") open.push(false);
    else if (char === ")") {
      const inside = open.pop()!;
      const repeated = /^(?:[*+]|\{\d+,\})/.test(structure.slice(i + 1));
      if (inside && repeated) return true;
      open[open.length - 1] ||= inside || repeated;
    } else if (UNBOUNDED.test(structure.slice(i, i + 5)) && /^(?:[*+]|\{\d+,\})/.test(structure.slice(i)))
      open[open.length - 1] = true;
  }
  return false;
}

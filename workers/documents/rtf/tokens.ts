/** The lexical pieces of RTF 1.9.1. */
export type Token =
  | { kind: "open" }
  | { kind: "close" }
  /** A control word or symbol with its number, null when it has none. */
  | { kind: "control"; word: string; value: number | null }
  | { kind: "byte"; byte: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Splits a file into tokens. Raw bytes after `\bin` are passed over; line ends outside text mean nothing. */
export function* tokens(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === OPEN) yield { kind: "open" };
    else if (byte === CLOSE) yield { kind: "close" };
    else if (byte === 10 || byte === 13 || byte === 0) continue;
    else if (byte !== BACKSLASH) yield { kind: "byte", byte };
    else if (bytes[at + 1] === 0x27) {
      const code = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
      if (!Number.isNaN(code)) yield { kind: "byte", byte: code };
      at += 3;
    } else if (isLetter(bytes[at + 1] ?? 0)) {
      let end = at + 1;
      let word = "";
      while (end < bytes.length && isLetter(bytes[end]!) && word.length < 32)
        word += String.fromCharCode(bytes[end++]!);
      const negative = bytes[end] === 0x2d;
      if (negative) end++;
      let digits = "";
      while (end < bytes.length && isDigit(bytes[end]!) && digits.length < 10)
        digits += String.fromCharCode(bytes[end++]!);
      const value = digits === "" ? null : Number(digits) * (negative ? -1 : 1);
      if (bytes[end] === 0x20) end++;
      if (word === "bin") end += Math.max(0, value ?? 0);
      yield { kind: "control", word, value };
      at = end - 1;
    } else {
      yield { kind: "control", word: String.fromCharCode(bytes[at + 1] ?? 0), value: null };
      at++;
    }
  }
}

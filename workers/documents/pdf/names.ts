const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const PERCENT = 0x25;
const NUMBER_SIGN = 0x23;

/** White space and delimiters end a name (ISO 32000-1, 7.2.2). */
function endsName(byte: number): boolean {
  return byte <= 0x20 || "()<>[]{}/%".includes(String.fromCharCode(byte));
}

function skipString(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN_PARENTHESIS) depth++;
    else if (byte === CLOSE_PARENTHESIS && --depth === 0) return at;
  }
  return to;
}

function skipComment(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

/**
 * Lists the names (`/Like#20this`, escapes undone) between two offsets of PDF object syntax. Words inside
 * strings and comments are not names.
 */
export function* namesIn(bytes: Uint8Array, from: number, to: number): Generator<string> {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === OPEN_PARENTHESIS) at = skipString(bytes, at, to);
    else if (byte === PERCENT) at = skipComment(bytes, at, to);
    else if (byte === SLASH) {
      let name = "";
      let end = at + 1;
      for (; end < to && end - at < 128 && !endsName(bytes[end]!); end++) {
        const code = bytes[end]!;
        const escaped = code === NUMBER_SIGN ? hexByte(bytes, end + 1) : null;
        name += String.fromCharCode(escaped ?? code);
        if (escaped !== null) end += 2;
      }
      yield name;
      at = end - 1;
    }
  }
}

function hexByte(bytes: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}

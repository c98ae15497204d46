/** Windows code pages by number, as the labels that TextDecoder knows. */
const LABELS: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  10000: "macintosh",
  65001: "utf-8",
  54936: "gb18030",
  20866: "koi8-r",
};

/** Code pages of Windows font character sets (`\fcharset`, LOGFONT lfCharSet). */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The code page of a font's character set, null for "default" and symbol fonts. */
export function codePageOfCharset(charset: number): number | null {
  return CHARSETS[charset] ?? null;
}

/** Decodes bytes of a Windows code page; unknown pages are read as 1252. */
export function decodeCodePage(bytes: readonly number[], page: number): string {
  return new TextDecoder(LABELS[page] ?? "windows-1252").decode(new Uint8Array(bytes));
}

/** Small files of every format, made of the fixtures and cases of the tests: what the fuzzer mutates. */
import { OFFICE_CASES } from "../../test/documents/detectors/office-cases.ts";
import { PDF_CASES } from "../../test/documents/detectors/pdf-cases.ts";
import { TEXT_CASES } from "../../test/documents/detectors/text-cases.ts";
import { goldFiles, hostileFiles } from "../../test/documents/fixture-files.ts";

export const FUZZ_FORMATS = ["pdf", "docx", "odt", "doc", "rtf", "html", "markdown", "text"] as const;
export type FuzzFormat = (typeof FUZZ_FORMATS)[number];

const encode = (text: string) => new TextEncoder().encode(text);
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const files = [...hostileFiles, ...goldFiles].filter((file) => file.bytes.length < 20_000);
const ending = (end: string) =>
  files.filter(({ name }) => name.endsWith(`.${end}`)).map((file) => file.bytes);
const cases = (of: readonly { name: string; file: () => Uint8Array }[], start: string) =>
  of.filter(({ name }) => name.startsWith(start)).map(({ file }) => file());

const RTF =
  "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset134 B;}}{\\colortbl;\\red255\\green255\\blue255;}{\\info{\\title No}}M\\'fcller \\f1\\'c1\\'d6\\f0\\par {\\v Ghost}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\*\\unknown gone}\\u26519?\\trowd\\cell b\\cell\\row{\\footnote note}{\\annotation seen}\\bin4 1234}";
const PAGE =
  "<!doctype html><html><head><style>.a b{display:none} @media print{p{color:red}}</style></head><body><h1>Jane</h1><table><tr><td>a<td>b</table><ul><li>one<li style='color:#fff;font-size:0'>two</ul><!-- note --><svg><text>x</text></svg><p class=a hidden>q<b>r</b></p><img alt='x'></body></html>";
const MARKDOWN =
  "# Jane\n\n**Go** and [site](https://x.example)\n\n<!-- note -->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n- one\n- two\n\nTitle\n=====\n";
/** Text in GB18030, Big5, Shift_JIS, EUC-KR and windows-1251, and UTF-16 with a mark. */
const LEGACY = [
  "d0d5c3fba3bac1d6c8f4cfaa0ad0d4b1f0a3bac5ae0ab9a4d7f7beadc0fa",
  "a96da657a147aa4cad59b7cb0aa475a740b867befa",
  "8e8196bc81468db2815896d80a90b6944e8c8e93fa814695bd90ac",
  "c0ccb8a73a20b1e8c7cfb4c30ab0e6b7c2",
  "ceeffbf220f0e0e1eef2fb3a20c8e2e0ed20cfe5f2f0eee2",
  "fffe4a0061006e0065000a0045006e00670069006e00650065007200",
];

/** Every format has at least one. */
export const SAMPLES: Readonly<Record<FuzzFormat, readonly Uint8Array[]>> = {
  pdf: [...cases(PDF_CASES, ""), ...ending("pdf").filter(({ length }) => length > 100)],
  docx: [...cases(OFFICE_CASES, "DOCX"), ...ending("docx").filter(({ length }) => length > 100)],
  odt: [...cases(OFFICE_CASES, "ODT"), ...ending("odt")],
  doc: ending("doc"),
  rtf: [encode(RTF), ...cases(OFFICE_CASES, "RTF"), ...ending("rtf")],
  html: [encode(PAGE), ...cases(TEXT_CASES, "HTML")],
  markdown: [encode(MARKDOWN), ...cases(TEXT_CASES, "Markdown")],
  text: [...LEGACY.map(bytes), encode("Jane Sample\nEngineer, 2019 – 2024\n"), ...cases(TEXT_CASES, "plain")],
};

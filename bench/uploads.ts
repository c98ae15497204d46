/** Résumé files as they come in, and the requests that carry them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";

const FIXTURES = path.resolve(import.meta.dirname, "../test/fixtures/resumes");
/** Bytes of the portrait in the DOCX: it brings the file to some 60 KB, as photographs do. */
const PORTRAIT_BYTES = 56_000;

export const FILE_KINDS = ["pdf", "docx", "text"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface ResumeFile {
  name: string;
  bytes: Uint8Array;
}

export interface UploadRequest {
  contentType: string;
  body: Buffer;
}

/** Two pages of a fictional engineer: a 58 KB PDF with embedded fonts, a 60 KB DOCX with a portrait, 3 KB of text. */
export function resumeFiles(): Record<FileKind, ResumeFile> {
  const text = readFileSync(path.join(FIXTURES, "en_two_pages.txt"), "utf8");
  return {
    pdf: { name: "resume.pdf", bytes: readFileSync(path.join(FIXTURES, "en_two_pages.pdf")) },
    docx: { name: "resume.docx", bytes: docxOf(text, PORTRAIT_BYTES) },
    text: { name: "resume.txt", bytes: strToU8(text) },
  };
}

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The smallest package that word processors open (ECMA-376), one paragraph a line. */
export function docxOf(text: string, portraitBytes = 0): Uint8Array {
  const paragraphs = text
    .split("\n")
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `${head}<w:document xmlns:w="${main}"><w:body>${paragraphs.join("")}</w:body></w:document>`,
    ),
    ...(portraitBytes > 0
      ? { "word/media/portrait.jpeg": [noise(portraitBytes), { level: 0 as const }] as const }
      : {}),
  });
}

/** Bytes that do not compress, always the same (a linear congruential generator, Numerical Recipes' constants). */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** An application as multipart/form-data (RFC 7578), made ahead of the measurement. */
export function uploadRequest(file: ResumeFile, email: string): UploadRequest {
  const boundary = "----candor-bench-7f3a9c51e0b2d846";
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field("name", "Marta Lindqvist")}${field("email", email)}${field("consent", "yes")}--${boundary}\r\nContent-Disposition: form-data; name="resume"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

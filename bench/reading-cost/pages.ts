/** PDFs of a given number of pages, printed by Chromium from invented résumés. */
import { type CorpusFile, inventCorpus } from "../corpus/corpus.ts";
import { openBrowser } from "../corpus/print.ts";

export const SCRIPTS = {
  latin: ["en-US", "en-GB", "de", "fr", "es", "pt", "it"],
  cjk: ["zh-CN", "zh-TW", "ja", "ko"],
} as const;
export type Script = keyof typeof SCRIPTS;

export interface PrintedFile {
  script: Script;
  pages: number;
  layout: string;
  bytes: Uint8Array;
}

/** Résumés that are looked through for those that fit. */
const INVENTED = 480;

/** Single pages in all layouts, and for each script one file of every number of pages. */
export async function printPages(
  counts: readonly number[],
  singles: number,
  seed: string,
): Promise<PrintedFile[]> {
  const corpus = inventCorpus(INVENTED, seed).filter(({ format }) => format === "pdf");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const print = async (html: string, pages: number): Promise<Uint8Array> => {
      await page.setContent(html);
      return page.pdf({ preferCSSPageSize: true, printBackground: true, pageRanges: `1-${pages}` });
    };
    const printed: PrintedFile[] = [];
    for (const script of Object.keys(SCRIPTS) as Script[]) {
      const own = corpus.filter(({ locale }) => SCRIPTS[script].some((one) => one === locale));
      for (const one of spreadOut(own, singles))
        printed.push({ script, pages: 1, layout: one.layout, bytes: await print(one.html, 1) });
      const column = own.filter(({ layout }) => layout === "one_column" || layout === "europass");
      for (const pages of counts)
        printed.push({ script, pages, layout: "series", bytes: await print(bound(column, pages), pages) });
    }
    return printed;
  } finally {
    await browser.close();
  }
}

/** Some of a list, from all over it. */
function spreadOut(files: readonly CorpusFile[], count: number): CorpusFile[] {
  return files.filter(
    (_, at) => Math.floor((at * count) / files.length) !== Math.floor(((at - 1) * count) / files.length),
  );
}

/** Résumés one after the other in one document, each on a page of its own, at least as many as pages are wanted. */
function bound(files: readonly CorpusFile[], pages: number): string {
  const [first] = files;
  if (!first) throw new Error("no résumé of that script");
  const bodies = Array.from({ length: pages }, (_, at) => {
    const { html } = files[at % files.length]!;
    return `<div style="break-after:page">${/<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ""}</div>`;
  });
  return first.html.replace(/<body>[\s\S]*<\/body>/, () => `<body>${bodies.join("")}</body>`);
}

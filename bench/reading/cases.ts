/** Files to read: printed from the corpus, or anybody's own with their gold beside them. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inventCorpus } from "../corpus/corpus.ts";
import { printOffice, printPdfs } from "../corpus/print.ts";
import type { Case } from "./types.ts";

/** Prints the corpus into a folder, with `ID.txt` (gold) and `ID.json` (personal data, hidden sentence) beside it. */
export async function corpusCases(
  count: number,
  seed: string,
  folder: string,
): Promise<{ cases: Case[]; note: string | null }> {
  await mkdir(folder, { recursive: true });
  const files = inventCorpus(count, seed);
  for (const { id, html: _html, gold, ...facts } of files) {
    await writeFile(path.join(folder, `${id}.txt`), gold);
    await writeFile(path.join(folder, `${id}.json`), JSON.stringify(facts, null, 1));
  }
  await printPdfs(files, folder);
  const note = await printOffice(files, folder);
  const had = note === null ? files : files.filter(({ format }) => format === "pdf");
  const cases = had.map(({ id, format, half, locale, layout, scrambled, gold, otherGold, plant }): Case => {
    const file = path.join(folder, `${id}.${format}`);
    const golds: Case["golds"] = otherGold === null ? [gold] : [gold, otherGold];
    return {
      id,
      path: file,
      format,
      half,
      locale,
      layout,
      stream: scrambled ? "scrambled" : "in order",
      golds,
      hidden: plant?.text ?? null,
    };
  });
  return { cases, note };
}

/** Every file of a folder that has a text of the same name with the ending `.txt`. Nothing is known but the gold. */
export async function folderCases(folder: string): Promise<Case[]> {
  const names = (await readdir(folder)).sort();
  const cases: Case[] = [];
  for (const name of names) {
    const { name: id, ext } = path.parse(name);
    if (ext === ".txt" || ext === ".json" || !names.includes(`${id}.txt`)) continue;
    const gold = await readFile(path.join(folder, `${id}.txt`), "utf8");
    const format = ext.slice(1).toLowerCase();
    cases.push({
      id: name,
      path: path.join(folder, name),
      format,
      half: "own",
      locale: "-",
      layout: "-",
      stream: "-",
      golds: [gold],
      hidden: null,
    });
  }
  return cases;
}

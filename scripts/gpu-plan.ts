/** What fits on a card, and the flags for it. `--write` renews the presets and their page, `--check` compares them. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { answer, readArguments, UsageError } from "../inference/presets/command.ts";
import { generatedFiles } from "../inference/presets/files.ts";

const ROOT = path.join(import.meta.dirname, "..");

async function renew(check: boolean): Promise<void> {
  const outdated: string[] = [];
  for (const [file, text] of generatedFiles()) {
    const target = path.join(ROOT, file);
    if (!check) await writeFile(target, text);
    else if ((await readFile(target, "utf8").catch(() => "")) !== text) outdated.push(file);
  }
  if (outdated.length === 0) return;
  console.error(`out of date: ${outdated.join(", ")}; run \`npm run gpu:plan -- --write\`.`);
  process.exitCode = 1;
}

try {
  const args = readArguments(process.argv.slice(2));
  if (args.write || args.check) await renew(args.check);
  else console.log(answer(args));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

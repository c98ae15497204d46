/**
 * Checks everything under inference/kubernetes, inference/observability and inference/recipes: schemas of Kubernetes and KEDA, and the rules
 * that no schema knows. `--write` brings the generated files up to date first. Needs no network and no cluster.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { manifestProblems } from "../inference/kubernetes/checks/check.ts";
import { generatedFiles } from "../inference/kubernetes/generate/files.ts";
import { observabilityProblems } from "../inference/observability/check.ts";
import { dashboardFile } from "../inference/observability/dashboard.ts";
import type { Preset } from "../inference/presets/preset.ts";
import { recipeProblems } from "../inference/recipes/check.ts";
import { ROOT } from "./build.ts";

const INFERENCE = path.join(ROOT, "inference");

/** Texts by path from a folder. */
function filesUnder(folder: string): Map<string, string> {
  const root = path.join(INFERENCE, folder);
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll(path.sep, "/"), readFileSync(file, "utf8")];
    }),
  );
}

const presets = new Map(
  [...filesUnder("presets")]
    .filter(([name]) => name.endsWith(".json"))
    .map(([name, text]) => [path.basename(name, ".json"), JSON.parse(text) as Preset]),
);
const proxy = readFileSync(path.join(INFERENCE, "proxy", "nginx.conf"), "utf8");
const generated = new Map([
  ...[...generatedFiles(presets, proxy)].map(
    ([name, text]) => [path.join("kubernetes", name), text] as const,
  ),
  [path.join("observability", "grafana", "gpu-tier.json"), dashboardFile()],
]);
const stale: string[] = [];
for (const [name, text] of generated) {
  const file = path.join(INFERENCE, name);
  if (process.argv.includes("--write")) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!same(name, readOr(file), text)) {
    stale.push(`inference/${name} is not what its sources say: npx tsx scripts/check-manifests.ts --write`);
  }
}

/** The formatter has its own way with JSON, so there the content counts. */
function same(name: string, found: string | null, text: string): boolean {
  if (!name.endsWith(".json") || found === null) return found === text;
  return JSON.stringify(JSON.parse(found)) === JSON.stringify(JSON.parse(text));
}

function readOr(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const manifests = filesUnder("kubernetes");
const problems = [
  ...stale,
  ...manifestProblems(manifests, presets),
  ...observabilityProblems(
    filesUnder("observability"),
    readFileSync(path.join(ROOT, "docs/gpu-cluster.md"), "utf8"),
  ),
  ...recipeProblems(filesUnder("recipes"), presets),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log("manifests match their schemas, presets and policy");

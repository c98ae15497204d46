/**
 * KEDA with the scalers that the manifests use and no others: the seventy that are left out bring most of its
 * dependencies. Controllers, metrics server, executor, fallback and the kept scalers are untouched.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const KEPT_FILES = new Set([
  "scaler.go",
  "metrics_api_scaler.go",
  "prometheus_scaler.go",
  "cron_scaler.go",
  "cpu_memory_scaler.go",
]);
const KEPT_CASES = new Set(["metrics-api", "prometheus", "cron", "cpu", "memory"]);

/** Takes scalers out of a copy of KEDA's source. */
export async function trimKeda(folder: string): Promise<void> {
  const scalers = path.join(folder, "pkg/scalers");
  for (const entry of await readdir(scalers, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".go") && !KEPT_FILES.has(entry.name))
      await rm(path.join(scalers, entry.name));
  }
  // A constant that all scalers share stands in one of those that went.
  await writeFile(
    path.join(scalers, "kept.go"),
    'package scalers\n\nconst externalMetricType = "External"\n',
  );
  const builder = path.join(folder, "pkg/scaling/scalers_builder.go");
  await writeFile(builder, withoutCases(await readFile(builder, "utf8")));
}

/** Cases of the switch between KEDA's own TRIGGERS marks, less those whose scalers are gone. */
export function withoutCases(source: string): string {
  let inside = false;
  let kept = true;
  const lines = source.split("\n").filter((line) => {
    if (line.includes("TRIGGERS-START")) inside = true;
    if (line.includes("TRIGGERS-END")) inside = false;
    if (!inside) kept = true;
    else if (/^\tcase "/.test(line))
      kept = [...line.matchAll(/"([^"]+)"/g)].some(([, name]) => KEPT_CASES.has(name!));
    else if (/^\t(default:|\})/.test(line)) kept = true;
    return kept;
  });
  return lines.join("\n");
}

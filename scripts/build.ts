/** Builds what the edge serves: static assets into `dist/public`, the bundled worker into `dist/worker`. */
import { execFile } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

export const ROOT = path.resolve(import.meta.dirname, "..");
const run = promisify(execFile);

export async function buildAssets(): Promise<void> {
  const assets = path.join(ROOT, "dist/public/assets");
  const docs = path.join(assets, "docs");
  await mkdir(docs, { recursive: true });
  const swagger = path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  await Promise.all([
    copyFile(path.join(ROOT, "web/careers/careers.css"), path.join(assets, "careers.css")),
    copyFile(path.join(ROOT, "web/favicon.svg"), path.join(assets, "favicon.svg")),
    copyFile(path.join(ROOT, "web/reference/reference.js"), path.join(docs, "reference.js")),
    ...["swagger-ui.css", "swagger-ui-bundle.js"].map((name) =>
      copyFile(path.join(swagger, name), path.join(docs, name)),
    ),
  ]);
}

/** Bundles the worker as `wrangler deploy` would, without sending it anywhere. Returns the folder. */
export async function buildWorker(): Promise<string> {
  const outdir = path.join(ROOT, "dist/worker");
  const wrangler = path.join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  await run(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", outdir], {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" },
  });
  return outdir;
}

if (process.argv[1] === import.meta.filename) {
  await buildAssets();
  if (process.argv[2] !== "assets") await buildWorker();
}

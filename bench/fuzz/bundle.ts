/** Bundles a module that reaches the reader, so that plain Node runs it: there the engine is compiled from its file. */
import { createRequire } from "node:module";
import { build } from "esbuild";

/** @param entry absolute path of the TypeScript module; `outfile` is an absolute path that ends in `.mjs` */
export async function bundleForNode(entry: string, outfile: string): Promise<void> {
  const engine = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*"],
    plugins: [
      {
        name: "engine compiled from its file",
        setup(to) {
          to.onResolve({ filter: /\.wasm$/ }, () => ({ path: engine, namespace: "engine" }));
          to.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => ({
            contents: `import { readFileSync } from "node:fs";\nexport default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));`,
          }));
        },
      },
    ],
  });
}

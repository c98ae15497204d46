/**
 * `npm start`: builds, migrates, seeds the demo workspace and serves everything on one port. With `--watch`
 * (`npm run dev`) it builds again whenever a source file changes.
 */
import { watch } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { seedDemo } from "../db/seed.ts";
import { createContext } from "../workers/context.ts";
import { buildAssets, buildWorker, ROOT } from "./build.ts";
import { startServer } from "./server.ts";

const port = Number(process.env.PORT ?? 8787);
const state = path.resolve(process.env.CANDOR_STATE ?? path.join(ROOT, ".candor"));
/** The model tier is configured by the environment, as a deployment's variables and secrets would do it. */
const PASSED_ON = /^INFERENCE_/;

console.log("Building …");
await Promise.all([buildAssets(), buildWorker()]);
const vars: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    PASSED_ON.test(name) && value ? [[name, value]] : [],
  ),
);
const server = await startServer({ port, state, vars }).catch((error: unknown) => {
  if ((error as { code?: string }).code !== "ERR_ADDRESS_IN_USE") throw error;
  console.error(`Port ${port} is taken: another Candor may be running. Stop it, or set PORT.`);
  process.exit(1);
});

const demoFile = path.join(state, "demo.json");
const seeded = await seedDemo(createContext(server.env), await knownKey());
await writeFile(demoFile, `${JSON.stringify({ url: server.url, ...seeded }, null, 2)}\n`, { mode: 0o600 });

console.log(`Candor is at ${server.url}

  careers site   ${server.url}/careers/${seeded.workspace.slug}
  API reference  ${server.url}/docs
  demo key       in ${path.relative(process.cwd(), demoFile) || demoFile}
  evaluations    ${vars.INFERENCE_URL ? `by the model at ${vars.INFERENCE_URL}` : "by the built-in rules (set INFERENCE_URL for a model)"}

  try it         npm run demo -- RESUME.pdf`);

if (process.argv.includes("--watch")) watchSources();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}

async function knownKey(): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(demoFile, "utf8")) as { api_key?: string }).api_key ?? null;
  } catch {
    return null;
  }
}

/** One build at a time; what changes meanwhile is built right after. */
function watchSources(): void {
  let due: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    try {
      await Promise.all([buildAssets(), buildWorker()]);
      await server.reload();
      console.log("rebuilt");
    } catch (error) {
      console.error(String((error as { stderr?: string }).stderr ?? error));
    }
  };
  for (const folder of ["workers", "web", "db"]) {
    watch(path.join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(due);
      due = setTimeout(() => void rebuild(), 150);
    });
  }
}

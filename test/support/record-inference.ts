/**
 * Records what a real OpenAI-compatible server answers to Candor's own questions, byte for byte:
 *
 *   npx tsx test/support/record-inference.ts URL MODEL [API_KEY] [NAME,NAME…]
 *
 * URL is the server's root (`http://127.0.0.1:8000`). Each exchange becomes `test/fixtures/inference/NAME.json`:
 * the request, status and headers, and the body in the pieces in which it came. For the fixtures in the repository
 * vLLM ran with `--enable-prompt-tokens-details --api-key KEY` and, as structured outputs, xgrammar with
 * `disable_any_whitespace`; see SOURCES.md there.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { CHAT_PATH, exchange } from "./exchange.ts";
import type { Recording } from "./recorded-inference.ts";
import { recordedQuestions } from "./recorded-questions.ts";

const FOLDER = path.join(import.meta.dirname, "../fixtures/inference");

const [url, model, apiKey = "none", only = ""] = process.argv.slice(2);
if (url === undefined || model === undefined) {
  throw new Error("usage: npx tsx test/support/record-inference.ts URL MODEL [API_KEY] [NAME,NAME…]");
}

const server = await serverName(url);
for (const { name, body, key = apiKey, cancelAfter } of recordedQuestions(model)) {
  if (only !== "" && !only.split(",").includes(name)) continue;
  const answer = await exchange({ url, body, key, ...(cancelAfter === undefined ? {} : { cancelAfter }) });
  const recording: Recording = { name, server, request: { path: CHAT_PATH, body }, ...answer };
  writeFileSync(path.join(FOLDER, `${name}.json`), `${JSON.stringify(recording, null, 1)}\n`);
  console.log(name.padEnd(28), answer.status, `${answer.chunks.length} pieces`, answer.ending);
}

async function serverName(root: string): Promise<string> {
  const response = await fetch(`${root}/version`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { version } = (await response.json()) as { version: string };
  return `vllm ${version}`;
}

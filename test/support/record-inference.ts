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
import { request as httpRequest, type IncomingMessage } from "node:http";
import path from "node:path";
import type { ChatRequest, Recording } from "./recorded-inference.ts";
import { recordedQuestions } from "./recorded-questions.ts";

const FOLDER = path.join(import.meta.dirname, "../fixtures/inference");
/** Of a cancelled stream: the role and a few tokens. */
const CANCEL_AFTER_EVENTS = 5;

const [url, model, apiKey = "none", only = ""] = process.argv.slice(2);
if (url === undefined || model === undefined) {
  throw new Error("usage: npx tsx test/support/record-inference.ts URL MODEL [API_KEY] [NAME,NAME…]");
}

const server = await serverName(url);
for (const { name, body, key = apiKey, cancelled = false } of recordedQuestions(model)) {
  if (only !== "" && !only.split(",").includes(name)) continue;
  const answer = await exchange(`${url}/v1/chat/completions`, body, key, cancelled);
  const recording: Recording = { name, server, request: { path: "/v1/chat/completions", body }, ...answer };
  writeFileSync(path.join(FOLDER, `${name}.json`), `${JSON.stringify(recording, null, 1)}\n`);
  console.log(name.padEnd(28), answer.status, `${answer.chunks.length} pieces`, answer.ending);
}

async function serverName(root: string): Promise<string> {
  const response = await fetch(`${root}/version`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { version } = (await response.json()) as { version: string };
  return `vllm ${version}`;
}

function exchange(
  target: string,
  body: ChatRequest,
  key: string,
  cancelled: boolean,
): Promise<Pick<Recording, "status" | "headers" | "chunks" | "ending">> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
    const request = httpRequest(target, { method: "POST", headers }, (response) => {
      const chunks: string[] = [];
      const done = (ending: Recording["ending"]) =>
        resolve({ status: response.statusCode ?? 0, headers: keptHeaders(response), chunks, ending });
      response.on("data", (bytes: Buffer) => {
        // `fatal`: a piece that ends inside a character would not survive as a string.
        chunks.push(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
        if (!cancelled || chunks.length < CANCEL_AFTER_EVENTS) return;
        response.destroy();
        done("cancelled");
      });
      response.on("end", () => done("close"));
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(JSON.stringify(body));
  });
}

/** All but the date and what belongs to the connection. */
function keptHeaders(response: IncomingMessage): Record<string, string> {
  const left = new Set(["date", "transfer-encoding", "connection", "keep-alive"]);
  return Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      left.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

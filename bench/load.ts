/** A sender with as little work of its own as possible: it shares the cores with what is measured. */
import { Agent, request } from "node:http";
import type { UploadRequest } from "./uploads.ts";

export interface LoadResult {
  /** Wall time from the first request to the last answer. */
  ms: number;
  /** One entry per request. */
  latenciesMs: number[];
}

/** Sends every request, `concurrency` at a time. @throws Error on the first answer that is not 201. */
export async function sendAll(
  url: string,
  uploads: readonly UploadRequest[],
  concurrency: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latenciesMs: number[] = [];
  const turns = uploads.values();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const upload of turns) {
        const sent = performance.now();
        await send(url, upload, agent);
        latenciesMs.push(performance.now() - sent);
      }
    }),
  );
  const ms = performance.now() - started;
  agent.destroy();
  return { ms, latenciesMs };
}

function send(url: string, upload: UploadRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": upload.contentType, "content-length": upload.body.length };
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`${response.statusCode} ${Buffer.concat(chunks).toString()}`));
      });
    });
    sending.on("error", reject);
    sending.end(upload.body);
  });
}

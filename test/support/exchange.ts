/** One question to a real server and its answer, byte for byte. */
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { ChatRequest, Recording } from "./recorded-inference.ts";

export const CHAT_PATH = "/v1/chat/completions";

export interface Asked {
  /** Root of the server. */
  url: string;
  body: ChatRequest;
  key: string;
  /** Goes away after so many pieces. */
  cancelAfter?: number;
  /** Takes a stream that says nothing for so long for stalled: milliseconds. */
  stalledAfterMs?: number;
  /** Hears of every piece. */
  onPiece?: (pieces: number) => void;
}

export type Answer = Pick<Recording, "status" | "headers" | "chunks" | "ending">;

export function exchange({ url, body, key, cancelAfter, stalledAfterMs, onPiece }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
    const request = httpRequest(url + CHAT_PATH, { method: "POST", headers }, (response) => {
      const chunks: string[] = [];
      const done = (ending: Recording["ending"]) => {
        clearTimeout(silence);
        response.destroy();
        resolve({ status: response.statusCode ?? 0, headers: keptHeaders(response), chunks, ending });
      };
      const listen = () =>
        stalledAfterMs === undefined ? undefined : setTimeout(() => done("stalled"), stalledAfterMs);
      let silence = listen();
      response.on("data", (bytes: Buffer) => {
        clearTimeout(silence);
        silence = listen();
        // `fatal`: a piece that ends inside a character would not survive as a string.
        chunks.push(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
        onPiece?.(chunks.length);
        if (chunks.length === cancelAfter) done("cancelled");
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

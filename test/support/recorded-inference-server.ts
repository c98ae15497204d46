import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type AnswerFor,
  type ChatRequest,
  type Exchange,
  exchangeOf,
  type Fault,
  otherPath,
  type SeenRequest,
} from "./recorded-inference.ts";

export interface RecordedInference {
  /** Root of the server, without a path. */
  url: string;
  requests: SeenRequest[];
  /**
   * Plays one fault for every request until it is set to null. `refused` closes the port itself; null opens it
   * again under the same number.
   */
  set(fault: Fault | null): Promise<void>;
  close(): Promise<void>;
}

/**
 * The recorded server over HTTP, for end-to-end runs; `recordedFetch` is the same for workerd.
 * @param port 0 takes a free one
 */
export async function startRecordedInference(options: {
  answers: AnswerFor;
  port?: number;
}): Promise<RecordedInference> {
  const requests: SeenRequest[] = [];
  let fault: Fault | null = null;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.endsWith("/chat/completions")) {
      return play(otherPath(request.url ?? "/", "recorded"), response);
    }
    const body = JSON.parse(await textOf(request)) as ChatRequest;
    const seen = { body, authorization: request.headers.authorization ?? null, aborted: false };
    const index = requests.push(seen) - 1;
    response.on("close", () => {
      seen.aborted = !response.writableFinished;
    });
    const exchange = exchangeOf(body, fault ?? (await options.answers(body, index)));
    // A single refused answer, with the port open: the connection goes away without a word.
    if (exchange === null) return response.destroy();
    await play(exchange, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };

  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close,
    set: async (next) => {
      fault = next;
      if (next !== null && "fault" in next && next.fault === "refused") await close();
      else if (!server.listening) await listen(port);
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request) text += decoder.decode(chunk as Uint8Array, { stream: true });
  return text + decoder.decode();
}

/** Writes an exchange in its pieces, no faster than the client reads. */
async function play(exchange: Exchange, response: ServerResponse): Promise<void> {
  response.writeHead(exchange.status, exchange.headers);
  response.flushHeaders();
  for (const chunk of exchange.chunks) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
    // One piece a turn, so that pieces travel apart, as tokens do.
    await new Promise<void>((next) => setImmediate(next));
  }
  if (exchange.ending === "close") response.end();
  if (exchange.ending === "reset") response.socket?.resetAndDestroy();
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });

import { answerEvents, type ChatRequest, type ScriptedAnswer, sse } from "./inference-frames.ts";

export { type ChatRequest, type ScriptedAnswer, yesWith } from "./inference-frames.ts";

/** One exchange with a real server, byte for byte, as `record-inference.ts` writes it. */
export interface Recording {
  name: string;
  server: string;
  request: { path: string; body: ChatRequest };
  status: number;
  headers: Record<string, string>;
  /** The body in the pieces in which it came. */
  chunks: string[];
  /** `cancelled`: the recorder closed the connection; `stalled`: the server said no more and did not close. */
  ending: "close" | "cancelled" | "stalled";
}

/** What can go wrong with a server. Tokens are counted in events of the stream after the role. */
export type Fault =
  | { fault: "refused" }
  | { fault: "status"; status: number; retryAfter?: string; body?: unknown }
  | { fault: "stall"; afterTokens: number }
  | { fault: "reset"; afterTokens: number }
  | { fault: "early_close"; afterTokens: number }
  | { fault: "half_json"; afterTokens: number }
  | { fault: "blanks" }
  | { fault: "repetition"; unit: string }
  | { fault: "cut" }
  | { fault: "stream_error"; error: unknown; afterTokens?: number }
  | { replay: Recording };

/** Chooses the answer to a request; `index` counts the requests of this server from 0. */
export type AnswerFor = (
  request: ChatRequest,
  index: number,
) => ScriptedAnswer | Fault | Promise<ScriptedAnswer | Fault>;

/** A request as the server saw it. */
export interface SeenRequest {
  body: ChatRequest;
  authorization: string | null;
  /** The client closed the connection before the answer's end. */
  aborted: boolean;
}

/** One response, in the pieces in which it goes out; how it ends; `refused` has none of it. */
export interface Exchange {
  status: number;
  headers: Record<string, string>;
  chunks: Iterable<string>;
  ending: "close" | "stall" | "reset";
}

const STREAM_HEADERS = { "content-type": "text/event-stream; charset=utf-8", server: "uvicorn" };
const JSON_HEADERS = { "content-type": "application/json", server: "uvicorn" };

/** What a scripted answer or a fault looks like on the wire; null when the connection is refused. */
export function exchangeOf(request: ChatRequest, script: ScriptedAnswer | Fault): Exchange | null {
  if ("text" in script) return streamed(answerEvents(request, script));
  if ("replay" in script) {
    const { status, headers, chunks, ending } = script.replay;
    return { status, headers, chunks, ending: ending === "close" ? "close" : "stall" };
  }
  return faulty(request, script);
}

const streamed = (chunks: Iterable<string>, ending: Exchange["ending"] = "close"): Exchange => ({
  status: 200,
  headers: STREAM_HEADERS,
  chunks,
  ending,
});

/** Long enough for every guard to have bitten; a client without any still ends. */
const ENDLESS = 5_000;
const FILLER: ScriptedAnswer = { text: "A3 1 B3 2 C3 3 D3 4 E3 5 F3 6 G3 7 H3 8" };

function faulty(request: ChatRequest, script: Extract<Fault, { fault: string }>): Exchange | null {
  switch (script.fault) {
    case "refused":
      return null;
    case "status":
      return refusal(script.status, script.retryAfter, script.body);
    case "stall":
      return streamed(opening(request, script.afterTokens), "stall");
    case "reset":
      return streamed(opening(request, script.afterTokens), "reset");
    case "early_close":
      return streamed(opening(request, script.afterTokens));
    case "half_json":
      return streamed([...opening(request, script.afterTokens), 'data: {"id":"chatcmpl-0","choi\n\n']);
    case "blanks":
      return streamed(endless(request, " "));
    case "repetition":
      return streamed(endless(request, script.unit));
    case "cut":
      return streamed(answerEvents({ ...request, max_tokens: 4 }, FILLER));
    case "stream_error":
      return streamed([
        ...(script.afterTokens === undefined ? [] : opening(request, script.afterTokens)),
        sse({ error: script.error }),
        "data: [DONE]\n\n",
      ]);
  }
}

/** The role and the first tokens of an answer. */
const opening = (request: ChatRequest, tokens: number): string[] =>
  [...answerEvents({ ...request, max_tokens: 1_000 }, FILLER)].slice(0, tokens + 1);

function* endless(request: ChatRequest, unit: string): Generator<string> {
  const events = answerEvents({ ...request, max_tokens: ENDLESS }, { text: unit.repeat(ENDLESS) });
  for (const event of events) yield event;
}

function refusal(status: number, retryAfter: string | undefined, body: unknown): Exchange {
  const error = { message: `status ${status}`, type: "Error", param: null, code: status };
  return {
    status,
    headers: { ...JSON_HEADERS, ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }) },
    chunks: [JSON.stringify(body ?? { error })],
    ending: "close",
  };
}

/** An answer to what is asked beside chat completions: health and the list of models. */
export function otherPath(path: string, model: string): Exchange {
  if (path.endsWith("/health")) return { status: 200, headers: {}, chunks: [], ending: "close" };
  if (path.endsWith("/models")) {
    const models = { object: "list", data: [{ id: model, object: "model", owned_by: "vllm" }] };
    return { status: 200, headers: JSON_HEADERS, chunks: [JSON.stringify(models)], ending: "close" };
  }
  return refusal(404, undefined, { detail: "Not Found" });
}

/**
 * The server as a `fetch`, for tests in workerd: it touches no network.
 * `set` plays one fault for every request until it is set to null.
 */
export function recordedFetch(answers: AnswerFor): {
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  requests: SeenRequest[];
  set: (fault: Fault | null) => void;
} {
  const requests: SeenRequest[] = [];
  let fault: Fault | null = null;
  return {
    requests,
    set: (next) => {
      fault = next;
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (!new URL(request.url).pathname.endsWith("/chat/completions")) {
        return responseOf(otherPath(new URL(request.url).pathname, "recorded"), undefined, () => {});
      }
      const body = await request.json<ChatRequest>();
      const seen = { body, authorization: request.headers.get("authorization"), aborted: false };
      const index = requests.push(seen) - 1;
      const exchange = exchangeOf(body, fault ?? (await answers(body, index)));
      if (init?.signal?.aborted === true) {
        seen.aborted = true;
        throw init.signal.reason;
      }
      if (exchange === null) throw new TypeError("fetch failed");
      return responseOf(exchange, init?.signal ?? undefined, () => {
        seen.aborted = true;
      });
    },
  };
}

function responseOf(exchange: Exchange, signal: AbortSignal | undefined, onAbort: () => void): Response {
  const chunks = exchange.chunks[Symbol.iterator]();
  const encoder = new TextEncoder();
  let ended = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener("abort", () => {
        if (ended) return;
        ended = true;
        onAbort();
        controller.error(signal.reason);
      });
    },
    pull(controller) {
      if (ended) return;
      const step = chunks.next();
      if (step.done !== true) return controller.enqueue(encoder.encode(step.value));
      // A pull that never settles is a server that neither speaks nor closes.
      if (exchange.ending === "stall") return new Promise<void>(() => {});
      ended = true;
      if (exchange.ending === "close") return controller.close();
      controller.error(new TypeError("Network connection lost."));
    },
    cancel() {
      if (!ended) onAbort();
      ended = true;
    },
  });
  return new Response(body, { status: exchange.status, headers: exchange.headers });
}

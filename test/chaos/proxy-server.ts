/** An HTTP proxy before a model: streams pass as they come, and the schedule decides what goes wrong meanwhile. */
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { URL } from "node:url";
import { fits, type ModelFault, type Phase } from "./model-faults.ts";
import { noteOf, type ProxiedRequest } from "./proxy-log.ts";
import { spoil } from "./proxy-stream.ts";
import { pick, type Random } from "./random.ts";

/** Waits that a server asks for, seconds: some that the edge waits itself, some that it leaves to its queue. */
const RETRY_AFTER_S = [1, 2, 4] as const;
/** Events of a stream that pass before it is spoiled: the role, and up to five tokens. */
const EVENTS = [2, 3, 4, 6] as const;

export interface PhaseState {
  /** Which one of the schedule is on; as many as there are when all are over. */
  index: number;
  of: number;
  fault: ModelFault | null;
}

export class ModelProxy {
  readonly log: ProxiedRequest[] = [];
  readonly #target: URL;
  readonly #random: Random;
  #phases: Phase[] = [];
  #index = 0;
  #began = Date.now();
  /** Evaluations that the phase has met, by their fences. */
  #met = new Set<string>();

  /** @param target root of the model's server */
  constructor(target: string, random: Random) {
    this.#target = new URL(target);
    this.#random = random;
  }

  /** Begins a schedule; after its last phase everything passes. */
  follow(phases: Phase[]): void {
    this.#phases = phases;
    this.#enter(0);
  }

  state(): PhaseState {
    this.#advance();
    return { index: this.#index, of: this.#phases.length, fault: this.#phases[this.#index]?.fault ?? null };
  }

  server(): Server {
    return createServer((request, response) => {
      this.#handle(request, response).catch(() => response.destroy());
    });
  }

  #enter(index: number): void {
    this.#index = index;
    this.#began = Date.now();
    this.#met.clear();
  }

  #advance(): void {
    for (let phase = this.#phases[this.#index]; phase !== undefined; phase = this.#phases[this.#index]) {
      const lasted = Date.now() - this.#began;
      const done = this.#met.size >= phase.evaluations && lasted >= phase.atLeastMs;
      if (!done && lasted < phase.atMostMs) return;
      this.#enter(this.#index + 1);
    }
  }

  /** What happens to an evaluation's next request. */
  #next(attempt: string, maxTokens: number): ModelFault | null {
    this.#advance();
    const phase = this.#phases[this.#index];
    if (phase === undefined) return null;
    if (phase.fault !== null && !fits(phase.fault, maxTokens)) return null;
    this.#met.add(attempt);
    return phase.fault;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (!request.url?.endsWith("/chat/completions")) {
      (await this.#ask(request, body, response)).pipe(response);
      return;
    }
    const note = noteOf(body, Date.now());
    note.fault = this.#next(note.attempt, note.max_tokens);
    this.log.push(note);
    response.once("close", () => {
      const left = !response.writableEnded && note.ended === "open";
      if (left) note.ended = note.fault === "reset_mid_stream" ? "broken" : "client_left";
      else if (note.ended === "open") note.ended = note.fault === null ? "answered" : "broken";
    });
    switch (note.fault) {
      case "reset_before_headers":
        note.ended = "broken";
        request.socket.resetAndDestroy();
        return;
      case "unavailable":
        return refuse(note, response, 503, { error: errorOf("ServiceUnavailableError", 503) });
      case "no_route":
        return refuse(note, response, 404, { detail: "Not Found" });
      case "rate_limited": {
        response.setHeader("retry-after", pick(this.#random, RETRY_AFTER_S));
        return refuse(note, response, 429, { error: errorOf("RateLimitError", 429) });
      }
      default: {
        const answer = await this.#ask(request, body, response);
        if (note.fault === null) answer.pipe(response);
        else if (!(await spoil(note.fault, pick(this.#random, EVENTS), answer, response))) note.fault = null;
      }
    }
  }

  /** Asks the model itself and passes on its status. A client that goes away takes its question with it. */
  async #ask(request: IncomingMessage, body: string, response: ServerResponse): Promise<IncomingMessage> {
    const headers = endToEnd(request.headers);
    const asked = httpRequest(new URL(request.url ?? "/", this.#target), {
      method: request.method ?? "GET",
      headers,
    });
    response.once("close", () => asked.destroy());
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.once("response", resolve).on("error", reject).end(body);
    });
    answer.once("error", () => response.destroy());
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    return answer;
  }
}

/** Headers but for those that belong to one connection (RFC 9110, section 7.6.1) or name the proxy itself. */
function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const { host: _, connection: __, "keep-alive": ___, "transfer-encoding": ____, ...others } = headers;
  return others;
}

function refuse(note: ProxiedRequest, response: ServerResponse, status: number, body: object): void {
  note.ended = "refused";
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const errorOf = (type: string, code: number) => ({ message: `status ${code}`, type, param: null, code });

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString("utf8");
}

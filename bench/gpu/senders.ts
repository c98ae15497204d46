/** Two ways to ask the same: straight to the server with a finished body, and as Candor asks. */
import { type JudgeInput, judge } from "../../workers/evaluation/judge.ts";
import type { ModelCall } from "../../workers/evaluation/model-call.ts";
import { checkSupport } from "../../workers/evaluation/support.ts";
import { createInference } from "../../workers/routing/client.ts";
import { wireRequest } from "../../workers/routing/request.ts";
import type { CompletionRequest, Inference } from "../../workers/routing/types.ts";
import { fence, type Material } from "./material.ts";

/** What one résumé took. Times are milliseconds. */
export interface Sample {
  ms: number;
  ttftMs: number;
  prompt: number;
  cached: number;
  out: number;
  /** Requests to the server. */
  asked: number;
  /** Between Candor and the wire: before the request left and after the last byte came. Null when sent straight. */
  addedMs: number | null;
}

export type Send = (serial: number, job: number) => Promise<Sample>;

export interface Target {
  url: string;
  model: string;
  material: Material;
}

/**
 * Weights are noise, so the likeliest answer is an accident of the draw; at temperature 1 an answer is a random walk
 * through the grammar, whose mean length is reported. Without a seed of its own: the product asks at temperature 0,
 * where a seed costs nothing, while vLLM launches a kernel a request and step for each seed it draws from.
 */
const TEMPERATURE = 1;
const warmed = (inference: Inference): Inference => ({
  model: inference.model,
  stream: (request) => inference.stream(drawn(request)),
  complete: (request) => inference.complete(drawn(request)),
});

function drawn({ seed: _, ...request }: CompletionRequest): CompletionRequest {
  return { ...request, temperature: TEMPERATURE };
}

const judgeInput = (
  { material }: Target,
  inference: Inference,
  serial: number,
  job: number,
): JudgeInput & { job: JudgeInput["job"] } => {
  const { brief, rubric } = material.job(job);
  return {
    inference,
    rubric,
    job: brief,
    lines: material.lines(serial),
    fence: fence(serial),
    seed: serial,
    asOf: "2026-11",
  };
};

/** The body that Candor's judge sends for a résumé. */
export async function judgeBody(
  target: Target,
  serial: number,
  job: number,
): Promise<Record<string, unknown>> {
  let seen: CompletionRequest | undefined;
  const hear = (request: CompletionRequest): never => {
    seen = request;
    throw new Heard();
  };
  const listening: Inference = {
    model: target.model,
    complete: async (request) => hear(request),
    stream: hear,
  };
  await judge(judgeInput(target, warmed(listening), serial, job)).catch((error: unknown) => {
    if (!(error instanceof Heard)) throw error;
  });
  if (seen === undefined) throw new Error("the judge asked nothing");
  return { ...wireRequest(target.model, seen, "grammar") };
}
class Heard extends Error {}

/** Sends bodies as they are and reads the answer's bytes without looking at them, but for the counts at the end. */
export function straight(
  target: Target,
  change: (body: Record<string, unknown>) => Record<string, unknown> = (body) => body,
): Send {
  return async (serial, job) => {
    const body = JSON.stringify(change(await judgeBody(target, serial, job)));
    const began = performance.now();
    const response = await fetch(`${target.url}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    if (!response.ok || response.body === null)
      throw new Error(`${response.status} ${await response.text()}`);
    let ttftMs: number | null = null;
    let tail = "";
    let pieces = 0;
    const text = new TextDecoder();
    for await (const bytes of response.body) {
      // The first frame names the role; the second is the first token.
      if (++pieces === 2) ttftMs = performance.now() - began;
      tail = (tail + text.decode(bytes, { stream: true })).slice(-2000);
    }
    const ms = performance.now() - began;
    return { ms, ttftMs: ttftMs ?? ms, ...countsOf(tail), asked: 1, addedMs: null };
  };
}

function countsOf(tail: string): Pick<Sample, "prompt" | "cached" | "out"> {
  const frame = tail.split("\n").findLast((line) => line.startsWith("data: {"));
  if (frame === undefined) throw new Error(`no usage at the end of ${tail.slice(-300)}`);
  const { usage: read } = JSON.parse(frame.slice("data: ".length)) as {
    usage: {
      prompt_tokens: number;
      completion_tokens: number;
      prompt_tokens_details: { cached_tokens: number } | null;
    };
  };
  return {
    prompt: read.prompt_tokens,
    cached: read.prompt_tokens_details?.cached_tokens ?? 0,
    out: read.completion_tokens,
  };
}

/** When the wire of one request began and ended. */
interface Wire {
  sent: number;
  ended: number;
}

/** The platform's fetch, which notes when the request left and when the last byte was handed on. */
function timedFetch(wire: Wire): typeof fetch {
  return async (input, init) => {
    wire.sent = performance.now();
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const reader = response.body.getReader();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const step = await reader.read();
        wire.ended = performance.now();
        if (step.done) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, response);
  };
}

/** As Candor asks: prompt, client and reading of the answer; with `support`, the support checks too. */
export function throughCandor(target: Target, { support }: { support: boolean }): Send {
  return async (serial, job) => {
    const wire: Wire = { sent: 0, ended: 0 };
    const client = createInference({
      ...{ url: target.url, model: target.model, apiKey: null, fetch: timedFetch(wire) },
      limits: { firstTokenMs: 300_000, deadlineMs: 600_000 },
    });
    const inference = warmed(client);
    const input = judgeInput(target, inference, serial, job);
    const began = performance.now();
    const judged = await judge(input);
    const addedMs = wire.sent - began + (performance.now() - wire.ended);
    const calls: ModelCall[] = [...judged.calls];
    if (support) {
      const { rubric, lines } = input;
      const shared = { inference, rubric, lines, fence: input.fence, seed: serial };
      calls.push(...(await checkSupport({ ...shared, judgements: judged.judgements })).calls);
    }
    if (judged.outcome !== "answered")
      throw new Error(`the judge's answer was unusable: ${judged.calls[0]?.output}`);
    const sum = (of: (call: ModelCall) => number | undefined) =>
      calls.reduce((total, call) => total + (of(call) ?? 0), 0);
    return {
      ms: performance.now() - began,
      ttftMs: judged.calls[0]?.ttft_ms ?? 0,
      prompt: sum(({ usage }) => usage?.prompt_tokens),
      cached: sum(({ usage }) => usage?.cached_tokens),
      out: sum(({ usage }) => usage?.completion_tokens),
      asked: calls.length,
      addedMs: judged.calls.length === 1 ? addedMs : null,
    };
  };
}

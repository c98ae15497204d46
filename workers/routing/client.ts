import OpenAI from "openai";
import { addFrame, emptyAnswer, finishOf } from "./answer.ts";
import { ConstraintRefused, inferenceError, PriorityRefused } from "./errors.ts";
import {
  type Clock,
  DEFAULT_LIMITS,
  type InferenceLimits,
  inTime,
  type Progress,
  systemClock,
} from "./limits.ts";
import { type ConstraintForm, constraintForms, wireRequest } from "./request.ts";
import { runaway } from "./runaway.ts";
import { type Completion, type CompletionRequest, type Inference, RunawayAnswer } from "./types.ts";

export interface InferenceOptions {
  /** Root of an OpenAI-compatible server: `http://gpu:8000`, or with its path where that is not `/v1`. */
  url: string;
  /** Name of the model, as the server knows it. */
  model: string;
  /** Bearer token; null for servers that ask for none. */
  apiKey: string | null;
  /** What carries the requests: the platform's fetch, a service binding's or a VPC binding's. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  limits?: Partial<InferenceLimits>;
  clock?: Clock;
}

/** One configured server. */
interface Server {
  openai: OpenAI;
  model: string;
  limits: InferenceLimits;
  clock: Clock;
  /** False once it has refused the field; as long as this client lives, it is not sent again. */
  takesPriority: boolean;
}

/**
 * A client of the model tier. It asks once: retries, budgets and breakers belong to those who call it.
 * Every failure is an `InferenceError` of the closed list, except that the caller's own abort comes back as the
 * reason it was given.
 */
export function createInference(options: InferenceOptions): Inference {
  const limits: InferenceLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const openai = new OpenAI({
    baseURL: apiRoot(options.url),
    apiKey: options.apiKey ?? "none",
    maxRetries: 0,
    // The client's own clock stays out of the way of ours.
    timeout: limits.deadlineMs + 60_000,
    // It logs frames that it cannot parse; answers do not belong in logs.
    logLevel: "off",
    fetch: options.fetch,
  });
  const clock = options.clock ?? systemClock;
  const server: Server = { openai, model: options.model, limits, clock, takesPriority: true };
  return {
    model: options.model,
    stream: (request) => ask(server, request),
    complete: async (request) => {
      const pieces = ask(server, request);
      for (;;) {
        const step = await pieces.next();
        if (step.done === true) return step.value;
      }
    },
  };
}

/** Asks in the first form that the server takes, and without the priority where it takes none. */
async function* ask(server: Server, request: CompletionRequest): AsyncGenerator<string, Completion> {
  const startedAt = server.clock.now();
  const [first, otherwise] = constraintForms(request);
  for (let form = first; ; ) {
    const { priority, ...plain } = request;
    const sent = server.takesPriority && Boolean(priority);
    try {
      return yield* askAs(server, sent ? request : plain, form, startedAt);
    } catch (error) {
      // A server that refuses a field does so before any token, so nothing is said twice.
      if (error instanceof PriorityRefused && sent) server.takesPriority = false;
      else if (error instanceof ConstraintRefused && form === first && otherwise !== undefined)
        form = otherwise;
      else throw error;
    }
  }
}

const ENDED = { done: true, value: undefined } as const;

async function* askAs(
  { openai, model, limits, clock }: Server,
  request: CompletionRequest,
  form: ConstraintForm | null,
  startedAt: number,
): AsyncGenerator<string, Completion> {
  const cut = new AbortController();
  const progress: Progress = { startedAt, tokenAt: null, finishedAt: null };
  const wait = <T>(step: PromiseLike<T>) =>
    inTime(Promise.resolve(step), progress, limits, clock, request.signal);
  let answer = emptyAnswer();
  let ttftMs: number | null = null;
  try {
    request.signal?.throwIfAborted();
    const body = wireRequest(model, request, form);
    const opened = await wait(openai.chat.completions.create(body, { signal: cut.signal }));
    const frames = opened[Symbol.asyncIterator]();
    for (;;) {
      const step = await wait(frames.next()).catch((error) => {
        // With its finish_reason an answer is whole: a connection that then breaks or lingers takes nothing away.
        if (answer.finishReason === null || request.signal?.aborted) throw error;
        return ENDED;
      });
      if (step.done === true) break;
      const { answer: grown, added, token } = addFrame(answer, step.value);
      if (token || progress.tokenAt !== null) progress.tokenAt = clock.now();
      if (added !== "") {
        ttftMs ??= clock.now() - startedAt;
        const kind = runaway(grown.text, answer.text.length);
        if (kind !== null) throw new RunawayAnswer(`the answer ran away in ${kind}`, grown.text);
        yield added;
      }
      answer = grown;
      if (answer.finishReason !== null) progress.finishedAt ??= clock.now();
    }
    const latencyMs = clock.now() - startedAt;
    const { text, firstTokenLogprobs, usage } = answer;
    return {
      ...{ text, finishReason: finishOf(answer), firstTokenLogprobs, usage },
      model: answer.model ?? model,
      ttftMs: ttftMs ?? latencyMs,
      latencyMs,
      constrainedBy: form,
    };
  } catch (error) {
    request.signal?.throwIfAborted();
    throw inferenceError(error, clock.now());
  } finally {
    // Ends the work in the server too, when the answer was not read to its end.
    cut.abort();
  }
}

/** OpenAI's paths live under `/v1` unless the deployment says otherwise. */
function apiRoot(url: string): string {
  const trimmed = url.replace(/\/+$/, "");
  return new URL(trimmed).pathname === "/" ? `${trimmed}/v1` : trimmed;
}

/** A model's stream, passed on until its middle and then spoiled. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ModelFault } from "./model-faults.ts";

/** A client without any guard still gets to an end. */
const ENDLESS = 5_000;

type MidStream = Extract<
  ModelFault,
  "reset_mid_stream" | "stall_mid_stream" | "half_frame" | "blanks" | "error_in_stream"
>;

/**
 * Passes on whole events, then does what the fault says instead of the next one. An event that ends the answer is
 * never passed on: after it nothing could be taken away.
 * @param events how many are passed on at most, the one with the role included
 * @returns false when the model had less to say than that, so that its answer went through whole
 */
export async function spoil(
  fault: MidStream,
  events: number,
  answer: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  let passed = 0;
  for await (const event of eventsOf(answer)) {
    if (passed >= events || finishes(event)) {
      await misbehave(fault, event, response);
      return true;
    }
    response.write(event);
    passed++;
  }
  response.end();
  return false;
}

async function misbehave(fault: MidStream, next: string, response: ServerResponse): Promise<void> {
  switch (fault) {
    case "reset_mid_stream":
      response.socket?.resetAndDestroy();
      return;
    case "stall_mid_stream":
      return gone(response);
    case "half_frame":
      response.end(`${next.slice(0, Math.floor(next.length / 2))}\n\n`);
      return;
    case "blanks":
      return writeBlanks(next, response);
    case "error_in_stream":
      response.write(`data: ${JSON.stringify({ error: ENGINE_ERROR })}\n\n`);
      response.end("data: [DONE]\n\n");
  }
}

/** As vLLM 0.26 writes its engine's end into a stream that has begun: test/fixtures/inference/engine-gone.json. */
const ENGINE_ERROR = {
  message: "EngineCore encountered an issue. See stack trace (above) for the root cause.",
  type: "InternalServerError",
  param: null,
  code: 500,
};

async function writeBlanks(like: string, response: ServerResponse): Promise<void> {
  const frame = JSON.parse(like.slice("data: ".length)) as { choices?: unknown[] };
  const choices = [{ index: 0, delta: { content: " " }, logprobs: null, finish_reason: null }];
  const blank = `data: ${JSON.stringify({ ...frame, choices })}\n\n`;
  for (let written = 0; written < ENDLESS && !response.destroyed; written++) {
    response.write(blank);
    // One piece a turn, so that the client gets to speak.
    await new Promise<void>((next) => setImmediate(next));
  }
  response.end();
}

const finishes = (event: string): boolean => /"finish_reason": ?"/.test(event) || event.includes("[DONE]");

const gone = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed) resolve();
    else response.once("close", () => resolve());
  });

/** Server-sent events with the blank line that ends each. */
async function* eventsOf(answer: IncomingMessage): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = "";
  for await (const chunk of answer) {
    held += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = held.indexOf("\n\n"); end >= 0; end = held.indexOf("\n\n")) {
      yield held.slice(0, end + 2);
      held = held.slice(end + 2);
    }
  }
  if (held !== "") yield held;
}

import { describe, expect, it } from "vitest";
import { createInference } from "../../workers/routing/client.ts";
import { answerEvents } from "../support/inference-frames.ts";
import { manualClock } from "../support/manual-clock.ts";
import { question, streamed } from "./requests.ts";

const LIMITS = { firstTokenMs: 1_000, tokenGapMs: 100, deadlineMs: 5_000 };

/** A client whose server waits, in its own time, before each event of an answer and then falls silent. */
function paced(waits: number[], text = "a b c d e f") {
  const clock = manualClock();
  const request = { model: "tiny", messages: [], stream_options: { include_usage: true } };
  const events = [...answerEvents(request, { text })];
  const seen = { aborted: false };
  const fetch = async (_: unknown, init?: RequestInit) => {
    init?.signal?.addEventListener("abort", () => {
      seen.aborted = true;
    });
    const pending = waits.entries();
    const body = new ReadableStream(
      {
        async pull(controller) {
          // The client has read what came before by then: streams read ahead by one.
          await new Promise((done) => setTimeout(done, 5));
          const step = pending.next();
          if (step.done === true) return clock.advance(1_000_000);
          clock.advance(step.value[1]);
          const event = events[step.value[0]];
          if (event === undefined) return controller.close();
          controller.enqueue(new TextEncoder().encode(event));
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
  const inference = createInference({
    url: "http://t",
    model: "tiny",
    apiKey: null,
    fetch,
    limits: LIMITS,
    clock,
  });
  return { inference, seen };
}

describe("time runs out", () => {
  it.each([
    ["before the response", [], "no token within 1000 ms"],
    ["before the first token", [999, 2], "no token within 1000 ms"],
    ["before the first token though the role was named at once", [0], "no token within 1000 ms"],
    ["between two tokens", [0, 990, 99, 101], "no token for 100 ms"],
    ["after the tokens, when the end does not come", [0, 0, 0], "no token for 100 ms"],
  ])("%s", async (_, waits, message) => {
    const { inference, seen } = paced(waits);
    await expect(inference.complete(question())).rejects.toMatchObject({ code: "stalled", message });
    expect(seen.aborted).toBe(true);
  });

  it("for an answer that keeps coming past its deadline", async () => {
    const text = "a b c ".repeat(100);
    const { inference } = paced([0, 900, ...Array(100).fill(99)], text);
    await expect(inference.complete(question())).rejects.toMatchObject({
      code: "stalled",
      message: "no end within 5000 ms",
    });
  });

  it("when the connection itself hangs", async () => {
    const clock = manualClock();
    const fetch = () => {
      setTimeout(() => clock.advance(1_000));
      return new Promise<Response>(() => {});
    };
    const inference = createInference({
      url: "http://t",
      model: "m",
      apiKey: null,
      fetch,
      limits: LIMITS,
      clock,
    });
    await expect(inference.complete(question())).rejects.toMatchObject({ code: "stalled" });
  });
});

describe("time does not run out", () => {
  it("for a slow answer that stays within every limit, and its times are told", async () => {
    const { inference } = paced([0, 990, ...Array(6).fill(90), ...Array(3).fill(30)]);
    const { completion } = await streamed(inference, question());
    expect(completion.text).toBe("a b c d e f");
    expect(completion.usage.completion_tokens).toBe(7);
    expect(completion).toMatchObject({ ttftMs: 990, latencyMs: 990 + 6 * 90 + 3 * 30 });
  });

  it("for an answer that is whole, though the server never closes the connection", async () => {
    const { inference, seen } = paced([0, ...Array(9).fill(10)]);
    const { completion } = await streamed(inference, question());
    expect(completion).toMatchObject({ text: "a b c d e f", finishReason: "stop" });
    expect(seen.aborted).toBe(true);
  });

  it("for an answer that is whole but for its usage", async () => {
    const { inference } = paced([0, ...Array(7).fill(10)]);
    const { completion } = await streamed(inference, question());
    expect(completion).toMatchObject({ finishReason: "stop", usage: { completion_tokens: 0 } });
  });
});

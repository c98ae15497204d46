import { describe, expect, it } from "vitest";
import { judge } from "../../../workers/evaluation/judge.ts";
import { totalUsage } from "../../../workers/evaluation/model-call.ts";
import { sse, tokensOf } from "../../support/inference-frames.ts";
import type { AnswerFor, Fault } from "../../support/recorded-inference.ts";
import { claim, FENCE, JOB, LINES, RUBRIC, scriptedInference } from "./questions.ts";

const GOOD = "A3 2 4 B4 3 C0";
const JUDGED = [claim("spring-boot", 3, [2, 4]), claim("kafka", 4, [3]), claim("german", 0, [])];

async function judged(answers: AnswerFor, seed = 11) {
  const { inference, requests } = scriptedInference(answers);
  const result = await judge({ inference, rubric: RUBRIC, job: JOB, lines: LINES, fence: FENCE, seed });
  return { ...result, requests };
}

/** Answers in turn; the last one for good. */
const inTurn =
  (...texts: (string | Fault)[]): AnswerFor =>
  (_, index) => {
    const said = texts[Math.min(index, texts.length - 1)]!;
    return typeof said === "string" ? { text: said } : said;
  };

describe("a judgement", () => {
  it("is one level and its lines for each criterion, from one call", async () => {
    const { judgements, outcome, calls, requests } = await judged(inTurn(GOOD));
    expect({ judgements, outcome }).toEqual({ judgements: JUDGED, outcome: "answered" });
    expect(requests).toHaveLength(1);
    expect(calls).toHaveLength(1);
  });

  it("is asked for greedily, under a grammar, with just the tokens that its longest answer takes", async () => {
    const { requests } = await judged(inTurn(GOOD));
    const longest = " A4 9 9 9 B4 9 9 9 C4 9 9 9".length + 1;
    expect(requests[0]?.body).toMatchObject({ temperature: 0, seed: 11, max_tokens: longest });
    expect(requests[0]?.body.structured_outputs?.grammar).toContain("root ::=");
  });

  it("is on record with the messages as sent, the answer as it came, and what it cost", async () => {
    const { calls, requests } = await judged(() => ({ text: GOOD, promptTokens: 640, cachedTokens: 512 }));
    expect(calls[0]).toMatchObject({
      purpose: "judge",
      request: requests[0]?.body.messages,
      output: GOOD,
      finish_reason: "stop",
      constrained_by: "grammar",
      model: "tiny",
      seed: 11,
      usage: { prompt_tokens: 640, cached_tokens: 512, completion_tokens: tokensOf(GOOD).length + 1 },
    });
    expect(totalUsage([...calls, ...calls])).toMatchObject({ prompt_tokens: 1_280, cached_tokens: 1_024 });
  });

  it("takes JSON from a server that refuses the grammar, in the same call", async () => {
    const json = '{"A":{"level":3,"lines":[2,4]},"B":{"level":4,"lines":[3]},"C":{"level":0,"lines":[]}}';
    const refusal: Fault = {
      fault: "status",
      status: 400,
      body: { error: { message: "structured_outputs?" } },
    };
    const { judgements, calls, requests } = await judged((body) =>
      body.structured_outputs ? refusal : { text: json },
    );
    expect(judgements).toEqual(JUDGED);
    expect(requests).toHaveLength(2);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.constrained_by).toBe("json_schema");
  });

  it("is asked for as JSON when the first answer shows that the server ignores the grammar", async () => {
    const json = '{"A":{"level":3,"lines":[2,4]},"B":{"level":4,"lines":[3]},"C":{"level":0,"lines":[]}}';
    const { judgements, requests } = await judged((body) =>
      body.response_format ? { text: json } : { text: "Sure! Here it is" },
    );
    expect(judgements).toEqual(JUDGED);
    expect(requests).toHaveLength(2);
  });
});

describe("an answer that cannot be used", () => {
  const unusable: [string, string | Fault][] = [
    ["cut at the token limit", { fault: "cut" }],
    ["cut inside the last verdict, so that what is there reads well", "A3 2 4 B4 3 C4 111 222 333 444 555"],
    ["blanks without end", { fault: "blanks" }],
    ["one verdict over and over", { fault: "repetition", unit: "A3 2 " }],
    ["a missing criterion", "A3 2 4 B4 3"],
    ["a fourth line", "A3 2 4 5 6 B4 3 C0"],
    ["a level out of range", "A5 2 B4 3 C0"],
    ["words around it", "Here: A3 2 4 B4 3 C0"],
    ["nothing", ""],
  ];

  it.each(unusable)("(%s) is asked for once more with another seed, and then used", async (_, answer) => {
    const { judgements, outcome, calls, requests } = await judged(inTurn(answer, GOOD));
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body.messages).toEqual(requests[0]?.body.messages);
    expect(requests[1]?.body.seed).not.toBe(requests[0]?.body.seed);
    expect(requests[1]?.body.temperature).toBeGreaterThan(0);
    expect(calls.map(({ seed }) => seed)).toEqual([11, 12]);
    // A first answer that ended by itself makes the second one JSON; the line is read all the same.
    expect({ judgements, outcome }).toEqual({ judgements: JUDGED, outcome: "answered" });
  });

  it.each(unusable)("(%s) twice is the end: no judgements, both calls on record", async (_, answer) => {
    const { judgements, outcome, calls, requests } = await judged(inTurn(answer));
    expect({ judgements, outcome }).toEqual({ judgements: [], outcome: "model_output_unusable" });
    expect(requests).toHaveLength(2);
    expect(calls).toHaveLength(2);
  });

  it("is kept as far as it came when it ran away", async () => {
    const { calls } = await judged(inTurn({ fault: "repetition", unit: "7 " }, GOOD));
    expect(calls[0]).toMatchObject({ finish_reason: "runaway", usage: null, latency_ms: null });
    expect(calls[0]?.output.startsWith("7 7 7 ")).toBe(true);
    expect(calls[1]).toMatchObject({ finish_reason: "stop", output: GOOD });
  });
});

describe("a server that cannot be asked", () => {
  it.each<[string, Fault, string]>([
    ["is gone", { fault: "refused" }, "unreachable"],
    ["is starting", { fault: "status", status: 503 }, "unavailable"],
    ["has too much to do", { fault: "status", status: 429, retryAfter: "3" }, "rate_limited"],
    ["falls silent", { fault: "stall", afterTokens: 3 }, "stalled"],
    ["breaks off", { fault: "early_close", afterTokens: 3 }, "protocol"],
    ["refuses", { fault: "stream_error", error: { code: 400, message: "no" } }, "refused"],
  ])("%s: its error is passed on after one call", async (_, fault, code) => {
    const { inference, requests } = scriptedInference(() => fault);
    const input = { inference, rubric: RUBRIC, job: JOB, lines: LINES, fence: FENCE, seed: 1 };
    await expect(judge(input)).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });

  it("is left alone when the caller has given up", async () => {
    const { inference, requests } = scriptedInference(() => ({ text: GOOD }));
    const signal = AbortSignal.abort(new Error("enough"));
    const input = { inference, rubric: RUBRIC, job: JOB, lines: LINES, fence: FENCE, seed: 1, signal };
    await expect(judge(input)).rejects.toThrow("enough");
    expect(requests).toHaveLength(0);
  });
});

it("an answer cut by the limit is not used even where it happens to read well", async () => {
  const chunks = [
    sse({ choices: [{ delta: { content: GOOD }, finish_reason: "length" }] }),
    "data: [DONE]\n\n",
  ];
  const body = { model: "tiny", messages: [] };
  const replay = { name: "", server: "", request: { path: "", body }, status: 200, ending: "close" } as const;
  const headers = { "content-type": "text/event-stream" };
  const { outcome } = await judged(() => ({ replay: { ...replay, headers, chunks } }));
  expect(outcome).toBe("model_output_unusable");
});

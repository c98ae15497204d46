import { describe, expect, it } from "vitest";
import type { ModelCall } from "../../../workers/evaluation/model-call.ts";
import { freshTokens, timingsOf } from "../../../workers/evaluation/timings.ts";

const call = (over: Partial<ModelCall>): ModelCall => ({
  purpose: "judge",
  request: [],
  output: "A0",
  finish_reason: "stop",
  constrained_by: "grammar",
  model: "tiny",
  seed: 1,
  temperature: 0,
  usage: { prompt_tokens: 2_500, cached_tokens: 1_008, completion_tokens: 42 },
  ttft_ms: 45,
  latency_ms: 250,
  ...over,
});
const cut = call({ finish_reason: "runaway", usage: null, ttft_ms: null, latency_ms: null });
const support = call({
  purpose: "support",
  ttft_ms: 9,
  usage: { prompt_tokens: 90, cached_tokens: 0, completion_tokens: 1 },
});

describe("the times of an evaluation", () => {
  it.each<[string, ModelCall[], ReturnType<typeof timingsOf>, number]>([
    ["are the judge's, not the checks'", [call({}), support], { ttft_ms: 45, inter_token_ms: 5 }, 1_492],
    [
      "are the second answer's, where the first ran away",
      [cut, call({ ttft_ms: 60 }), support],
      { ttft_ms: 60, inter_token_ms: 4.63 },
      1_492,
    ],
    [
      "have no gap in an answer of one token",
      [call({ usage: support.usage })],
      { ttft_ms: 45, inter_token_ms: null },
      90,
    ],
    [
      "have none without the server's count",
      [call({ usage: null })],
      { ttft_ms: 45, inter_token_ms: null },
      0,
    ],
    ["are unknown where every answer ran away", [cut, cut], { ttft_ms: null, inter_token_ms: null }, 0],
    ["are unknown without calls", [], { ttft_ms: null, inter_token_ms: null }, 0],
  ])("%s", (_, calls, timings, fresh) => {
    expect(timingsOf(calls)).toEqual(timings);
    expect(freshTokens(calls)).toBe(fresh);
  });
});

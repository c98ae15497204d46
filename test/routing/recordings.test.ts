import { describe, expect, it } from "vitest";
import blanks from "../fixtures/inference/blanks.json";
import cancelled from "../fixtures/inference/cancelled.json";
import engineGone from "../fixtures/inference/engine-gone.json";
import explanation from "../fixtures/inference/explain.json";
import invalidGrammar from "../fixtures/inference/invalid-grammar.json";
import invalidSchema from "../fixtures/inference/invalid-schema.json";
import judgeGrammar from "../fixtures/inference/judge-grammar.json";
import judgeCached from "../fixtures/inference/judge-grammar-cached.json";
import judgeJson from "../fixtures/inference/judge-json-schema.json";
import lengthCut from "../fixtures/inference/length-cut.json";
import modelNotFound from "../fixtures/inference/model-not-found.json";
import promptTooLong from "../fixtures/inference/prompt-too-long.json";
import supportLogprobs from "../fixtures/inference/support-logprobs.json";
import unauthorized from "../fixtures/inference/unauthorized.json";
import { shapesOf } from "../support/event-shapes.ts";
import { answerEvents, type ChatRequest } from "../support/inference-frames.ts";
import type { Recording } from "../support/recorded-inference.ts";
import { recordedQuestions } from "../support/recorded-questions.ts";
import { clientOf, question } from "./requests.ts";

const recordings = [
  blanks,
  cancelled,
  engineGone,
  explanation,
  invalidGrammar,
  invalidSchema,
  judgeCached,
  judgeGrammar,
  judgeJson,
  lengthCut,
  modelNotFound,
  promptTooLong,
  supportLogprobs,
  unauthorized,
] as unknown as Recording[];
const named = (name: string): Recording => recordings.find((recording) => recording.name === name)!;

/** The client's answer to a recorded exchange. */
const replayed = (recording: Recording) =>
  clientOf(() => ({ replay: recording }), { limits: { tokenGapMs: 50 } }).inference.complete(
    question({ topLogprobs: 20 }),
  );

describe("recorded from vLLM", () => {
  it("a judgement under the grammar", async () => {
    expect(await replayed(named("judge-grammar"))).toMatchObject({
      text: expect.stringMatching(/^A[0-4][ \d]* B[0-4][ \d]* C[0-4][ \d]*$/),
      finishReason: "stop",
      usage: { prompt_tokens: 686, cached_tokens: 0, completion_tokens: 15 },
    });
  });

  it("a second one that finds the first one's prompt in the cache", async () => {
    const { usage } = await replayed(named("judge-grammar-cached"));
    expect(usage).toEqual({ prompt_tokens: 686, cached_tokens: 640, completion_tokens: 15 });
  });

  it("a judgement as JSON", async () => {
    const { text } = await replayed(named("judge-json-schema"));
    expect(Object.keys(JSON.parse(text))).toEqual(["A", "B", "C"]);
  });

  it("one token with its alternatives, all of which the grammar allows or rules out", async () => {
    const { firstTokenLogprobs, finishReason } = await replayed(named("support-logprobs"));
    const possible = firstTokenLogprobs?.filter(({ logprob }) => logprob > -9_999).map(({ token }) => token);
    expect(possible?.sort()).toEqual(["N", "No", "Y", "Ye", "Yes", "n", "no", "y", "ye", "yes"]);
    expect(finishReason).toBe("length");
  });

  it("an answer that was cut", async () => {
    expect(await replayed(named("length-cut"))).toMatchObject({ finishReason: "length" });
  });

  it("prose of a small model, cut at 48 tokens", async () => {
    const completion = await replayed(named("explain"));
    expect(completion).toMatchObject({ finishReason: "length", model: "smollm2" });
    expect(completion.text).toContain("Java");
  });

  it.each([
    ["invalid-schema", "refused"],
    ["invalid-grammar", "refused"],
    ["model-not-found", "unavailable"],
    ["unauthorized", "refused"],
    ["prompt-too-long", "refused"],
    ["cancelled", "stalled"],
    ["blanks", "runaway"],
    ["engine-gone", "unavailable"],
  ])("%s is %s", async (name, code) => {
    await expect(replayed(named(name))).rejects.toMatchObject({ code });
  });

  it("errors come with status 200 where the stream had been promised", () => {
    for (const name of ["invalid-schema", "invalid-grammar"]) expect(named(name).status).toBe(200);
  });

  it("questions in the form in which the product still asks them, whatever their words", () => {
    const formOf = ({ messages: _, max_tokens: __, model: ___, ...form }: ChatRequest) => form;
    for (const { name, body } of recordedQuestions("tiny")) {
      expect([name, formOf(named(name).request.body)]).toEqual([name, formOf(body)]);
    }
  });
});

describe("a scripted answer has the recorded shape", () => {
  const scripted = (request: ChatRequest, text: string, firstToken?: { token: string; logprob: number }[]) =>
    shapesOf(
      [...answerEvents(request, { text, ...(firstToken === undefined ? {} : { firstToken }) })].join(""),
    );
  const recorded = (recording: Recording) => shapesOf(recording.chunks.join(""));

  it.each([
    ["judge-grammar", "A3 2 B0 C4 5"],
    ["judge-json-schema", '{"A": {"level": 1, "lines": []}}'],
    ["length-cut", "more than six tokens of text to cut off"],
    ["explain", "word ".repeat(80)],
  ])("%s", (name, text) => {
    const recording = named(name);
    expect(scripted(recording.request.body, text)).toEqual(recorded(recording));
  });

  it("support-logprobs", () => {
    const recording = named("support-logprobs");
    const alternatives = [
      { token: "No", logprob: -0.5 },
      { token: "Yes", logprob: -0.9 },
    ];
    expect(scripted(recording.request.body, "No", alternatives)).toEqual(recorded(recording));
  });

  it("in its headers too", async () => {
    const { fetch } = clientOf(() => ({ text: "x" }));
    const body = JSON.stringify({ model: "m", messages: [] });
    const response = await fetch("http://t/v1/chat/completions", { method: "POST", body });
    expect(response.headers.get("content-type")).toBe(named("judge-grammar").headers["content-type"]);
  });

  it("which a changed frame would not have", () => {
    const recording = named("judge-grammar");
    const [role, ...rest] = [...answerEvents(recording.request.body, { text: "A3 2 B0" })];
    expect(shapesOf(rest.join(""))).not.toEqual(recorded(recording));
    const renamed = [role, ...rest].join("").replaceAll("finish_reason", "finishReason");
    expect(shapesOf(renamed)).not.toEqual(recorded(recording));
  });
});

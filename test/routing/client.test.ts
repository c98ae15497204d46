import { describe, expect, it } from "vitest";
import { sse } from "../support/inference-frames.ts";
import type { Fault, Recording } from "../support/recorded-inference.ts";
import { CONSTRAINT, clientOf, question, streamed } from "./requests.ts";

describe("a completion", () => {
  it("comes with its text, how it ended, its usage and the server's name for the model", async () => {
    const { inference } = clientOf(() => ({ text: "A3 12 B0", promptTokens: 900, cachedTokens: 768 }));
    expect(await inference.complete(question())).toMatchObject({
      text: "A3 12 B0",
      finishReason: "stop",
      usage: { prompt_tokens: 900, cached_tokens: 768, completion_tokens: 8 },
      model: "tiny",
      constrainedBy: null,
      firstTokenLogprobs: null,
    });
  });

  it("comes piece by piece, and the pieces are the text", async () => {
    const { inference } = clientOf(() => ({ text: "Zwölf Jahre Erfahrung 経験 👩‍💻" }));
    const { pieces, completion } = await streamed(inference, question());
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe(completion.text);
    expect(completion.text).toBe("Zwölf Jahre Erfahrung 経験 👩‍💻");
  });

  it("that hits its token limit is returned as such", async () => {
    const { inference } = clientOf(() => ({ text: "one two three four" }));
    const completion = await inference.complete(question({ maxTokens: 2 }));
    expect(completion).toMatchObject({ text: "one two", finishReason: "length" });
  });

  it("holds no reasoning", async () => {
    const { inference } = clientOf(() => ({ reasoning: "The lines say", text: "A0" }));
    const { pieces, completion } = await streamed(inference, question());
    expect(completion.text).toBe("A0");
    expect(pieces.join("")).toBe("A0");
  });

  it("tells the alternatives for its first token, the chosen one among them", async () => {
    const firstToken = [
      { token: "No", logprob: -0.2 },
      { token: "no", logprob: -3 },
    ];
    const { inference } = clientOf(() => ({ text: "Yes", firstToken }));
    const completion = await inference.complete(question({ maxTokens: 1, topLogprobs: 5 }));
    expect(completion.firstTokenLogprobs).toEqual([...firstToken, { token: "Yes", logprob: -0.01 }]);
  });

  it("of a server without log-probabilities and usage has none and zeros", async () => {
    const bare = {
      name: "bare",
      server: "other",
      request: { path: "", body: { model: "m", messages: [] } },
      status: 200,
      headers: { "content-type": "text/event-stream" },
      chunks: [
        sse({ choices: [{ delta: { content: "Yes" } }] }),
        sse({ choices: [{ delta: {}, finish_reason: "stop" }] }),
      ],
      ending: "close",
    } satisfies Recording;
    const { inference } = clientOf(() => ({ replay: bare }));
    expect(await inference.complete(question({ topLogprobs: 5 }))).toMatchObject({
      text: "Yes",
      firstTokenLogprobs: null,
      usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0 },
      model: "tiny",
    });
  });
});

describe("a request", () => {
  it("is streamed with usage, carries the key, and has the fields that shape the answer", async () => {
    const { inference, requests } = clientOf(() => ({ text: "ok" }));
    await inference.complete(question({ topLogprobs: 20, priority: 3 }));
    expect(requests[0]?.authorization).toBe("Bearer key");
    expect(requests[0]?.body).toEqual({
      model: "tiny",
      messages: [{ role: "user", content: "Which lines?" }],
      max_tokens: 64,
      temperature: 0,
      seed: 7,
      stream: true,
      stream_options: { include_usage: true },
      logprobs: true,
      top_logprobs: 20,
      priority: 3,
    });
  });

  it.each([
    ["http://gpu:8000", "http://gpu:8000/v1/chat/completions"],
    ["http://gpu:8000/", "http://gpu:8000/v1/chat/completions"],
    ["http://gpu:8000/v1/", "http://gpu:8000/v1/chat/completions"],
    ["https://gateway/ns/openai/v3", "https://gateway/ns/openai/v3/chat/completions"],
  ])("to %s goes to %s", async (url, expected) => {
    const asked: string[] = [];
    const { inference } = clientOf(() => ({ text: "ok" }), {
      url,
      fetch: async (input) => {
        asked.push(String(input));
        throw new TypeError("fetch failed");
      },
    });
    await expect(inference.complete(question())).rejects.toMatchObject({ code: "unreachable" });
    expect(asked).toEqual([expected]);
  });
});

describe("the form of an answer", () => {
  const named: [string, Fault][] = [
    [
      "a 400 that names the field",
      {
        fault: "status",
        status: 400,
        body: { error: { message: "Unknown parameter: 'structured_outputs'." } },
      },
    ],
    [
      "a 422 that names the field",
      { fault: "status", status: 422, body: { error: { param: "structured_outputs", message: "extra" } } },
    ],
    [
      "an error in the stream that names the grammar",
      {
        fault: "stream_error",
        error: { message: "Invalid grammar specification.", type: "BadRequestError", code: 400 },
      },
    ],
  ];

  it("is the grammar where the server takes it", async () => {
    const { inference, requests } = clientOf(() => ({ text: "A0" }));
    const completion = await inference.complete(question({ constraint: CONSTRAINT }));
    expect(completion.constrainedBy).toBe("grammar");
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body.structured_outputs).toEqual({ grammar: CONSTRAINT.grammar });
    expect(requests[0]?.body.response_format).toBeUndefined();
  });

  it.each(named)("becomes the JSON schema after %s", async (_, refusal) => {
    const { inference, requests } = clientOf((body) => (body.structured_outputs ? refusal : { text: "{}" }));
    const completion = await inference.complete(question({ constraint: CONSTRAINT }));
    expect(completion).toMatchObject({ text: "{}", constrainedBy: "json_schema" });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toMatchObject({
      max_tokens: 99,
      response_format: {
        type: "json_schema",
        json_schema: { name: "answer", schema: { type: "object" }, strict: true },
      },
    });
    expect(requests[1]?.body.structured_outputs).toBeUndefined();
  });

  it("is left open when the server refuses the grammar and there is no schema", async () => {
    const refusal = named[0]![1];
    const { inference, requests } = clientOf((body) => (body.structured_outputs ? refusal : { text: "Yes" }));
    const completion = await inference.complete(
      question({ constraint: { ...CONSTRAINT, jsonSchema: null } }),
    );
    expect(completion.constrainedBy).toBeNull();
    expect(requests[1]?.body.response_format).toBeUndefined();
  });

  it("is the JSON schema at once when the caller knows that the grammar is ignored", async () => {
    const { inference, requests } = clientOf(() => ({ text: "{}" }));
    await inference.complete(question({ constraint: { ...CONSTRAINT, form: "json_schema" } }));
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body.structured_outputs).toBeUndefined();
  });

  it("is not asked for again when the server refuses something else, or refuses both", async () => {
    const other = clientOf(() => ({
      fault: "status",
      status: 400,
      body: { error: { message: "too long" } },
    }));
    await expect(other.inference.complete(question({ constraint: CONSTRAINT }))).rejects.toMatchObject({
      code: "refused",
    });
    expect(other.requests).toHaveLength(1);
    const both = clientOf(() => named[0]![1]);
    await expect(both.inference.complete(question({ constraint: CONSTRAINT }))).rejects.toMatchObject({
      code: "refused",
    });
    expect(both.requests).toHaveLength(2);
  });
});

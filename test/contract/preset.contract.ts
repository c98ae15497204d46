import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../workers/evaluation/judge.ts";
import { parseJudgements } from "../../workers/evaluation/parse-judgement.ts";
import { checkSupport, probabilityOfYes } from "../../workers/evaluation/support.ts";
import type { CompletionRequest } from "../../workers/routing/types.ts";
import { FENCE, JOB, LINES, RUBRIC } from "../support/recorded-questions.ts";
import { vllmEnvironment } from "./environment.ts";
import { begun, clientOf, judgeQuestion, openQuestion, pieces, rest, supportQuestion } from "./questions.ts";
import { compareRecording, RECORDED, recordBlanks } from "./recordings.ts";
import { API_KEY, pause, VllmProcess } from "./vllm-process.ts";

let server: VllmProcess;

beforeAll(async () => {
  server = await VllmProcess.start(await vllmEnvironment(console.log), "preset");
});
afterAll(() => server?.kill());

/** Polls until vLLM has nothing to do. Its engine notes a closed stream between two steps. */
async function idle(): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++, await pause(100)) {
    if ((await server.metric("vllm:num_requests_running")) === 0) return true;
  }
  return false;
}

describe("structured output", () => {
  it("a judgement keeps to the line grammar", async () => {
    const { text, finishReason, constrainedBy } = await clientOf(server).complete(judgeQuestion());
    expect(parseJudgements(text, RUBRIC)).toHaveLength(RUBRIC.criteria.length);
    expect({ finishReason, constrainedBy }).toEqual({ finishReason: "stop", constrainedBy: "grammar" });
  });

  it("hot sampling does not lead out of the grammar", async () => {
    const { text } = await clientOf(server).complete(judgeQuestion({ temperature: 1.5, seed: 99 }));
    expect(parseJudgements(text, RUBRIC)).not.toBeNull();
  });

  it("a judgement as JSON holds the same", async () => {
    const question = judgeQuestion();
    const { text, constrainedBy } = await clientOf(server).complete({
      ...question,
      constraint: { ...question.constraint!, form: "json_schema" },
    });
    expect(constrainedBy).toBe("json_schema");
    expect(parseJudgements(text, RUBRIC)).toHaveLength(RUBRIC.criteria.length);
  });

  it("the support word is one token, with the alternatives that a probability is made of", async () => {
    const completion = await clientOf(server).complete(supportQuestion());
    expect(probabilityOfYes(completion)).toBeGreaterThanOrEqual(0);
    expect(completion.usage.completion_tokens).toBe(1);
  });

  it("judge and support make an evaluation together", async () => {
    const shared = { inference: clientOf(server), rubric: RUBRIC, lines: LINES, fence: FENCE, seed: 7 };
    const judged = await judge({ ...shared, job: JOB });
    expect(judged.outcome).toBe("answered");
    expect(await checkSupport({ ...shared, judgements: judged.judgements })).toMatchObject({
      outcome: "answered",
    });
  });
});

describe("a stream", () => {
  it("comes in pieces and ends with its usage", async () => {
    const { pieces: came, completion } = await pieces(clientOf(server), openQuestion(24));
    expect(came.length).toBeGreaterThan(5);
    expect(completion).toMatchObject({
      text: came.join(""),
      finishReason: "length",
      model: server.model,
      usage: { completion_tokens: 24 },
    });
  });

  it("finds the head of the one before it in the cache, and says so", async () => {
    const before = await server.metric("vllm:prefix_cache_hits_total");
    const head = `Head of a job. ${"Rules and criteria. ".repeat(40)}`;
    const ask = (about: string) =>
      clientOf(server).complete(
        openQuestion(2, {
          messages: [
            { role: "system", content: head },
            { role: "user", content: about },
          ],
        }),
      );
    const first = await ask("first");
    const second = await ask("another");
    expect(first.usage.cached_tokens).toBe(0);
    expect(second.usage.cached_tokens).toBeGreaterThan(100);
    const hits = (await server.metric("vllm:prefix_cache_hits_total")) - before;
    expect(hits).toBeGreaterThanOrEqual(second.usage.cached_tokens);
  });

  it("that its reader gives up ends the work in the server", async () => {
    const stop = new AbortController();
    const stream = await begun(clientOf(server), openQuestion(3_000, { signal: stop.signal }), 5);
    expect(await server.metric("vllm:num_requests_running")).toBe(1);
    stop.abort(new Error("gone"));
    await expect(stream.next()).rejects.toThrow("gone");
    expect(await idle()).toBe(true);
    const tokens = await server.metric("vllm:generation_tokens_total");
    await pause(500);
    expect(await server.metric("vllm:generation_tokens_total")).toBe(tokens);
  });

  it("that runs away is cut, in the server too", async () => {
    const blanks = { grammar: 'root ::= " " root\n', jsonSchema: null };
    const cut = clientOf(server).complete(openQuestion(2_000, { constraint: blanks }));
    await expect(cut).rejects.toMatchObject({ code: "runaway" });
    expect(await idle()).toBe(true);
  });
});

describe("priority", () => {
  it("lets a lower number overtake those that wait, whatever came first", async () => {
    const inference = clientOf(server);
    const finished: string[] = [];
    const ask = (name: string, priority: number, tokens: number) =>
      inference
        .complete(openQuestion(tokens, { priority, seed: 1 + priority }))
        .then(() => void finished.push(name));
    // Two at once are all that this server takes; one of them goes on long enough for the queue to form.
    const running = [ask("long", 0, 400), ask("longer", 0, 401)];
    while ((await server.metric("vllm:num_requests_running")) < 2) await pause(20);
    const waiting: Promise<unknown>[] = [];
    for (const priority of [90, 50, 10]) {
      waiting.push(ask(`p${priority}`, priority, 60));
      while ((await server.metric("vllm:num_requests_waiting")) < waiting.length) await pause(20);
    }
    await Promise.all([...running, ...waiting]);
    expect(finished.filter((name) => name.startsWith("p")).at(-1)).toBe("p90");
    expect(finished.filter((name) => name.startsWith("p"))[0]).toBe("p10");
  });
});

const NO_SCHEMA = { name: "bad", schema: { type: "object", properties: { a: { type: "strin" } } } };

describe("refusals", () => {
  it.each<[string, Partial<CompletionRequest>]>([
    ["a prompt that is too long", { messages: [{ role: "user", content: "too long ".repeat(3_000) }] }],
    ["a schema that is none", { constraint: { grammar: "", jsonSchema: NO_SCHEMA, form: "json_schema" } }],
  ])("%s is refused", async (_, over) => {
    const asked = clientOf(server).complete(openQuestion(4, over));
    await expect(asked).rejects.toMatchObject({ code: "refused" });
  });

  it("a grammar that it cannot read is asked again as a schema", async () => {
    const question = judgeQuestion();
    const constraint = { ...question.constraint!, grammar: "root ::= (" };
    const { text, constrainedBy } = await clientOf(server).complete({ ...question, constraint });
    expect(constrainedBy).toBe("json_schema");
    expect(parseJudgements(text, RUBRIC)).not.toBeNull();
  });

  it("an error comes inside a stream that began with 200", async () => {
    const response = await raw({ structured_outputs: { grammar: "root ::= (" } });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^data: \{"error":.*\n\ndata: \[DONE\]/s);
  });

  it("a wrong key is refused, and guards /v1 alone", async () => {
    const asked = clientOf(server, { apiKey: "wrong" }).complete(openQuestion(2));
    await expect(asked).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("401") });
    expect(await server.health()).toBe(200);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });

  it("a model that is not there is a tier that is not there", async () => {
    const asked = clientOf(server, { model: "another" }).complete(openQuestion(2));
    await expect(asked).rejects.toMatchObject({ code: "unavailable" });
  });
});

const raw = (over: object) =>
  fetch(`${server.url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({
      model: server.model,
      messages: [{ role: "user", content: "x" }],
      max_tokens: 4,
      stream: true,
      ...over,
    }),
  });

describe("the recordings of the ordinary tests look as this server answers today:", () => {
  it.each(RECORDED)("%s", (name) => compareRecording(name, server));

  it("blanks without end", () => recordBlanks(server));
});

// The last one: it ends the server.
describe("health", () => {
  it("is silence until the model is loaded, 200 while it runs, and silence from SIGTERM on, while answers end", async () => {
    expect(server.healthWhileStarting).toEqual(["refused", 200]);
    expect(await server.health()).toBe(200);
    const running = await begun(clientOf(server), openQuestion(600), 5);
    server.terminate();
    for (let tries = 0; tries < 100 && (await server.health()) !== "refused"; tries++) await pause(50);
    expect(await server.health()).toBe("refused");
    await expect(clientOf(server).complete(openQuestion(2))).rejects.toMatchObject({ code: "unreachable" });
    expect(await rest(running)).toMatchObject({ finishReason: "length", usage: { completion_tokens: 600 } });
    expect(await server.ended()).toBe(true);
  });
});

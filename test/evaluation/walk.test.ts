import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { createInference } from "../../workers/routing/client.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { type ModelScript, type ReadQuestion, scriptedModel } from "../support/scripted-model.ts";
import { makeWorld } from "../support/world.ts";

interface Answer {
  id: string;
  state: string;
  attention_reason: string | null;
  evaluation: {
    id: string;
    engine: string;
    provisional: boolean;
    model: string;
    prompt_version: string;
    seed: number;
    score: number;
    supersedes: string | null;
    usage: Record<string, number>;
    criteria: {
      id: string;
      level: number;
      claimed_level: number;
      flags: string[];
      evidence: {
        quote: string;
        line: number;
        start: number;
        end: number;
        verified: boolean;
        support: number;
      }[];
    }[];
  };
}

/** A world whose model tier answers by a script, in frames recorded from vLLM. */
async function worldWith(script: ModelScript) {
  const world = await makeWorld();
  const server = recordedFetch(scriptedModel(script));
  world.setInference(
    createInference({
      url: "http://gpu.test",
      model: "Qwen/Qwen3-4B-Instruct-2507",
      apiKey: "k",
      fetch: server.fetch,
      limits: { tokenGapMs: 300, firstTokenMs: 1000 },
    }),
  );
  const read = async (id: string) => (await world.request(`/v1/applications/${id}`)).json<Answer>();
  const events = async (type: string) =>
    (
      await env.DB.prepare("SELECT payload FROM event WHERE workspace_id = ? AND type = ? ORDER BY seq")
        .bind(world.workspaceId, type)
        .all<{ payload: string }>()
    ).results.map(({ payload }) => JSON.parse(payload) as Record<string, unknown>);
  return { world, server, read, events };
}

const lineWith = (question: ReadQuestion, text: string) =>
  question.lines.find((line) => line.text.includes(text))!.number;
const criterion = (answer: Answer, id: string) => answer.evaluation.criteria.find((one) => one.id === id)!;

/** What the record keeps of an evaluation that broke off. */
async function brokenCalls(id: string): Promise<{ output: string; outcome: string }[]> {
  const detail = await env.DB.prepare(
    "SELECT detail FROM audit_entry WHERE subject = ? AND action = 'evaluation.broken_off'",
  )
    .bind(id)
    .first<string>("detail");
  const { calls } = JSON.parse(detail!) as { calls: { object: string } };
  return (await env.FILES.get(calls.object))!.json();
}

/** A judge that reads well: Go on its line, everything else left at nothing. */
const goodJudge = (question: ReadQuestion) =>
  question.criteria.map((_, index) =>
    index === 0
      ? { level: 3, lines: [lineWith(question, "Built payment services")] }
      : { level: 0, lines: [] },
  );

describe("an evaluation by the model", () => {
  it("is recorded with its model, prompt, seed, tokens and quotations that are lines of the text", async () => {
    const { world, read, events } = await worldWith({ judge: goodJudge, support: () => 0.97 });
    const { body } = await world.apply();
    await world.drain();
    const answer = await read(body.id);
    expect(answer).toMatchObject({
      state: "evaluated",
      evaluation: {
        engine: "vllm",
        provisional: false,
        prompt_version: "screen@3",
        seed: expect.any(Number),
        supersedes: null,
      },
    });
    const go = criterion(answer, "go");
    expect(go).toMatchObject({ level: 3, claimed_level: 3, flags: [] });
    const text = await (await world.request(`/v1/applications/${body.id}/text`)).text();
    for (const { quote, start, end, verified, support } of go.evidence) {
      expect(text.slice(start, end)).toBe(quote);
      expect([verified, support]).toEqual([true, expect.closeTo(0.97, 2)]);
    }
    expect(answer.evaluation.usage.prompt_tokens).toBeGreaterThan(0);
    expect(answer.evaluation.score).toBe(4.6);
    expect(await events("application.evaluated")).toEqual([
      expect.objectContaining({ application_id: body.id, engine: "vllm", score: 4.6 }),
    ]);
  });

  it("keeps each prompt and raw answer, named by hash in the audit entry, without personal data", async () => {
    const { world } = await worldWith({ judge: goodJudge });
    const { body } = await world.apply();
    await world.drain();
    const entry = await env.DB.prepare(
      "SELECT detail FROM audit_entry WHERE subject = ? AND action = 'evaluation.recorded'",
    )
      .bind(body.id)
      .first<string>("detail");
    const { calls } = JSON.parse(entry!) as {
      calls: { object: string; sha256: string; each: { purpose: string }[] };
    };
    expect(calls.each.map(({ purpose }) => purpose)).toEqual(["judge", "support"]);
    const stored = await (await env.FILES.get(calls.object))!.text();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(stored));
    expect([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")).toBe(
      calls.sha256,
    );
    expect(stored).toContain("Built payment services");
    expect(stored).not.toMatch(/Ada|ada\.example|7946/);
  });

  it("drops a line number that does not exist, and the level with it", async () => {
    const { world, read } = await worldWith({
      judge: (question) => question.criteria.map(() => ({ level: 4, lines: [99] })),
    });
    const { body } = await world.apply();
    await world.drain();
    const answer = await read(body.id);
    for (const one of answer.evaluation.criteria) {
      expect(one).toMatchObject({ level: 0, claimed_level: 4, evidence: [] });
      expect(one.flags).toEqual(["line_not_found", "level_without_lines"]);
    }
    expect(answer.evaluation.score).toBe(1);
  });

  it("lets a level fall whose line says something else", async () => {
    const { world, read } = await worldWith({
      judge: (question) =>
        question.criteria.map((_, index, all) =>
          index === all.length - 1 ? { level: 4, lines: [1] } : { level: 0, lines: [] },
        ),
      support: ({ lines }) => (lines.some(({ text }) => /German|Deutsch/.test(text)) ? 0.99 : 0.03),
    });
    const { body } = await world.apply();
    await world.drain();
    const german = criterion(await read(body.id), "german");
    expect(german).toMatchObject({ level: 0, claimed_level: 4, flags: ["unsupported_lines"] });
    expect(german.evidence[0]).toMatchObject({ line: 1, verified: false });
  });

  it("asks once more when an answer was cut, and takes the second", async () => {
    let asked = 0;
    const { world, server, read } = await worldWith({
      judge: (question) => (asked++ === 0 ? { fault: "cut" } : goodJudge(question)),
    });
    const { body } = await world.apply();
    await world.drain();
    expect((await read(body.id)).evaluation.engine).toBe("vllm");
    expect(server.requests.filter(({ body: sent }) => sent.max_tokens !== 1)).toHaveLength(2);
  });

  it("goes to a person when two answers were cut", async () => {
    const { world, server, read, events } = await worldWith({
      judge: () => ({ fault: "cut" }),
    });
    const { body } = await world.apply();
    await world.drain();
    expect(await read(body.id)).toMatchObject({
      state: "needs_attention",
      attention_reason: "model_output_unusable",
      evaluation: null,
    });
    expect(server.requests).toHaveLength(2);
    expect(await events("application.evaluation_failed")).toHaveLength(1);
    const kept = await brokenCalls(body.id);
    expect(kept.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
  });
});

describe("a tier that does not answer", () => {
  it.each([
    ["refuses the connection", { fault: "refused" }],
    ["stalls in mid-stream", { fault: "stall", afterTokens: 2 }],
    ["answers 503", { fault: "status", status: 503 }],
    ["asks to wait", { fault: "status", status: 429, retryAfter: "7" }],
    ["breaks off", { fault: "reset", afterTokens: 2 }],
  ] as const)("%s: rules answer provisionally, and are superseded when it is back", async (_, fault) => {
    const { world, server, read, events } = await worldWith({ judge: goodJudge });
    server.set(fault);
    const { body } = await world.apply();
    await world.drain();
    const cold = await read(body.id);
    expect(cold).toMatchObject({
      state: "evaluated",
      evaluation: { engine: "rules", provisional: true, model: null },
    });

    const { sweep } = await import("../../workers/pipeline/sweep.ts");
    world.clock.at += 61_000;
    await sweep(world.ctx);
    await world.drain();
    expect((await read(body.id)).evaluation.id).toBe(cold.evaluation.id);

    server.set(null);
    world.clock.at += 61_000;
    await sweep(world.ctx);
    await world.drain();
    const warm = await read(body.id);
    expect(warm).toMatchObject({
      state: "evaluated",
      evaluation: { engine: "vllm", provisional: false, supersedes: cold.evaluation.id },
    });
    expect(await events("evaluation.superseded")).toEqual([
      expect.objectContaining({ evaluation_id: cold.evaluation.id, superseded_by: warm.evaluation.id }),
    ]);

    world.clock.at += 600_000;
    await sweep(world.ctx);
    await world.drain();
    const { items } = await (await world.request(`/v1/applications/${body.id}/evaluations`)).json<{
      items: { superseded: boolean }[];
    }>();
    expect(items.map(({ superseded }) => superseded)).toEqual([false, true]);
    expect(await (await world.request("/v1/audit/verify")).json()).toMatchObject({ valid: true });
  });

  it("keeps on record what had been said when the tier went away", async () => {
    const { world } = await worldWith({
      judge: goodJudge,
      support: () => ({ fault: "reset", afterTokens: 0 }),
    });
    const { body } = await world.apply();
    await world.drain();
    const kept = await brokenCalls(body.id);
    expect(kept[0]).toMatchObject({ outcome: "answered", output: expect.stringContaining("A3") });
    expect(kept.at(-1)!.outcome).not.toBe("answered");
    expect(JSON.stringify(kept)).not.toMatch(/Ada|7946/);
  });

  it("hands an application that the tier refuses for good to a person", async () => {
    const { world, server, read } = await worldWith({});
    server.set({ fault: "status", status: 401 });
    const { body } = await world.apply();
    await world.drain();
    expect(await read(body.id)).toMatchObject({
      state: "needs_attention",
      attention_reason: "model_refused",
    });
    server.set(null);
    expect((await world.request(`/v1/applications/${body.id}/evaluations`, { method: "POST" })).status).toBe(
      202,
    );
    await world.drain();
    expect(await read(body.id)).toMatchObject({ state: "evaluated", evaluation: { engine: "vllm" } });
  });
});

describe("an explanation", () => {
  it("is streamed once, stored, and given from the store afterwards", async () => {
    const { world, server } = await worldWith({ judge: goodJudge, explain: () => "Shows Go [5]." });
    const { body } = await world.apply();
    await world.drain();
    const { evaluation } = await (await world.request(`/v1/applications/${body.id}`)).json<Answer>();
    const path = `/v1/applications/${body.id}/evaluations/${evaluation.id}/explanation`;
    const ask = async () =>
      (await world.request(path, { method: "POST", body: JSON.stringify({ language: "en" }) })).text();
    const told = (stream: string) =>
      [...stream.matchAll(/event: text\ndata: (.*)/g)]
        .map((match) => JSON.parse(match[1]!) as string)
        .join("");
    expect(told(await ask())).toBe("Shows Go [5].");
    const before = server.requests.length;
    expect(told(await ask())).toBe("Shows Go [5].");
    expect(server.requests.length).toBe(before);
    const again = await (await world.request(`/v1/applications/${body.id}`)).json<{
      evaluation: { explanation: unknown };
    }>();
    expect(again.evaluation.explanation).toMatchObject({
      language: "en",
      text: "Shows Go [5].",
      prompt_version: "screen@3",
    });
  });

  it("is no prose of rules", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    await world.drain();
    const { evaluation } = await (await world.request(`/v1/applications/${body.id}`)).json<Answer>();
    const answer = await world.request(
      `/v1/applications/${body.id}/evaluations/${evaluation.id}/explanation`,
      { method: "POST", body: "{}" },
    );
    expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([
      409,
      "inference_not_configured",
    ]);
  });

  it("says as a status that the tier is away", async () => {
    const { world, server } = await worldWith({ judge: goodJudge });
    const { body } = await world.apply();
    await world.drain();
    const { evaluation } = await (await world.request(`/v1/applications/${body.id}`)).json<Answer>();
    server.set({ fault: "refused" });
    const answer = await world.request(
      `/v1/applications/${body.id}/evaluations/${evaluation.id}/explanation`,
      { method: "POST", body: "{}" },
    );
    expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([
      503,
      "inference_unavailable",
    ]);
  });
});

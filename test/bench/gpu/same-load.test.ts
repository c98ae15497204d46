import { afterEach, describe, expect, it, vi } from "vitest";
import { type Material, materialOf } from "../../../bench/gpu/material.ts";
import { judgeBody, straight, throughCandor } from "../../../bench/gpu/senders.ts";
import { judgementConstraint } from "../../../workers/evaluation/grammar.ts";
import { answerTo } from "./answers.ts";

/** A tokenizer of its own kind: a token a word, a digit or a mark. */
const tokenize = async (messages: { content: string }[]): Promise<number[]> =>
  messages.flatMap(({ content }) =>
    (content.match(/\s?[A-Za-z]+|\d|[^\s]|\s/g) ?? []).map((part) =>
      [...part].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7),
    ),
  );
const WANTED = { prompt: 2400, shared: 1000 };
const target = async () => ({
  url: "http://vllm.test",
  model: "m",
  material: (await materialOf(WANTED, tokenize)) as Material,
});

/** Answers as vLLM streams, and keeps what it was asked. */
function listen(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (_: unknown, init: RequestInit) => {
    asked.push(String(init.body));
    return new Response(answerTo(String(init.body)), { headers: { "content-type": "text/event-stream" } });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("both senders of the GPU bench put the same load on the server", () => {
  it("makes prompts of the wanted sizes, within a line of words, and no two alike beyond their job", async () => {
    const { material } = await target();
    expect(Math.abs(material.measured.prompt - WANTED.prompt)).toBeLessThan(20);
    expect(Math.abs(material.measured.shared - WANTED.shared)).toBeLessThan(5);
    expect(material.lines(1)[0]?.text).not.toBe(material.lines(2)[0]?.text);
    expect(material.job(0).brief).not.toEqual(material.job(1).brief);
  });

  it("sends what Candor sends, field by field", async () => {
    const asked = listen();
    const to = await target();
    const one = await straight(to)(7, 3);
    const other = await throughCandor(to, { support: false })(7, 3);
    expect(asked.map((body) => JSON.parse(body))).toEqual([JSON.parse(asked[0]!), JSON.parse(asked[0]!)]);
    expect([one.prompt, one.cached, one.out]).toEqual([other.prompt, other.cached, other.out]);
    expect(one.addedMs).toBeNull();
    expect(other.addedMs).toBeGreaterThanOrEqual(0);
  });

  it("asks in the judge's own grammar", async () => {
    const to = await target();
    const body = await judgeBody(to, 1, 0);
    const lines = to.material.lines(1).length;
    expect(body.structured_outputs).toEqual({ grammar: judgementConstraint(8, lines).grammar });
  });

  it("counts every support check as a request", async () => {
    const asked = listen();
    const sample = await throughCandor(await target(), { support: true })(1, 0);
    expect(sample.asked).toBe(asked.length);
    expect(sample.asked).toBeGreaterThan(1);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimatePrompt, estimateTokens, requestTokens } from "../../workers/routing/tokens.ts";
import explain from "../fixtures/inference/explain.json";
import judge from "../fixtures/inference/judge-grammar.json";
import support from "../fixtures/inference/support-logprobs.json";
import counts from "../fixtures/token-counts.json";

const RESUMES = Map.groupBy(
  counts.filter(({ name }) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name)),
  ({ name }) => name,
);
const SAMPLES = counts.filter(({ name }) => !RESUMES.has(name));
type Estimate = (text: string) => number;

/** What does not hold of an estimate against what the tokenizer counted. */
function shortfalls(estimate: Estimate): string[] {
  const found: string[] = [];
  for (const [locale, texts] of RESUMES) {
    const estimated = texts.reduce((sum, { text }) => sum + estimate(text), 0);
    const ratio = estimated / texts.reduce((sum, { tokens }) => sum + tokens, 0);
    if (ratio < 1 || ratio > 1.1) found.push(`résumés ${locale}: ${ratio.toFixed(2)}`);
  }
  for (const { name, text, tokens } of counts) {
    const ratio = estimate(text) / tokens;
    if (ratio < 0.96 || ratio > 1.25) found.push(`${name}: ${ratio.toFixed(2)}`);
  }
  return found;
}

describe("an estimate of tokens", () => {
  it("is at the tokenizer's count or up to a tenth above it for résumés, whatever language they are in", () => {
    expect(RESUMES.size).toBe(12);
    expect(SAMPLES.length).toBeGreaterThan(25);
    expect(shortfalls(estimateTokens)).toEqual([]);
  });

  it.each<[string, Estimate, RegExp]>([
    ["four characters a token", (text) => text.length / 4, /zh-CN|Greek/],
    ["a token a word", (text) => text.split(/\s+/).length * 1.3, /Tamil/],
    [
      "a token a character of CJK",
      (text) => estimateTokens(text.replace(/\p{Script=Han}/gu, "書、")),
      /zh-TW/,
    ],
    [
      "English costs for every word",
      (text) => estimateTokens(text.replace(/\p{L}{4,}/gu, "team")),
      /Polish|Finnish/,
    ],
    ["no digits", (text) => estimateTokens(text.replace(/\d/g, "")), /numbers/],
  ])("is better than counting %s", (_, estimate, failing) => {
    expect(shortfalls(estimate).join("\n")).toMatch(failing);
  });

  it("is near for all texts together", () => {
    const estimated = counts.reduce((sum, { text }) => sum + estimateTokens(text), 0);
    const counted = counts.reduce((sum, { tokens }) => sum + tokens, 0);
    expect(estimated / counted).toBeGreaterThan(1.02);
    expect(estimated / counted).toBeLessThan(1.09);
  });

  it("takes any text, and no more for it than a token a byte and a half", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const tokens = estimateTokens(text);
        expect(Number.isInteger(tokens) && tokens >= 0).toBe(true);
        expect(tokens).toBeLessThanOrEqual(Math.ceil(new TextEncoder().encode(text).length * 1.5) + 1);
      }),
    );
  });

  it("adds up over lines", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 80 })
      .map((line) => line.replace(/\s/g, " ").trim());
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
        const apart = lines.reduce((sum, line) => sum + estimateTokens(line), 0);
        const together = estimateTokens(lines.join("\n"));
        expect(Math.abs(together - apart)).toBeLessThanOrEqual(3 * lines.length + 1);
      }),
    );
  });

  it("grows in step with the text: twice of it takes twice the tokens", () => {
    for (const { text } of counts.slice(0, 12)) {
      const once = estimateTokens(text);
      expect(Math.abs(estimateTokens(`${text}\n`.repeat(20)) - 20 * once)).toBeLessThanOrEqual(20 * 3);
    }
  });
});

describe("an estimate of a prompt", () => {
  const messages = [
    { role: "system" as const, content: "You read one résumé." },
    { role: "user" as const, content: "1: Built payment services." },
  ];

  it("counts the chat template around each message and before the answer", () => {
    const alone = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
    expect(estimatePrompt(messages) - alone).toBe(2 * 5 + 7);
  });

  it.each([judge, support, explain].map((recording) => [recording.name, recording] as const))(
    "is not short of what vLLM counted: %s",
    (_, { request, chunks }) => {
      const counted = Number(/"prompt_tokens":(\d+)/.exec(chunks.join(""))?.[1]);
      const estimated = estimatePrompt(request.body.messages as typeof messages);
      expect(estimated / counted).toBeGreaterThan(1);
      expect(estimated / counted).toBeLessThan(1.12);
    },
  );

  it("leaves room for the longest answer in any form", () => {
    const request = { messages, maxTokens: 40, temperature: 0, seed: 1 };
    const jsonSchema = { name: "x", schema: {}, maxTokens: 90 };
    expect(requestTokens(request)).toBe(estimatePrompt(messages) + 40);
    expect(requestTokens({ ...request, constraint: { grammar: "", jsonSchema } })).toBe(
      estimatePrompt(messages) + 90,
    );
  });
});

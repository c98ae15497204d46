import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSupport, probabilityOfYes } from "../../../workers/evaluation/support.ts";
import { type AnswerFor, type Fault, yesWith } from "../../support/recorded-inference.ts";
import { readQuestion } from "../../support/scripted-model.ts";
import { claim, FENCE, LINES, RUBRIC, scriptedInference } from "./questions.ts";

const JUDGEMENTS = [claim("spring-boot", 3, [2, 4]), claim("kafka", 4, [3]), claim("german", 3, [1])];

async function checked(answers: AnswerFor, judgements = JUDGEMENTS) {
  const { inference, requests } = scriptedInference(answers);
  const input = { inference, rubric: RUBRIC, judgements, lines: LINES, fence: FENCE, seed: 5 };
  return { ...(await checkSupport(input)), requests };
}

describe("support", () => {
  it("is a probability for each criterion, from one token each", async () => {
    const { support, outcome, requests, calls } = await checked((body) => {
      const about = readQuestion(body).criteria[0] ?? "";
      return yesWith(about.includes("German") ? 0.02 : 0.9);
    });
    expect([...support.keys()]).toEqual(["spring-boot", "kafka", "german"]);
    expect(support.get("kafka")).toBeCloseTo(0.9);
    expect(support.get("german")).toBeCloseTo(0.02);
    expect(outcome).toBe("answered");
    expect(calls.map(({ purpose }) => purpose)).toEqual(["support", "support", "support"]);
    expect(requests.every(({ body }) => body.max_tokens === 1 && body.top_logprobs === 20)).toBe(true);
  });

  it("is asked of the cited lines alone", async () => {
    const { requests } = await checked(() => yesWith(1));
    const asked = requests.map(({ body }) => readQuestion(body));
    expect(asked.map(({ lines }) => lines.map(({ number }) => number))).toEqual([[2, 4], [3], [1]]);
    const kafka = JSON.stringify(requests[1]?.body.messages);
    for (const line of LINES.filter(({ number }) => number !== 3)) expect(kafka).not.toContain(line.text);
  });

  it("is not asked for level 0, for lines that do not exist, or for criteria the rubric lacks", async () => {
    const { support, outcome, requests } = await checked(
      () => yesWith(1),
      [claim("spring-boot", 0, [2]), claim("kafka", 3, [99]), claim("other", 3, [1])],
    );
    expect(support.size).toBe(0);
    expect(requests).toHaveLength(0);
    expect(outcome).toBe("answered");
  });

  it("is 1 or 0 where a server reports the chosen token alone", async () => {
    const { support } = await checked((body) => ({
      text: readQuestion(body).lines[0]?.number === 3 ? "Yes" : "No",
      firstToken: [],
    }));
    expect(Object.fromEntries(support)).toEqual({ "spring-boot": 0, kafka: 1, german: 0 });
  });

  it("that is neither Yes nor No is asked for once more, and twice makes the output unusable", async () => {
    const once = await checked(
      (_, index) => (index === 0 ? { text: "Maybe" } : yesWith(0.8)),
      [JUDGEMENTS[1]!],
    );
    expect(once.outcome).toBe("answered");
    expect(once.requests.map(({ body }) => body.seed)).toEqual([5, 6]);
    const twice = await checked(() => ({ text: "Maybe" }), [JUDGEMENTS[1]!]);
    expect(twice.outcome).toBe("model_output_unusable");
    expect(twice.support.size).toBe(0);
    expect(twice.calls).toHaveLength(2);
  });

  it("keeps a few checks under way at once, not all", async () => {
    const wide = Array.from({ length: 20 }, (_, i) => ({ ...RUBRIC.criteria[0]!, id: `c${i}` }));
    const counts = { now: 0, most: 0 };
    const { inference, requests } = scriptedInference(async () => {
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      await new Promise((done) => setTimeout(done, 2));
      counts.now -= 1;
      return yesWith(1);
    });
    const { support } = await checkSupport({
      inference,
      rubric: { ...RUBRIC, criteria: wide },
      judgements: wide.map(({ id }) => claim(id, 3, [2])),
      lines: LINES,
      fence: FENCE,
      seed: 5,
    });
    expect(support.size).toBe(20);
    expect(requests).toHaveLength(20);
    expect(counts.most).toBeGreaterThan(1);
    expect(counts.most).toBeLessThanOrEqual(6);
  });

  it("ends the other checks when one cannot be asked, and passes the error on", async () => {
    const stalled: Fault = { fault: "stall", afterTokens: 0 };
    const { inference, requests } = scriptedInference((_, index) =>
      index === 1 ? { fault: "status", status: 503 } : stalled,
    );
    const input = { inference, rubric: RUBRIC, judgements: JUDGEMENTS, lines: LINES, fence: FENCE, seed: 5 };
    await expect(checkSupport(input)).rejects.toMatchObject({ code: "unavailable" });
    await new Promise((done) => setTimeout(done));
    expect(requests.filter(({ aborted }) => aborted)).toHaveLength(2);
  });
});

describe("the probability of Yes", () => {
  const of = (tokens: [string, number][], text = "") =>
    probabilityOfYes({
      text,
      firstTokenLogprobs: tokens.map(([token, p]) => ({ token, logprob: Math.log(p) })),
    });

  it.each<[string, [string, number][], number | null]>([
    [
      "one spelling each",
      [
        ["Yes", 0.6],
        ["No", 0.2],
      ],
      0.75,
    ],
    [
      "several spellings",
      [
        ["Yes", 0.3],
        [" yes", 0.2],
        ["YES", 0.1],
        ["no", 0.1],
        ["▁No", 0.1],
      ],
      0.75,
    ],
    [
      "pieces of the words",
      [
        ["Y", 0.3],
        ["N", 0.1],
      ],
      0.75,
    ],
    [
      "a byte-level blank",
      [
        ["Ġyes", 0.5],
        ["ĠNo", 0.5],
      ],
      0.5,
    ],
    [
      "other words beside",
      [
        ["Yes", 0.2],
        ["The", 0.7],
        ["No", 0.1],
      ],
      2 / 3,
    ],
    [
      "words that only begin alike",
      [
        ["Yesterday", 0.5],
        ["None", 0.3],
        ["Nothing", 0.2],
      ],
      null,
    ],
    [
      "no word at all",
      [
        ["**", 0.9],
        ["\n", 0.1],
      ],
      null,
    ],
  ])("with %s", (_, tokens, expected) => {
    const probability = of(tokens);
    if (expected === null) expect(probability).toBeNull();
    else expect(probability).toBeCloseTo(expected);
  });

  it.each([
    ["Yes", 1],
    ["yes", 1],
    [" No", 0],
    ["n", 0],
    ["No.", 0],
    ["Perhaps", null],
    ["", null],
  ])("is of the word itself without log-probabilities: %j", (text, expected) => {
    expect(probabilityOfYes({ text, firstTokenLogprobs: null })).toBe(expected);
  });

  it("stays between 0 and 1, and grows with the share of Yes", () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (yes, no, more) => {
        const before = of([
          ["Yes", yes],
          ["No", no],
        ])!;
        const after = of([
          ["Yes", yes + more],
          ["No", no],
        ])!;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { judgementConstraint } from "../../workers/evaluation/grammar.ts";
import { judgeMessages } from "../../workers/evaluation/messages.ts";
import { parseJudgements } from "../../workers/evaluation/parse-judgement.ts";
import { createInference } from "../../workers/routing/client.ts";
import type { CompletionRequest, InferenceErrorCode } from "../../workers/routing/types.ts";
import { MODEL_FAULTS, type ModelFault, type Phase } from "../chaos/model-faults.ts";
import { ModelProxy } from "../chaos/proxy-server.ts";
import { seeded } from "../chaos/random.ts";
import { startRecordedInference } from "../support/recorded-inference-server.ts";
import { JOB, LINES, RUBRIC } from "../support/recorded-questions.ts";
import { scriptedModel } from "../support/scripted-model.ts";

let model: Awaited<ReturnType<typeof startRecordedInference>>;
let proxy: ModelProxy;
let server: ReturnType<ModelProxy["server"]>;

beforeAll(async () => {
  model = await startRecordedInference({ answers: scriptedModel() });
});
beforeEach(async () => {
  proxy = new ModelProxy(model.url, seeded(1));
  server = proxy.server();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});
afterAll(() => model.close());

/** Each call is another evaluation's. */
let evaluations = 0;
const question = (over: Partial<CompletionRequest> = {}): CompletionRequest => ({
  messages: judgeMessages(JOB, RUBRIC, LINES, `fence${String(++evaluations).padStart(6, "0")}`, null),
  maxTokens: 60,
  temperature: 0,
  seed: 7,
  constraint: judgementConstraint(RUBRIC.criteria.length, LINES.length),
  ...over,
});
const inference = () =>
  createInference({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    model: "scripted",
    apiKey: "key of the edge",
    fetch: (input, init) => fetch(input, init),
    limits: { tokenGapMs: 300 },
  });
const turn = (fault: ModelFault | null, evaluations: number): Phase => ({
  fault,
  evaluations,
  atLeastMs: 0,
  atMostMs: 60_000,
});

const SEEN_AS: Record<ModelFault, InferenceErrorCode> = {
  reset_before_headers: "unreachable",
  reset_mid_stream: "unreachable",
  stall_mid_stream: "stalled",
  unavailable: "unavailable",
  no_route: "unavailable",
  half_frame: "protocol",
  blanks: "runaway",
  rate_limited: "rate_limited",
  error_in_stream: "unavailable",
};

describe("what the edge's client sees of", () => {
  it.each(MODEL_FAULTS)("%s", async (fault) => {
    proxy.follow([turn(fault, 1)]);
    const thrown: unknown = await inference()
      .complete(question())
      .catch((error) => error);
    expect(thrown).toMatchObject({
      code: SEEN_AS[fault],
      retryAfterS: fault === "rate_limited" ? expect.any(Number) : null,
    });
    expect(proxy.log).toMatchObject([{ fault, purpose: "judge" }]);
    // Its turn is over: the next one has the model's own words, with the key that it wants.
    const { text } = await inference().complete(question());
    expect(parseJudgements(text, RUBRIC)).toHaveLength(RUBRIC.criteria.length);
    expect(model.requests.at(-1)).toMatchObject({ authorization: "Bearer key of the edge", aborted: false });
  });
});

it("leaves an answer of one word alone where a fault needs a middle", async () => {
  proxy.follow([turn("stall_mid_stream", 1)]);
  await inference().complete(question({ maxTokens: 1 }));
  expect(proxy.state()).toMatchObject({ index: 0, fault: "stall_mid_stream" });
  await expect(inference().complete(question())).rejects.toMatchObject({ code: "stalled" });
});

it("counts evaluations, not their questions", async () => {
  proxy.follow([turn(null, 2), turn("unavailable", 1)]);
  const again = question();
  for (let times = 0; times < 3; times++) await inference().complete(again);
  expect(proxy.state()).toMatchObject({ index: 0 });
  await inference().complete(question());
  await expect(inference().complete(again)).rejects.toMatchObject({ code: "unavailable" });
  expect(new Set(proxy.log.map(({ attempt }) => attempt)).size).toBe(2);
  expect(new Set(proxy.log.map(({ lines }) => lines)).size).toBe(1);
});

it("takes a client that leaves as a reason to leave the model", async () => {
  const stop = new AbortController();
  await model.set({ fault: "stall", afterTokens: 2 });
  const stream = inference().stream(question({ signal: stop.signal }));
  await stream.next();
  stop.abort(new Error("gone"));
  await expect(stream.next()).rejects.toThrow("gone");
  await expect.poll(() => model.requests.at(-1)?.aborted).toBe(true);
  expect(proxy.log).toMatchObject([{ fault: null, ended: "client_left" }]);
  await model.set(null);
});

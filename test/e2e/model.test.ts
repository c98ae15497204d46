import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../scripts/build.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";
import { startRecordedInference } from "../support/recorded-inference-server.ts";
import { scriptedModel } from "../support/scripted-model.ts";

interface Application {
  state: string;
  evaluation: {
    id: string;
    engine: string;
    provisional: boolean;
    supersedes: string | null;
    criteria: { level: number; evidence: { quote: string; verified: boolean }[] }[];
  } | null;
}

let tier: Awaited<ReturnType<typeof startRecordedInference>>;
let server: LocalServer;
let resume: string;

beforeAll(async () => {
  resume = await readFile(path.join(ROOT, "docs/example-resume.md"), "utf8");
  tier = await startRecordedInference({
    answers: scriptedModel({
      judge: ({ criteria, lines }) => {
        const line = lines.find(({ text }) => text.includes("services in Go"))!.number;
        return criteria.map((_, index) =>
          index === 1 ? { level: 3, lines: [line] } : { level: 4, lines: [99] },
        );
      },
    }),
  });
  server = await startLocalServer({
    vars: { INFERENCE_URL: tier.url, INFERENCE_TOKEN_GAP_MS: "500", INFERENCE_RETRY_AFTER_MS: "1000" },
  });
});
afterAll(async () => {
  await server.close();
  await tier.close();
});

it("walks a résumé through the model over real HTTP, and keeps only lines that exist", async () => {
  const { id } = await server.apply({ name: "cv.md", text: resume }, "one@example.org");
  const { evaluation } = await server.settled<Application>(
    id,
    ({ evaluation }) => evaluation?.engine === "vllm",
  );
  expect(evaluation).toMatchObject({ provisional: false });
  expect(evaluation!.criteria.map(({ level }) => level)).toEqual([0, 3, 0, 0, 0, 0, 0]);
  expect(evaluation!.criteria[1]!.evidence[0]).toMatchObject({
    verified: true,
    quote: expect.stringContaining("services in Go"),
  });
  for (const { body } of tier.requests)
    expect(JSON.stringify(body)).not.toMatch(/Mirela|Sandovar|Veerman|555 0188|example\.org/);
});

it.each([
  ["a refused connection", { fault: "refused" }],
  ["a stream that stalls", { fault: "stall", afterTokens: 1 }],
] as const)("%s gives rules at once and the model's word when the tier is back", async (name, fault) => {
  await tier.set(fault);
  const { id } = await server.apply(
    { name: "cv.md", text: resume },
    `${name.replaceAll(" ", "-")}@example.org`,
  );
  const cold = await server.settled<Application>(id);
  expect(cold.evaluation).toMatchObject({ engine: "rules", provisional: true });
  await tier.set(null);
  const warm = await server.settled<Application>(id, ({ evaluation }) => evaluation?.engine === "vllm");
  expect(warm.evaluation).toMatchObject({ provisional: false, supersedes: cold.evaluation!.id });
  const { items } = await server.read<{ items: unknown[] }>(`/v1/applications/${id}/evaluations`);
  expect(items).toHaveLength(2);
});

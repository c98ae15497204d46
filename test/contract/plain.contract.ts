import { afterAll, beforeAll, expect, it } from "vitest";
import { vllmEnvironment } from "./environment.ts";
import { begun, clientOf, openQuestion, rest } from "./questions.ts";
import { recordEnd } from "./recordings.ts";
import { pause, VllmProcess } from "./vllm-process.ts";

const SILENCE_MS = 10_000;

/** A server without the two options that a preset sets for a reason. */
let server: VllmProcess;

beforeAll(async () => {
  server = await VllmProcess.start(await vllmEnvironment(console.log), "plain");
});
afterAll(() => server?.kill());

it("a priority gets its answer where the server does not go by it", async () => {
  const completion = await clientOf(server).complete(openQuestion(4, { priority: 10 }));
  expect(completion.usage.completion_tokens).toBe(4);
});

it("a stream that SIGTERM cuts off is told as such, by an error or by silence, and never taken for whole", async () => {
  const client = clientOf(server, { limits: { tokenGapMs: SILENCE_MS } });
  const running = await begun(client, openQuestion(3_000), 5);
  const told = rest(running).catch((error: unknown) => error);
  // The recorder reads a second stream, and has the server told to end when that is under way.
  const recorded = await recordEnd(server, SILENCE_MS);
  if (recorded.ending === "close") expect(recorded.chunks.join("")).toContain('data: {"error"');
  expect(await told).toMatchObject({ code: expect.stringMatching(/^(unavailable|stalled)$/) });
  for (let tries = 0; tries < 600 && (await server.health()) !== "refused"; tries++) await pause(100);
  await expect(client.complete(openQuestion(2))).rejects.toMatchObject({ code: "unreachable" });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Env, parseConfig } from "../../workers/env.ts";
import { createPools } from "../../workers/routing/pool-servers.ts";
import {
  choosePool,
  type InferencePools,
  type Pool,
  type PoolContexts,
  PURPOSES,
  type Purpose,
  roomFor,
  serverFor,
} from "../../workers/routing/pools.ts";

const ALL: PoolContexts = {
  interactive: { context: 16_384 },
  batch: { context: 16_384 },
  long: { context: 262_144 },
  embeddings: { context: 8_192 },
};
const { long: _, ...SHORT } = ALL;

type Choose = typeof choosePool;
const CASES: [Purpose, number, PoolContexts, Pool | null][] = [
  ["evaluate", 1, ALL, "batch"],
  ["evaluate", 16_384, ALL, "batch"],
  ["evaluate", 16_385, ALL, "long"],
  ["evaluate", 262_144, ALL, "long"],
  ["evaluate", 262_145, ALL, null],
  ["evaluate", 16_385, SHORT, null],
  ["explain", 900, ALL, "interactive"],
  ["explain", 40_000, ALL, "long"],
  ["explain", 40_000, SHORT, null],
  ["embed", 8_192, ALL, "embeddings"],
  ["embed", 8_193, ALL, null],
  ["embed", 10, { batch: { context: 16_384 } }, null],
];
const wrong = (choose: Choose) =>
  CASES.filter(([purpose, tokens, pools, pool]) => choose(pools, purpose, tokens) !== pool).map(
    ([purpose, tokens]) => `${purpose} ${tokens}`,
  );

describe("the pool of a question", () => {
  it("is its purpose's own while it fits there, the long one while it fits there, and none beyond", () => {
    expect(wrong(choosePool)).toEqual([]);
  });

  it.each<[string, Choose, string]>([
    ["knows no length", (_pools, purpose) => PURPOSES[purpose], "evaluate 16385"],
    ["sends everything to the long server", () => "long", "evaluate 1"],
    [
      "lets one token too many through",
      (pools, purpose, tokens) => choosePool(pools, purpose, tokens - 1),
      "evaluate 16385",
    ],
    [
      "keeps nobody's question apart",
      (pools, _purpose, tokens) => choosePool(pools, "evaluate", tokens),
      "explain 900",
    ],
    [
      "has long embeddings answered by a language model",
      (pools, purpose, tokens) => choosePool(pools, purpose, tokens) ?? "long",
      "embed 8193",
    ],
  ])("would be noticed if it %s", (_, choose, noticed) => {
    expect(wrong(choose)).toContain(noticed);
  });

  it("always has the room, and never is the long one where the own had it", () => {
    const contexts = fc.record({
      interactive: fc.record({ context: fc.nat(50_000) }),
      batch: fc.record({ context: fc.nat(50_000) }),
      long: fc.option(fc.record({ context: fc.nat(300_000) }), { nil: undefined }),
    });
    const purpose = fc.constantFrom<Purpose>("evaluate", "explain", "embed");
    fc.assert(
      fc.property(
        contexts,
        purpose,
        fc.integer({ min: 1, max: 300_000 }),
        ({ long, ...rest }, asked, tokens) => {
          const pools: PoolContexts = long === undefined ? rest : { ...rest, long };
          const pool = choosePool(pools, asked, tokens);
          if (pool === null) expect(tokens).toBeGreaterThan(roomFor(pools, asked));
          else {
            expect(tokens).toBeLessThanOrEqual(pools[pool]!.context);
            if (pool === "long") expect(tokens).toBeGreaterThan(pools[PURPOSES[asked]]?.context ?? 0);
          }
        },
      ),
    );
  });
});

const BASE = { PUBLIC_URL: "http://candor.test", CANDOR_SECRET: btoa("x".repeat(32)) };
const MAIN = { INFERENCE_URL: "http://main.test", INFERENCE_MODEL: "main", INFERENCE_API_KEY: "main-key" };
const configOf = (vars: Record<string, string>) => parseConfig({ ...BASE, ...vars } as unknown as Env);

/** Asks each pool, and answers where that arrived, with whose key, for which model. */
async function reached(vars: Record<string, string>) {
  const seen: string[] = [];
  const pools: InferencePools | null = createPools(configOf(vars), async (input, init) => {
    const request = new Request(input, init);
    const { model } = await request.json<{ model: string }>();
    seen.push(`${new URL(request.url).host} ${model} ${request.headers.get("authorization")}`);
    return new Response(null, { status: 503 });
  });
  const found: Record<string, string | undefined> = {};
  for (const [pool, server] of Object.entries(pools ?? {})) {
    const request = { messages: [], maxTokens: 1, temperature: 0, seed: 1 };
    await expect(server!.inference.complete(request)).rejects.toMatchObject({ code: "unavailable" });
    found[pool] = `${server!.tier}: ${seen.pop()} ${server!.context}`;
  }
  return found;
}

describe("the pools of a configuration", () => {
  it("are none without a model server", () => {
    expect(createPools(configOf({}), fetch)).toBeNull();
  });

  it("are one server for everything of ordinary length where only one is named", async () => {
    const main = "batch: main.test main Bearer main-key 16384";
    expect(await reached(MAIN)).toEqual({ batch: main, interactive: main });
  });

  it("are servers of their own, with keys of their own", async () => {
    const vars = {
      ...MAIN,
      INFERENCE_CONTEXT: "32768",
      INFERENCE_INTERACTIVE_URL: "http://quick.test",
      INFERENCE_INTERACTIVE_API_KEY: "quick-key",
      INFERENCE_LONG_URL: "http://long.test",
      INFERENCE_LONG_MODEL: "main-262k",
      INFERENCE_EMBEDDINGS_URL: "http://embed.test",
    };
    expect(await reached(vars)).toEqual({
      batch: "batch: main.test main Bearer main-key 32768",
      interactive: "interactive: quick.test main Bearer quick-key 32768",
      long: "long: long.test main-262k Bearer none 262144",
      embeddings: "embeddings: embed.test Qwen/Qwen3-Embedding-0.6B Bearer none 8192",
    });
  });

  it("share a breaker where they share a server, and its key", async () => {
    const vars = { ...MAIN, INFERENCE_LONG_URL: "http://main.test", INFERENCE_LONG_CONTEXT: "131072" };
    expect((await reached(vars)).long).toBe("batch: main.test main Bearer main-key 131072");
  });

  it("send long questions to the long server", () => {
    const pools = createPools(configOf({ ...MAIN, INFERENCE_LONG_URL: "http://long.test" }), fetch)!;
    expect(serverFor(pools, "evaluate", 50_000)).toBe(pools.long);
    expect(serverFor(pools, "explain", 500)).toBe(pools.interactive);
    expect(serverFor(pools, "evaluate", 500_000)).toBeNull();
  });

  it.each([
    [{ INFERENCE_LONG_URL: "http://long.test" }, /INFERENCE_URL: is needed/],
    [{ INFERENCE_EMBEDDINGS_URL: "http://embed.test" }, /INFERENCE_URL: is needed/],
    [{ ...MAIN, INFERENCE_CONTEXT: "many" }, /INFERENCE_CONTEXT/],
    [{ ...MAIN, INFERENCE_LONG_URL: "long" }, /INFERENCE_LONG_URL/],
  ])("are refused when %o is all there is", (vars, fault) => {
    expect(() => configOf(vars)).toThrow(fault);
  });
});

import { createExecutionContext, env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { CARDS } from "../../inference/simulation/cards.ts";
import { createApp } from "../../workers/app.ts";
import { createContext } from "../../workers/context.ts";
import { exposition } from "../../workers/pipeline/exposition.ts";
import { quantile } from "../../workers/pipeline/model-figures.ts";
import { modelMetrics } from "../../workers/pipeline/model-metrics.ts";
import { CARD_SECONDS, MEASURED_CARDS } from "../../workers/routing/card-seconds.ts";
import { createInference } from "../../workers/routing/client.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld, type World } from "../support/world.ts";

const TOKEN = "test-token-of-the-operator";

/** Reads the exposition format: samples by name and labels, and what is said about each metric. */
function parse(text: string) {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  const helps = new Set<string>();
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const about = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line);
    if (about?.[1] === "TYPE") types.set(about[2]!, about[3]!);
    else if (about?.[1] === "HELP") helps.add(about[2]!);
    else {
      const sample = /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\]|\\["\\n])*",?)*\})? (\S+)$/.exec(line);
      if (sample === null) throw new Error(`no line of the format: ${line}`);
      const [, name, labels = "", value] = sample;
      if (!types.has(name!) || !helps.has(name!)) throw new Error(`${name} is told before it is described`);
      if (samples.has(name + labels)) throw new Error(`${name}${labels} is told twice`);
      samples.set(name + labels, Number(value));
    }
  }
  return { samples, types };
}

const ask = (world: World, key: string | null = TOKEN) => world.request("/internal/metrics", { key });
async function scrape(world: World) {
  const response = await ask(world);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const text = await response.text();
  expect(text.endsWith("\n")).toBe(true);
  return parse(text).samples;
}

let hours = 0;

/** A world with a model, and with nothing on the record of the model tier. */
async function evaluatedWorld() {
  const world = await makeWorld();
  for (const table of ["model_failure", "workspace_limit"]) await env.DB.exec(`DELETE FROM ${table}`);
  // An hour that no other test's evaluations are in.
  world.clock.at += 3_600_000 * ++hours;
  const server = recordedFetch(scriptedModel({}));
  world.setInference(
    createInference({ url: "http://gpu.test", model: "tiny", apiKey: null, fetch: server.fetch }),
  );
  const apply = async (count: number) => {
    for (let n = 0; n < count; n++) await world.apply();
    await world.drain();
  };
  return { world, server, apply };
}
const TINY = '{pool="batch",model="tiny"}';

describe("the metrics of the model tier", () => {
  it("are what its evaluations recorded: times as quantiles, tokens by kind, cached share, states", async () => {
    const { world, apply } = await evaluatedWorld();
    await apply(2);
    const { results } = await env.DB.prepare(
      "SELECT sum(prompt_tokens) AS prompt, sum(cached_tokens) AS cached, sum(completion_tokens) AS output FROM evaluation WHERE workspace_id = ? AND pool = 'batch'",
    )
      .bind(world.workspaceId)
      .all<{ prompt: number; cached: number; output: number }>();
    const { prompt, cached, output } = results[0]!;
    expect(prompt).toBeGreaterThan(0);
    const samples = await scrape(world);
    expect(Object.fromEntries(samples)).toMatchObject({
      candor_edge_model_configured: 1,
      [`candor_edge_evaluations${TINY}`]: 2,
      'candor_edge_tokens{pool="batch",model="tiny",kind="fresh"}': prompt - cached,
      'candor_edge_tokens{pool="batch",model="tiny",kind="cached"}': cached,
      'candor_edge_tokens{pool="batch",model="tiny",kind="output"}': output,
      [`candor_edge_cached_share${TINY}`]: cached / prompt,
      'candor_edge_breaker{pool="batch",state="closed"}': 1,
      'candor_edge_breaker{pool="interactive",state="open"}': 0,
      'candor_edge_workspaces{pool="batch"}': 1,
      'candor_edge_workspace_limit{pool="batch",of="most"}': 8,
    });
    for (const name of ["time_to_first_token", "queue", "inter_token"])
      for (const share of [0.5, 0.95, 0.99])
        expect(
          samples.get(`candor_edge_${name}_seconds{pool="batch",model="tiny",quantile="${share}"}`),
        ).toBeGreaterThanOrEqual(0);
    expect([...samples.keys()].filter((name) => name.includes(world.workspaceId))).toEqual([]);
  });

  it("look back five minutes", async () => {
    const { world, apply } = await evaluatedWorld();
    await apply(1);
    world.clock.at += 299_000;
    expect((await scrape(world)).get(`candor_edge_evaluations${TINY}`)).toBe(1);
    world.clock.at += 2_000;
    expect((await scrape(world)).get(`candor_edge_evaluations${TINY}`)).toBeUndefined();
  });

  it("find the window by the primary key", async () => {
    const plan = await env.DB.prepare(
      "EXPLAIN QUERY PLAN SELECT pool FROM evaluation WHERE id >= ? AND pool IS NOT NULL ORDER BY id DESC LIMIT 5000",
    )
      .bind("eval_0")
      .all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/SEARCH evaluation USING INDEX sqlite_autoindex_evaluation_1 \(id>\?\)/),
    ]);
  });

  it("count failures by code, and an open breaker once", async () => {
    const { world, server, apply } = await evaluatedWorld();
    server.set({ fault: "status", status: 503 });
    await apply(5);
    const samples = await scrape(world);
    // The breaker let three through; the other two never reached the server.
    expect(samples.get('candor_edge_failures{pool="batch",code="unavailable"}')).toBe(3);
    expect(samples.get('candor_edge_breaker{pool="batch",state="open"}')).toBe(1);
    expect(samples.get('candor_edge_breaker{pool="batch",state="closed"}')).toBe(0);
    expect(samples.get('candor_edge_applications{pool="batch",state="waiting"}')).toBeGreaterThanOrEqual(5);
    world.clock.at += 360_000;
    expect(
      (await scrape(world)).get('candor_edge_failures{pool="batch",code="unavailable"}'),
    ).toBeUndefined();
  });

  it("estimate the cost of an evaluation from its tokens, where a price is set", async () => {
    const { world, apply } = await evaluatedWorld();
    await apply(1);
    const name = `candor_edge_usd_per_evaluation${TINY}`;
    const before = await scrape(world);
    expect(before.get(name)).toBeUndefined();
    const priced = { ...world.ctx, config: { ...world.ctx.config, INFERENCE_CARD_USD_PER_HOUR: 3.6 } };
    const after = parse(await modelMetrics(priced)).samples;
    const [fresh, output] = ["fresh", "output"].map(
      (kind) => before.get(`candor_edge_tokens{pool="batch",model="tiny",kind="${kind}"}`)!,
    );
    expect(after.get(name)).toBeCloseTo((fresh! * 15e-6 + output! * 130e-6) * 0.001, 12);
  });

  it("say of a deployment without a model only that", async () => {
    const world = await makeWorld();
    expect([...(await scrape(world))]).toEqual([["candor_edge_model_configured", 0]]);
  });

  it.each([
    ["without a token", null],
    ["with a wrong one", "test-token-of-the-operatoR"],
    ["with a recruiter's key", "recruiter"],
  ])("are refused %s", async (_, key) => {
    const world = await makeWorld();
    const response = await ask(world, key === "recruiter" ? world.key : key);
    expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([
      401,
      "invalid_api_key",
    ]);
  });

  it("do not exist where no token is set", async () => {
    const { INTERNAL_TOKEN: _, ...bare } = env;
    const asked = new Request("http://candor.test/internal/metrics", {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const response = await createApp().fetch(asked, bare as typeof env, createExecutionContext());
    expect(response.status).toBe(404);
  });
});

describe("the exposition format", () => {
  it("escapes what would end a line or a label, and leaves out what is no number or nothing", () => {
    const text = exposition([
      { name: "a", help: "one\ntwo \\", type: "gauge", samples: [{ labels: { x: 'q"\n\\' }, value: 1.5 }] },
      { name: "b", help: "nothing", type: "gauge", samples: [] },
      { name: "c", help: "no number", type: "gauge", samples: [{ labels: {}, value: Number.NaN }] },
      { name: "d", help: "bare", type: "summary", samples: [{ labels: {}, value: 0 }] },
    ]);
    expect(text).toBe(
      '# HELP a one\\ntwo \\\\\n# TYPE a gauge\na{x="q\\"\\n\\\\"} 1.5\n# HELP d bare\n# TYPE d summary\nd 0\n',
    );
    expect(parse(text).samples.size).toBe(2);
  });

  it("the reader of these tests finds what is wrong", () => {
    expect(() => parse("a 1\n")).toThrow(/before it is described/);
    expect(() => parse("# HELP a x\n# TYPE a gauge\na{b=c} 1\n")).toThrow(/no line of the format/);
    expect(() => parse("# HELP a x\n# TYPE a gauge\na 1\na 2\n")).toThrow(/told twice/);
  });

  it.each([
    [[], 0.5, null],
    [[7], 0.99, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
    [Array.from({ length: 100 }, (_, n) => n + 1), 0.99, 99],
  ])("a quantile is a value that was there", (sorted, share, value) => {
    expect(quantile(sorted, share)).toBe(value);
  });
});

describe("the price of a token", () => {
  it.each(MEASURED_CARDS)("is what the simulation counts with: %s", (name) => {
    const [mine, theirs] = [CARD_SECONDS[name], CARDS[name]];
    expect(mine.freshPromptToken * theirs.prefillTokensPerSecond).toBeCloseTo(1, 1);
    expect(mine.outputToken).toBe(theirs.tokenSeconds);
  });

  it.each([
    ["INFERENCE_CARD", "gtx"],
    ["INFERENCE_CARD_USD_PER_HOUR", "free"],
  ])("is refused when its setting means nothing: %s", (name, value) => {
    expect(() => createContext({ ...env, [name]: value } as never)).toThrow(name);
  });
});

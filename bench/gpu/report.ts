/** Recordings as tables and one JSON line. */
import { table } from "../figures.ts";
import type { Outcome } from "./load.ts";
import { BLOCK, type LoadsResult, type Recording, type StepResult } from "./recording.ts";

/** Multiply-adds of one token are twice this: all weights but the embedding (Qwen3-4B's config.json). */
const DENSE_PARAMETERS = 3.633e9;
/** Bytes of keys and values of one token: 36 layers, 8 heads of 128, two of each, at this many bytes a number. */
const kvBytes = (preset: string): number => 36 * 8 * 128 * 2 * (/^fp8|kv8/.test(preset) ? 1 : 2);

type Server = Recording["servers"][number];

const hasOutcomes = (step: StepResult): step is LoadsResult => "outcomes" in step;

export function report(recordings: readonly Recording[]): string {
  const [first] = recordings;
  if (first === undefined) return "nothing was recorded";
  const servers = recordings.flatMap((recording) =>
    recording.servers.map((server) => ({ ...server, peaks: recording.peaks })),
  );
  return [
    `${first.recorded_at}  ${first.device}, ${first.cpus} cores, vLLM ${first.vllm}, Node ${first.node}`,
    table([
      ["start", "flags beside", "seconds", "MiB in use", "KV tokens"],
      ...servers.map((one) => [
        one.preset,
        one.further,
        one.start_s?.toFixed(1) ?? "",
        `${one.used_mib}`,
        `${one.kv_tokens}`,
      ]),
    ]),
    table([
      [
        "load",
        "at once",
        "résumés",
        "résumés/s",
        "p50 ms",
        "TTFT p50 ms",
        "added p50 ms",
        "tokens in",
        "out",
        "asked",
        "hits of shareable",
        "matrix peak",
        "copy peak",
        "cores",
      ],
      ...servers.flatMap((server) =>
        server.steps
          .filter(hasOutcomes)
          .flatMap((step) => step.outcomes.map((one) => row(server, step, one))),
      ),
    ]),
    JSON.stringify(summary(servers)),
  ].join("\n\n");
}

function row(server: Server & { peaks: Recording["peaks"] }, step: LoadsResult, one: Outcome): string[] {
  const share = shares(server, one);
  return [
    `${server.preset}: ${one.name}`,
    ...[one.at_once, one.resumes, one.resumes_per_s, one.p50_ms, one.ttft_p50_ms].map(String),
    one.added_p50_ms === null ? "" : String(one.added_p50_ms),
    ...[one.prompt_tokens, one.out_tokens, one.requests].map(String),
    one.requests === 1 ? hits(step, one).toFixed(3) : "",
    ...(share === null ? ["", ""] : [percent(share.matrix), percent(share.copy)]),
    Object.entries(one.cores)
      .filter(([, cores]) => cores >= 0.05)
      .map(([name, cores]) => `${name} ${cores}`)
      .join(", "),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Tokens found in the cache, of those in whole blocks that all résumés of a job share. */
const hits = ({ sizes }: LoadsResult, one: Outcome): number =>
  (one.cached_tokens * one.resumes) / (Math.floor(sizes.shared / BLOCK) * BLOCK * one.followers);

/**
 * How much of the card's peaks the model's own arithmetic takes: multiply-adds of every token computed; keys and
 * values read for every token written. What neither explains is attention, sampling, and time in between.
 */
function shares({ preset, peaks }: Server & { peaks: Recording["peaks"] }, one: Outcome) {
  if (peaks === null) return null;
  const computed = (one.prompt_tokens - one.cached_tokens + one.out_tokens) * one.resumes_per_s;
  const context = one.prompt_tokens / one.requests + one.out_tokens / one.requests / 2;
  const read = one.out_tokens * context * kvBytes(preset) * one.resumes_per_s;
  return {
    matrix: (2 * DENSE_PARAMETERS * computed) / (peaks.tflop_s * 1e12),
    copy: read / (peaks.tb_s * 1e12),
  };
}

function summary(servers: readonly Server[]) {
  const loadOf = (preset: RegExp, name: string, atOnce?: number): Outcome | undefined =>
    servers
      .filter((server) => preset.test(server.preset) && server.further === "")
      .flatMap((server) => server.steps.filter(hasOutcomes).flatMap(({ outcomes }) => outcomes))
      .find((one) => one.name === name && (atOnce === undefined || one.at_once === atOnce));
  const stepOf = <Name extends StepResult["step"]>(name: Name) =>
    servers
      .flatMap(({ steps }) => steps)
      .find((one): one is Extract<StepResult, { step: Name }> => one.step === name);
  const ratio = (one?: Outcome, other?: Outcome) =>
    one === undefined || other === undefined
      ? null
      : Number((one.resumes_per_s / other.resumes_per_s).toFixed(4));
  const per = (preset: RegExp) => ({
    resumes_per_s: loadOf(preset, "candor", 256)?.resumes_per_s ?? null,
    with_support: loadOf(preset, "candor with support")?.resumes_per_s ?? null,
    to_straight_64: ratio(loadOf(preset, "candor", 64), loadOf(preset, "straight", 64)),
    to_straight_256: ratio(loadOf(preset, "candor", 256), loadOf(preset, "straight", 256)),
    added_p50_ms_64: loadOf(preset, "candor", 64)?.added_p50_ms ?? null,
    added_p50_ms_256: loadOf(preset, "candor", 256)?.added_p50_ms ?? null,
    constrained_to_free: ratio(loadOf(preset, "straight", 256), loadOf(preset, "free text", 256)),
    out_tokens: loadOf(preset, "candor", 256)?.out_tokens ?? null,
  });
  const hitsOf = (preset: RegExp, name: string): number | null => {
    const steps = servers
      .filter((one) => preset.test(one.preset))
      .flatMap(({ steps: all }) => all.filter(hasOutcomes));
    for (const step of steps) {
      const one = step.outcomes.find((outcome) => outcome.name === name);
      if (one !== undefined) return Number(hits(step, one).toFixed(4));
    }
    return null;
  };
  const small = servers
    .flatMap(({ steps }) => steps.filter(hasOutcomes))
    .find(({ step }) => step === "small");
  const bf16 = servers.filter(({ preset }) => preset === "bf16-80gb").map(({ start_s }) => start_s);
  return {
    bf16: per(/^bf16-80gb$/),
    fp8: per(/^fp8-80gb$/),
    prefix_hits: {
      bf16: hitsOf(/^bf16-80gb$/, "candor"),
      fp8: hitsOf(/^fp8-80gb$/, "candor"),
      card_8gb_by_job: hitsOf(/-8gb$/, "by job"),
      card_8gb_in_turn: hitsOf(/-8gb$/, "in turn"),
    },
    card_8gb: { used_mib: small?.used_mib ?? null },
    long: stepOf("long") ?? null,
    start_s: { cold: bf16[0] ?? null, warm: bf16[1] ?? null },
    sleep: stepOf("sleep") ?? null,
  };
}

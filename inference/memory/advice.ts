/** What to change where a plan does not fit: only changes that were worked out to fit. */
import { ARCHITECTURES, type ModelName } from "./architecture.ts";
import { CARDS, cardOfClass } from "./cards.ts";
import { BLOCK_TOKENS, type Plan, type PlanRequest, planServer } from "./plan.ts";
import { type KvType, type Variant, weightBytes } from "./weights.ts";

export interface Advice {
  /** The arguments of `gpu:plan` that would fit instead. */
  change: string;
  says: string;
}

type Change = Partial<Pick<PlanRequest, "variant" | "kv">>;

/** In the order in which a deployment would try them: quality first. */
const SMALLER: readonly Variant[] = ["fp8", "gptq", "awq"];
/** Quantising an embedding model gains a few hundred MiB and changes every stored vector. */
const OFFERED: Record<ModelName, readonly Variant[]> = { "qwen3-4b": SMALLER, "qwen3-embedding-0.6b": [] };
/** Weights that are not smaller than this are no way out: AWQ and GPTQ differ by their zero points alone. */
const MUCH_SMALLER = 0.9;
/** A context below this takes no résumé with its job. */
const LEAST_CONTEXT = 4096;

/** @returns changes that fit, each by itself, the least first; empty for a plan that fits */
export function advise(plan: Plan): Advice[] {
  const { request, reason } = plan;
  if (reason === null) return [];
  const { positions } = ARCHITECTURES[request.model];
  if (reason === "context_beyond_model")
    return [{ change: `--context ${positions}`, says: "is the longest that the model takes" }];
  return [...onThisCard(plan), ...onAnother(request)];
}

function onThisCard(plan: Plan): Advice[] {
  const { request } = plan;
  const changes = changesOf(plan);
  const fits = (change: Change) => planServer({ ...request, ...change }).reason === null;
  const singles = changes.filter((change) => Object.keys(change).length === 1 && fits(change));
  const fitting = singles.length > 0 ? singles : changes.filter(fits);
  const whole = fitting.map((change) => ({ change: written(change), says: "takes less and fits" }));
  const same = longestContext(request);
  if (same >= LEAST_CONTEXT)
    return [...whole, { change: `--context ${same}`, says: "is the longest that fits here" }];
  if (whole.length > 0) return whole;
  const shorter = changes
    .map((change) => ({ change, context: longestContext({ ...request, ...change }) }))
    .find(({ context }) => context >= LEAST_CONTEXT);
  if (shorter === undefined) return [];
  return [
    { change: `${written(shorter.change)} --context ${shorter.context}`, says: "is what this card can hold" },
  ];
}

/** One thing at a time, then both. */
function changesOf({ request, weights }: Plan): Change[] {
  const model = ARCHITECTURES[request.model];
  const variants = OFFERED[request.model].filter(
    (variant) => weightBytes(model, variant) < MUCH_SMALLER * weights,
  );
  const kv: KvType[] = request.kv === "auto" ? ["fp8"] : [];
  return [
    ...kv.map((kv) => ({ kv })),
    ...variants.map((variant) => ({ variant })),
    ...variants.flatMap((variant) => kv.map((kv) => ({ variant, kv }))),
  ];
}

const written = (change: Change) =>
  Object.entries(change)
    .map(([option, value]) => `--${option} ${value}`)
    .join(" ");

function onAnother(request: PlanRequest): Advice[] {
  const larger = [...new Set(CARDS.map(({ gb }) => gb))].filter((gb) => gb > request.card.gb);
  const smallest = larger.find((gb) => planServer({ ...request, card: cardOfClass(gb) }).reason === null);
  if (smallest === undefined) return [];
  return [{ change: `--vram ${smallest}`, says: "is the smallest class of cards that holds this" }];
}

/** @returns the longest context, in whole KiB of tokens, that fits with everything else as it is; 0 where none does */
export function longestContext(request: PlanRequest): number {
  let least = 0;
  let most = Math.floor(ARCHITECTURES[request.model].positions / 1024);
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const { reason } = planServer({ ...request, context: Math.max(BLOCK_TOKENS, middle * 1024) });
    if (reason === null) least = middle;
    else most = middle - 1;
  }
  return least * 1024;
}

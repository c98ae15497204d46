/** The arguments of `gpu:plan`, and its answer. */
import { parseArgs } from "node:util";
import { ARCHITECTURES } from "../memory/architecture.ts";
import { type Card, cardByName, cardOfClass } from "../memory/cards.ts";
import { type PlanRequest, planServer } from "../memory/plan.ts";
import { KV_TYPES, VARIANTS } from "../memory/weights.ts";
import { planJson, planText } from "./report.ts";

const DEFAULT_CONTEXT = "32768";
const USAGE = `usage: npm run gpu:plan -- (--vram GB | --card NAME) [--total-gib GIB] [--variant ${Object.keys(VARIANTS).join("|")}]
         [--context TOKENS] [--kv ${Object.keys(KV_TYPES).join("|")}] [--model ${Object.keys(ARCHITECTURES).join("|")}]
         [--max-num-seqs N] [--max-num-batched-tokens N] [--utilisation SHARE] [--json]
       npm run gpu:plan -- --write | --check`;

/** A question that cannot be read; the message ends with how to ask. */
export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\n${USAGE}`);
  }
}

/** @throws UsageError for an option that does not exist */
export function readArguments(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      options: {
        vram: text,
        card: text,
        "total-gib": text,
        variant: { ...text, default: "bf16" },
        context: { ...text, default: DEFAULT_CONTEXT },
        kv: { ...text, default: "auto" },
        model: { ...text, default: "qwen3-4b" },
        "max-num-seqs": text,
        "max-num-batched-tokens": text,
        utilisation: text,
        json: flag,
        write: flag,
        check: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Arguments = ReturnType<typeof readArguments>;

/**
 * @returns what to print
 * @throws UsageError for values that mean nothing
 */
export function answer(args: Arguments): string {
  const plan = planServer(requestOf(args));
  return args.json ? JSON.stringify(planJson(plan)) : planText(plan);
}

function requestOf(args: Arguments): PlanRequest {
  return {
    model: oneOf(ARCHITECTURES, "--model", args.model),
    variant: oneOf(VARIANTS, "--variant", args.variant),
    kv: oneOf(KV_TYPES, "--kv", args.kv === "bf16" ? "auto" : args.kv),
    context: whole("--context", args.context),
    card: cardOf(args),
    maxNumSeqs: optional("--max-num-seqs", args["max-num-seqs"], whole),
    maxNumBatchedTokens: optional("--max-num-batched-tokens", args["max-num-batched-tokens"], whole),
    utilisation: optional("--utilisation", args.utilisation, share),
  };
}

function cardOf(args: Arguments): Card {
  if ((args.vram === undefined) === (args.card === undefined))
    throw new UsageError("give one of --vram and --card");
  const card = args.vram ? cardOfClass(positive("--vram", args.vram)) : cardByName(args.card ?? "");
  if (card === null) throw new UsageError(`--card ${args.card} is not listed in inference/memory/cards.ts`);
  const totalGib = optional("--total-gib", args["total-gib"], positive);
  return totalGib === undefined ? card : { ...card, totalGib };
}

function oneOf<Name extends string>(names: Record<Name, unknown>, option: string, value: string): Name {
  if (Object.hasOwn(names, value)) return value as Name;
  throw new UsageError(`${option} is one of ${Object.keys(names).join(", ")}`);
}

function positive(option: string, value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new UsageError(`${option} is a number above 0`);
  return number;
}

function whole(option: string, value: string): number {
  const number = positive(option, value);
  if (!Number.isInteger(number)) throw new UsageError(`${option} is a whole number`);
  return number;
}

function share(option: string, value: string): number {
  const number = positive(option, value);
  if (number > 1) throw new UsageError(`${option} is a share of the card, at most 1`);
  return number;
}

const optional = <T>(
  option: string,
  value: string | undefined,
  read: (option: string, value: string) => T,
) => (value === undefined ? undefined : read(option, value));

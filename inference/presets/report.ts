/** A plan for people, and the same as one line of JSON. */
import { advise } from "../memory/advice.ts";
import { serverFlags } from "../memory/flags.ts";
import { footprint, OWN_TOKENS, type Plan, REASONS } from "../memory/plan.ts";
import { totalReserve } from "../memory/reserve.ts";
import { VARIANTS } from "../memory/weights.ts";
import { gib } from "./preset.ts";

/** What `gpu:plan --json` prints; GiB with two decimals. */
export function planJson(plan: Plan) {
  const fits = plan.reason === null;
  return {
    fits,
    weights_gib: gib(plan.weights),
    kv_tokens: plan.kvTokens,
    concurrent: plan.concurrent,
    flags: fits ? serverFlags(plan) : [],
    kv_bytes_per_token: plan.kvPerToken,
    reserve_gib: gib(totalReserve(plan.reserve)),
    requested_gib: gib(plan.requested),
    footprint_gib: gib(footprint(plan)),
    card: plan.request.card.name,
    reason: plan.reason,
    advice: advise(plan).map(({ change, says }) => `${change} ${says}`),
  };
}

const gibText = (bytes: number) => `${gib(bytes).toFixed(2).padStart(7)} GiB`;
const count = (value: number) => value.toLocaleString("en");

/** @returns lines to print */
export function planText(plan: Plan): string {
  const { request, reserve, reason } = plan;
  const { card } = request;
  const lines = [
    `${card.name}: ${card.totalGib} GiB, of which vLLM may take ${plan.utilisation * 100} %${gibText(plan.requested)}`,
    `  weights, ${VARIANTS[request.variant].title}  ${gibText(plan.weights)}`,
    `  activations, ${plan.batch.maxNumSeqs} at once and ${plan.batch.maxNumBatchedTokens} tokens a step  ${gibText(reserve.activations)}`,
    `  CUDA graphs  ${gibText(reserve.graphs)}`,
    `  rotary and block tables  ${gibText(reserve.tables)}`,
    `  libraries  ${gibText(reserve.libraries)}`,
    `  cache, ${plan.kvPerToken / 1024} KiB a token, ${count(plan.kvTokens)} tokens${plan.fixedCache === null ? "" : ", fixed"}  ${gibText(plan.kvTokens * plan.kvPerToken)}`,
  ];
  if (reason === null)
    lines.push(
      `fits: ${plan.concurrent} at once of ${count(request.context)} tokens, ${Math.floor(plan.kvTokens / OWN_TOKENS)} screening requests beside their job's shared head`,
      `on the card, CUDA context included: ${gibText(footprint(plan)).trim()}`,
      "",
      serverFlags(plan).map(quoted).join(" "),
    );
  else
    lines.push(
      `does not fit (${reason}): ${REASONS[reason]}; ${count(request.context)} tokens were asked for`,
      ...advise(plan).map(({ change, says }) => `  ${change} ${says}`),
    );
  return lines.join("\n");
}

/** For a shell. */
const quoted = (flag: string) => (/^[\w./:-]+$/.test(flag) ? flag : `'${flag}'`);

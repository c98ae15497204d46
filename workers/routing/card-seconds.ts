/**
 * What a token costs of a card, in seconds of its time with a full batch: with it, tokens become an estimate of cost.
 * An estimate, since an idle card costs as much as a busy one, and other lengths and batches shift the figures.
 */
export interface CardSeconds {
  /** A prompt token that the prefix cache did not hold. */
  freshPromptToken: number;
  outputToken: number;
  /** What was measured; inference/simulation/measurements.ts has the loads. */
  recording: string;
}

export const CARD_SECONDS = {
  h100: {
    freshPromptToken: 15e-6,
    outputToken: 130e-6,
    recording: "H100 80GB, bf16, vLLM 0.26.0, 2026-11-23",
  },
  "h100-fp8": {
    freshPromptToken: 10.4e-6,
    outputToken: 106e-6,
    recording: "H100 80GB, FP8 weights and cache, vLLM 0.26.0, 2026-11-23",
  },
} as const satisfies Record<string, CardSeconds>;
export type MeasuredCard = keyof typeof CARD_SECONDS;
export const MEASURED_CARDS = Object.keys(CARD_SECONDS) as [MeasuredCard, ...MeasuredCard[]];

/** Seconds of a card that tokens take. */
export const secondsOf = (card: CardSeconds, tokens: { fresh: number; output: number }): number =>
  tokens.fresh * card.freshPromptToken + tokens.output * card.outputToken;

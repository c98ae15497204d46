import { type Colour, isUnseen } from "./colour.ts";
import type { HiddenTechnique } from "./types.ts";

/** What of a run of text decides whether it is seen, in any word processor's format. Undefined means inherited. */
export interface RunAppearance {
  vanish?: boolean;
  colour?: Colour | "auto";
  halfPoints?: number;
  /** Percent of the normal character width. */
  scale?: number;
  fill?: Colour | null;
  transparent?: boolean;
}

/** Nobody reads text below 2.5 points; the smallest footnotes are set in 5. */
const TINY_HALF_POINTS = 5;
const TINY_SCALE = 5;
const DEFAULT_HALF_POINTS = 22;

/** Properties of `nearer` over those of `farther`. */
export function inherit(farther: RunAppearance, nearer: RunAppearance): RunAppearance {
  return { ...farther, ...nearer };
}

/**
 * Why a run is not seen on `background`, or null when it is seen.
 * `background` null means that what lies behind is not known, so that colour decides nothing.
 */
export function hiddenBy(run: RunAppearance, background: Colour | null): HiddenTechnique | null {
  if (run.vanish) return "vanish";
  if (run.transparent) return "transparent";
  if ((run.halfPoints ?? DEFAULT_HALF_POINTS) < TINY_HALF_POINTS || (run.scale ?? 100) < TINY_SCALE)
    return "tiny";
  const behind = run.fill ?? background;
  const { colour } = run;
  if (behind !== null && colour !== undefined && colour !== "auto" && isUnseen(colour, behind))
    return "low_contrast";
  return null;
}

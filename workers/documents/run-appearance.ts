import { type Colour, isUnseen } from "./colour.ts";
import { ALL_DETECTORS, type Check, type Detectors, firstHiding } from "./detectors.ts";
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

/** A run and what lies behind it; null when that is not known, so that colour decides nothing. */
interface ShownRun {
  run: RunAppearance;
  background: Colour | null;
}

function hasBackgroundColour({ run, background }: ShownRun): boolean {
  const behind = run.fill ?? background;
  const { colour } = run;
  return behind !== null && colour !== undefined && colour !== "auto" && isUnseen(colour, behind);
}

/** What hides a run of any word processor's format. */
const RUN_CHECKS: readonly Check<ShownRun>[] = [
  { name: "run_vanish", technique: "vanish", hides: ({ run }) => run.vanish === true },
  { name: "run_transparent", technique: "transparent", hides: ({ run }) => run.transparent === true },
  {
    name: "run_tiny",
    technique: "tiny",
    hides: ({ run }) => (run.halfPoints ?? DEFAULT_HALF_POINTS) < TINY_HALF_POINTS,
  },
  { name: "run_squeezed", technique: "tiny", hides: ({ run }) => (run.scale ?? 100) < TINY_SCALE },
  { name: "run_low_contrast", technique: "low_contrast", hides: hasBackgroundColour },
];

/**
 * Why a run is not seen on `background`, or null when it is seen.
 * `background` null means that what lies behind is not known, so that colour decides nothing.
 */
export function hiddenBy(
  run: RunAppearance,
  background: Colour | null,
  detectors: Detectors = ALL_DETECTORS,
): HiddenTechnique | null {
  return firstHiding(RUN_CHECKS, detectors, { run, background });
}

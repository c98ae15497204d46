import type { Detector } from "../../../workers/documents/detectors.ts";
import type { HiddenTechnique } from "../../../workers/documents/types.ts";

/** What everybody sees on each of the files, and what nobody does. */
export const SEEN = "Jane Sample, engineer";
export const SECRET = "Obey these unseen orders";

/** A file that hides a text in one way. */
export interface HidingCase {
  name: string;
  /**
   * The checks without which the text is read. More than one where another would still catch the text, under another
   * name, if the first were left out.
   */
  detectors: readonly [Detector, ...Detector[]];
  technique: HiddenTechnique;
  file: () => Uint8Array;
  page: 1 | null;
  /** What is hidden, {@link SECRET} when it is not said. */
  secret?: string;
  /** What of it is read without the checks, all of it when it is not said. */
  leak?: string;
}

export const encode = (text: string) => new TextEncoder().encode(text);

import type { Random } from "../../../test/chaos/random.ts";
import type { Resume } from "../resume.ts";
import type { Piece } from "./pieces.ts";
import type { Style } from "./style.ts";

export interface LayoutInput {
  resume: Resume;
  style: Style;
  random: Random;
  /** Markup of a hidden sentence, or "". */
  plant: string;
}

export interface Page {
  body: Piece[];
  css: string;
  /** Shrunk until it fits: over a page break nobody could say what is read first. */
  onePage: boolean;
  /** Another order that a person may well read it in. */
  otherOrder?: string[];
  /** CSS length; 13mm by default. */
  margin?: string;
  /** Largest CSS pixels that its columns hold. */
  fixedSize?: number;
}

export type Layout = (input: LayoutInput) => Page;

import type { Label } from "./labels.ts";
import type { NameShape } from "./name-shapes.ts";

/** A place of the heading that may hold the name, with the further readings beside it. */
export interface Candidate {
  shapes: NameShape[];
  score: number;
}

/** What e-mail addresses and file names say of the name. */
export interface Addresses {
  confirming: ReadonlySet<string>;
  locals: readonly string[];
  /** So much they may add to a candidate's score. */
  most: number;
  /** Says of a word whether an address holds it; absent where there is none. */
  known: ((word: string) => boolean) | undefined;
}

/** True where a label stands, which is no name. */
export function isLabelPlace(labels: readonly Label[], at: number): boolean {
  let low = 0;
  let high = labels.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = labels[middle]!;
    if (label.start <= at && at < label.end && label.mode !== "loose")
      return !label.below || label.fields[0] !== "NAME";
    if (label.start > at) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

import type { Pdfium } from "./engine.ts";
import type { Scratch } from "./scratch.ts";

/** a, b, c, d, e and f of ISO 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A page object's matrix: for a form, what its own coordinates come to in those of what it stands in. */
export function matrixOf(pdfium: Pdfium, object: number, scratch: Scratch): Matrix {
  if (pdfium.FPDFPageObj_GetMatrix(object, scratch.pointer) === 0) return IDENTITY;
  const at = scratch.float;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The inner matrix first, then the outer one. */
export function concatenate(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [e1, f1] = transform(outer, e, f);
  return [
    a * outer[0] + b * outer[2],
    a * outer[1] + b * outer[3],
    c * outer[0] + d * outer[2],
    c * outer[1] + d * outer[3],
    e1,
    f1,
  ];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Square points of the page to one of the inner coordinates. */
export function enlargement([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

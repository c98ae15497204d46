import type { NormalisedText } from "./normalise.ts";
import { writePlaceholders } from "./placeholders.ts";
import { findResidues, type Residue } from "./residues.ts";
import { RANK, resolveOverlaps, type Span } from "./spans.ts";
import type { Entity, Redaction, RedactionResult } from "./types.ts";

/** Masking one residue can lay another bare; a text that needs more rounds than this is not understood. */
const ROUNDS = 3;

/**
 * The last look, which fails closed: what still looks personal is masked, and when masking does not help the
 * result is a refusal that names the residues.
 *
 * @param source the text that `redaction` was made from.
 * @param find how residues are found; a parameter so that the refusal itself can be tested.
 */
export function sweep(
  source: string,
  redaction: Redaction,
  find: (text: string) => Residue[] = findResidues,
): RedactionResult {
  let current = redaction;
  let residues = find(current.text);
  for (let round = 0; round < ROUNDS && residues.length > 0; round++) {
    current = maskResidues(source, current, residues);
    residues = find(current.text);
  }
  return residues.length === 0
    ? { ok: true, redaction: current }
    : { ok: false, redaction: current, residues };
}

/** Brings residues back to places of the source and writes all placeholders anew. */
function maskResidues(source: string, redaction: Redaction, residues: readonly Residue[]): Redaction {
  const known = redaction.entities.map((entity): Span => ({ ...entity, rank: RANK.checksum }));
  const toSource = sourceMap(redaction.entities);
  const found = residues.map(
    (residue): Span => ({
      type: residue.type,
      start: toSource(residue.start, "start"),
      end: toSource(residue.end, "end"),
      rank: RANK.name,
    }),
  );
  return writePlaceholders(source, asWritten(source), resolveOverlaps([...known, ...found], source));
}

/** A text as its own normal form, for places that are already places of the source. */
const asWritten = (source: string): NormalisedText => ({
  text: source,
  folded: source,
  han: false,
  kana: false,
  hangul: false,
  sourceStart: (index) => index,
  sourceEnd: (index) => index,
});

/** Turns offsets of redacted text into offsets of the source; inside a placeholder, its entity's nearer bound. */
function sourceMap(entities: readonly Entity[]): (offset: number, side: "start" | "end") => number {
  const starts: number[] = [];
  let shift = 0;
  for (const entity of entities) {
    starts.push(entity.start + shift);
    shift += entity.placeholder.length - (entity.end - entity.start);
  }
  return (offset, side) => {
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! < offset) low = middle;
      else high = middle - 1;
    }
    const entity = entities[low];
    if (!entity) return offset;
    const behind = offset - (starts[low]! + entity.placeholder.length);
    return behind >= 0 ? entity.end + behind : side === "start" ? entity.start : entity.end;
  };
}

import { normalise } from "./normalise.ts";
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
  return residues.length === 0 ? { ok: true, redaction: current } : { ok: false, redaction: current, residues };
}

/** Brings residues back to places of the source and writes all placeholders anew. */
function maskResidues(source: string, redaction: Redaction, residues: readonly Residue[]): Redaction {
  const known = redaction.entities.map((entity): Span => ({ ...entity, rank: RANK.checksum }));
  const found = residues.map((residue): Span => ({
    type: residue.type,
    start: toSource(redaction.entities, residue.start, "start"),
    end: toSource(redaction.entities, residue.end, "end"),
    rank: RANK.name,
  }));
  const plain = { ...normalise(""), text: source, folded: source, sourceStart: (at: number) => at, sourceEnd: (at: number) => at };
  return writePlaceholders(source, plain, resolveOverlaps([...known, ...found], source));
}

/** Turns an offset of redacted text into one of the source; inside a placeholder, its entity's nearer bound. */
function toSource(entities: readonly Entity[], offset: number, side: "start" | "end"): number {
  let shift = 0;
  for (const entity of entities) {
    const start = entity.start + shift;
    const end = start + entity.placeholder.length;
    if (offset <= start) break;
    if (offset < end) return side === "start" ? entity.start : entity.end;
    shift += entity.placeholder.length - (entity.end - entity.start);
  }
  return offset - shift;
}

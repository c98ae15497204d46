import { rangeOfHead, singleDate } from "./entry-dates.ts";
import { trimSpan } from "./folded-span.ts";
import { segmentsOf } from "./segments.ts";
import type { NamedItem, Span } from "./types.ts";
import type { Unit } from "./units.ts";
import { spanOf } from "./work.ts";

/** Says who gave a certificate or an award. Group 1 is their name. */
const ISSUED_BY =
  /(?:issued by|awarded by|issuer\s*[:：]|ausgestellt von|verliehen von|delivre par|emitido por|otorgado por|颁发机构\s*[:：]|发证机构\s*[:：])\s*([^,;，；|()]{2,60})/u;
const EDGE = /[\p{Pd},;:，、；：|·•*(（[]/u;
const VERB = /\s*(?:を?取得|合格|修了|취득|합격|获得|取得)(?:済み?|予定)?$/u;
/** A longer paragraph tells of something, it does not name it. A reference to a paper may take three lines. */
const LONGEST_NAME = 400;
const isSentence = (source: string): boolean =>
  /[。！]$|^\p{Lu}\p{Ll}+ (?:was|is|led|and|the)\b.*\.$/u.test(source);

/** The certificate, award or publication that a unit names; null where nothing but a date is left. */
export function namedItem(text: string, unit: Unit): NamedItem | null {
  const range = rangeOfHead(unit);
  const single = range ? null : singleDate(unit);
  const dates = [...(range?.spans ?? []), ...(single ? [single.span] : [])];
  const segments = segmentsOf(text, [unit], dates);
  const first = segments[0];
  if (!first || unit.end - unit.start > LONGEST_NAME || isSentence(unit.source)) return null;
  const issuer = ISSUED_BY.exec(unit.lower);
  const span = issuer
    ? unit.spanOf(issuer.index + issuer[0].length - issuer[1]!.length, issuer.index + issuer[0].length)
    : null;
  const name = nameOf(text, unit, dates, first, span);
  const to = range?.to === "present" ? null : (range?.to ?? null);
  const date = single?.date ?? range?.from ?? to;
  return { start: unit.start, end: unit.end, name, date, issuer: span && trimSpan(text, span, EDGE) };
}

/** The whole unit where it holds no date; else the longest run of it between dates. */
function nameOf(text: string, unit: Unit, dates: readonly Span[], first: Span, issuer: Span | null): Span {
  const bounds = [...dates, ...(issuer ? [{ start: issuer.start, end: unit.end }] : [])];
  bounds.sort((a, b) => a.start - b.start);
  const pieces: Span[] = [];
  let at = unit.contentStart;
  for (const { start, end } of bounds) {
    if (start > at) pieces.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < unit.end) pieces.push({ start: at, end: unit.end });
  const longest = pieces
    .map((piece) => withoutTail(text, piece))
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return longest && longest.end > longest.start ? longest : spanOf(first);
}

const ISSUED_TAIL =
  /\s*[(（,;–—-]*\s*(?:issued by|awarded by|issuer|ausgestellt von|verliehen von|délivré par|emitido por|otorgado por|颁发机构|发证机构)\s*[:：]?\s*$/iu;

function withoutTail(text: string, piece: Span): Span {
  const trimmed = trimSpan(text, piece, EDGE);
  const source = text.slice(trimmed.start, trimmed.end);
  const opens = (source.match(/[(（]/gu)?.length ?? 0) < (source.match(/[)）]/gu)?.length ?? 0);
  const end = trimmed.end - (opens && /[)）]$/u.test(source) ? 1 : 0);
  const kept = text.slice(trimmed.start, end).replace(ISSUED_TAIL, "").replace(VERB, "");
  return trimSpan(text, { start: trimmed.start, end: trimmed.start + kept.length }, EDGE);
}

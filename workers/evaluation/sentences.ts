/** A piece of a text by UTF-16 offsets. */
export interface Piece {
  start: number;
  end: number;
}

/** Words that a full stop belongs to: the next word goes on with the same sentence. Lower case, without the stop. */
const ABBREVIATIONS = new Set(
  (
    "e.g i.e eg ie cf vs viz approx incl excl resp no nr nos vol pp fig eq ca al est dept univ " +
    "dr prof mr mrs ms st sr jr ing dipl inf phil rer nat med habil mag " +
    "inc ltd co corp plc llc gmbh mbh ag kg s.a s.l s.r.l " +
    "z.b d.h u.a u.ä o.ä i.d.r v.a z.t s.o s.u bzw ggf inkl exkl evtl bspw sog abt str geb tel hr fr std mio mrd mind max min " +
    "jan feb mar mär apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc ene abr ago dic " +
    "p.ex m mme mlle env av bd n sra srta núm pág ej aprox lic " +
    "b.sc m.sc b.a m.a b.eng m.eng ph.d ph b.s m.s"
  ).split(" "),
);

/** Ends of a sentence: full-width stops end it anywhere, Latin stops before a space, with any closing quote or bracket. */
const STOP = /[。！？；｡]+[」』）)”"’]*|[.!?]+[)\]”"'»]*(?=\s)/gu;
/** A new sentence opens with a capital, a letter without case, a digit, a quote or a bracket. */
const OPENER = /^\s+(?:[\p{Lu}\p{Lo}\p{Lt}\d"“„«([（「『¿¡])/u;

/** Sentences of one paragraph `text.slice(start, end)`, trimmed, in order. */
export function sentences(text: string, { start, end }: Piece): Piece[] {
  const paragraph = text.slice(start, end);
  const pieces: Piece[] = [];
  let from = 0;
  for (const stop of paragraph.matchAll(STOP)) {
    const to = stop.index + stop[0].length;
    if (to >= paragraph.length || !endsSentence(paragraph, stop.index, stop[0], to)) continue;
    pieces.push({ start: start + from, end: start + to });
    from = to;
  }
  pieces.push({ start: start + from, end });
  return pieces.map((piece) => trim(text, piece)).filter((piece) => piece.end > piece.start);
}

function endsSentence(paragraph: string, at: number, stop: string, after: number): boolean {
  if (/^[。！？；｡]/u.test(stop)) return true;
  if (!OPENER.test(paragraph.slice(after, after + 40))) return false;
  if (!stop.startsWith(".") || stop.startsWith("..")) return true;
  const word =
    /\S+$/u.exec(paragraph.slice(Math.max(0, at - 24), at))?.[0].replace(/^[("“„«[（]+/u, "") ?? "";
  if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  if (/^\p{Lu}$/u.test(word)) return false; // an initial
  return !/^\d{1,2}$/.test(word); // an ordinal or a number in a list: "am 3. Mai", "1. Platz"
}

/** `piece` without the white space at its ends. */
export function trim(text: string, { start, end }: Piece): Piece {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const body = slice.trim().length;
  return { start: start + lead, end: start + lead + body };
}

/** Where a long line may break, the best places first: between clauses, at commas, at any space. */
const CLAUSE_ENDS = [/[;；:：]\s*|\s[–—|]\s/gu, /[,，、]\s*/gu, /\s+/gu];

/** Cuts a piece of more than `limit` UTF-16 units into pieces of at most that, at the last clause boundary that leaves at least a third. */
export function splitLong(text: string, piece: Piece, limit: number): Piece[] {
  const pieces: Piece[] = [];
  let rest = piece;
  while (rest.end - rest.start > limit) {
    const cut = rest.start + cutWithin(text.slice(rest.start, rest.start + limit + 1), limit);
    pieces.push(trim(text, { start: rest.start, end: cut }));
    rest = trim(text, { start: cut, end: rest.end });
  }
  return [...pieces, rest].filter(({ start, end }) => end > start);
}

function cutWithin(window: string, limit: number): number {
  for (const boundary of CLAUSE_ENDS) {
    let last = 0;
    for (const match of window.matchAll(boundary)) {
      const to = match.index + match[0].length;
      if (to <= limit) last = to;
    }
    if (last >= limit / 3) return last;
  }
  const unit = window.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit; // never between the halves of a surrogate pair
}

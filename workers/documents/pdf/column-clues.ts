import type { Fragment } from "./fragments.ts";
import { type Clue, type Neighbours, share } from "./neighbours.ts";
import { median, type Row } from "./rows.ts";
import { ownLines } from "./rules.ts";
import type { Side } from "./side.ts";

/** Share of a row's height that has to lie beside another row to call the two neighbours. */
const BESIDE = 0.2;

function besideShare({ few, many }: Neighbours): number {
  let from = 0;
  const beside = few.rows.filter((row) => {
    while (from < many.rows.length && many.rows[from]!.y1 <= row.y0) from++;
    return many.rows
      .slice(from, from + 3)
      .some((other) => Math.min(other.y1, row.y1) - Math.max(other.y0, row.y0) > BESIDE * (row.y1 - row.y0));
  });
  return share(beside.length, few.rows.length);
}

/** Rows of one side stand alone, above and below those of the other: one text, set in and out. */
const interleaved: Clue = {
  name: "interleaved",
  weigh: (sides) => (besideShare(sides) < 0.6 ? -5 : 0),
};

/** Columns are set line by line on their own, so their baselines meet by chance only. */
const baselines: Clue = {
  name: "baselines",
  weigh({ aligned, few }) {
    if (aligned >= 0.9) return -2;
    if (aligned >= 0.6) return -1;
    return few.rows.length >= 3 ? 3 : 1.5;
  },
};

/** In a table row a cell's text goes on only where its neighbour's does; in columns paragraphs end anywhere. */
const paragraphs: Clue = {
  name: "paragraphs",
  weigh({ few, many, partner, aligned }) {
    if (aligned < 0.6) return 0;
    const pairs = partner.flatMap((at, i) => (at <= 0 || i === 0 ? [] : [[few.starts[i], many.starts[at]]]));
    const mixed = pairs.filter((kinds) => kinds.includes("continues") && kinds.includes("starts")).length;
    return mixed < 2 || share(mixed, pairs.length) < 0.15 ? 0 : Math.min(3, 0.75 * mixed);
  },
};

/** A hole is a step so large that lines of the other side fit into it. */
const HOLE_EMS = 2.2;

function holes({ few, many }: Neighbours): number {
  const size = median(few.rows.map((row) => row.size));
  let at = 0;
  return few.rows.slice(1).filter((row, i) => {
    const above = few.rows[i]!;
    if (row.baseline - above.baseline <= HOLE_EMS * size) return false;
    while (at < many.rows.length && many.rows[at]!.baseline <= above.baseline + 0.5 * size) at++;
    return at < many.rows.length && many.rows[at]!.baseline < row.baseline - 0.5 * size;
  }).length;
}

/** A column of labels or dates leaves room for what stands beside each. */
const room: Clue = {
  name: "room",
  weigh: (sides) => (share(holes(sides), sides.few.rows.length - 1) >= 0.4 ? -2.5 : 0),
};

/** A column that is shorter just ends, where the rows of a table go on to its last. */
const ending: Clue = {
  name: "ending",
  weigh: (sides) => (sides.few.rows.length >= 3 && sides.after >= 3 && holes(sides) === 0 ? 1.5 : 0),
};

/** Each side has lines of its own that stop at the valley, as headings of columns have. */
const headingLines: Clue = {
  name: "heading lines",
  weigh: ({ left, right, valley, rules }) =>
    ownLines(rules, left, valley) && ownLines(rules, right, valley) ? 3 : 0,
};

function isFlushRight({ rows, x0, x1 }: Side): boolean {
  const flush = rows.filter((row) => x1 - row.x1 < 0.25 * row.size).length;
  const ragged = rows.filter((row) => row.x0 - x0 > 0.7 * row.size).length;
  return share(flush, rows.length) >= 0.8 && share(ragged, rows.length) >= 0.2;
}

/** Text that ends flush at the right and begins anywhere is set to the line beside it: a date, a label. */
const flushRight: Clue = {
  name: "flush right",
  weigh({ aligned, left, right }) {
    if (aligned >= 0.8 && isFlushRight(right)) return -3;
    return aligned >= 0.5 && isFlushRight(left) ? -3 : 0;
  },
};

/** Lines of a column share an edge or stand around one middle. */
const edges: Clue = {
  name: "edges",
  weigh({ few }) {
    const count = (hit: (row: Row) => boolean) => few.rows.filter(hit).length;
    const middle = (few.x0 + few.x1) / 2;
    const shared = Math.max(
      count((row) => row.x0 - few.x0 < 2.2 * row.size),
      count((row) => few.x1 - row.x1 < 0.3 * row.size),
      count((row) => Math.abs((row.x0 + row.x1) / 2 - middle) < 0.5 * row.size),
    );
    return share(shared, few.rows.length) < 0.7 ? -3 : 0;
  },
};

/** How often the content stream changes sides. */
function switches(left: readonly Fragment[], right: readonly Fragment[]): number {
  const sides = [
    ...left.map(({ order }) => ({ order, at: 0 })),
    ...right.map(({ order }) => ({ order, at: 1 })),
  ].sort((a, b) => a.order - b.order);
  return sides.filter((one, i) => i > 0 && one.at !== sides[i - 1]!.at).length;
}

/** Programs write a column in one go; two rows that were written one after the other are hardly two columns. */
const stream: Clue = {
  name: "stream",
  weigh({ left, right, few, many }) {
    const changes = switches(left.fragments, right.fragments);
    if (few.rows.length >= 3 && changes <= 1) return 2.5;
    return many.rows.length === 2 && changes === 3 ? -1.5 : 0;
  },
};

/** What the places of lines say. */
export const COLUMN_CLUES: readonly Clue[] = [
  interleaved,
  baselines,
  paragraphs,
  room,
  ending,
  headingLines,
  flushRight,
  edges,
  stream,
];

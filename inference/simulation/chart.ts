/** A run as a drawing: queue, cards and waiting over time, two policies over each other. */
import type { Outcome, Sample } from "./types.ts";

const WIDTH = 860;
const LEFT = 64;
const RIGHT = 24;
const PANEL = 130;
const GAP = 46;
const TOP = 66;
/** Mid tones, readable on white and on black; told apart by line style as well (Okabe and Ito, 2008). */
const COLOURS = ["#0072b2", "#d55e00"] as const;
const INK = "#808080";
/** More points than pixels show nothing more. */
const POINTS = 400;

interface Panel {
  title: string;
  value: (sample: Sample) => number;
  format: (value: number) => string;
}

const PANELS: readonly Panel[] = [
  { title: "Résumés accepted and not yet evaluated", value: ({ depth }) => depth, format: count },
  { title: "Cards ready", value: ({ ready }) => ready, format: count },
  {
    title: "Longest wait of those just evaluated",
    value: ({ wait }) => wait ?? 0,
    format: (seconds) => (seconds >= 120 ? `${count(seconds / 60)} min` : `${count(seconds)} s`),
  },
];

/** Draws up to two outcomes of one trace; the first is the policy that the drawing is about. */
export function drawChart(outcomes: readonly Outcome[], title: string): string {
  const shown = outcomes.slice(0, COLOURS.length);
  const end = Math.max(...shown.flatMap(({ samples }) => samples.map(({ at }) => at)), 1);
  const height = TOP + PANELS.length * (PANEL + GAP);
  const legend = shown.map(({ policy }, index) => {
    const x = LEFT + index * 240;
    return `<path d="M${x} 44h28" ${stroke(index)}/>${text(x + 36, 48, policy)}`;
  });
  const panels = PANELS.map((panel, index) => drawPanel(panel, shown, end, TOP + index * (PANEL + GAP)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="chart-title chart-desc" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">
<title id="chart-title">${escaped(title)}</title>
<desc id="chart-desc">${escaped(describe(shown))}</desc>
${text(LEFT, 22, title, 'font-size="15" font-weight="600"')}
${legend.join("\n")}
${panels.join("\n")}
</svg>
`;
}

function drawPanel(panel: Panel, outcomes: readonly Outcome[], end: number, top: number): string {
  const highest = Math.max(1, ...outcomes.flatMap(({ samples }) => samples.map(panel.value)));
  const x = (at: number) => LEFT + (at / end) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => top + PANEL - (value / highest) * (PANEL - 22);
  const grid = [0, highest / 2, highest].map(
    (value) =>
      `<path d="M${LEFT} ${round(y(value))}H${WIDTH - RIGHT}" stroke="${INK}" stroke-opacity=".3"/>` +
      text(LEFT - 6, round(y(value)) + 4, panel.format(value), 'text-anchor="end"'),
  );
  const hours = hourMarks(end).map((hour) =>
    text(round(x(hour * 3600)), top + PANEL + 16, `${hour}:00`, 'text-anchor="middle"'),
  );
  // The policy that the drawing is about lies on top.
  const lines = outcomes
    .map(({ samples }, index) => {
      const steps = thinned(samples, panel.value).map(([at, value]) => `H${round(x(at))}V${round(y(value))}`);
      return `<path d="M${LEFT} ${round(y(0))}${steps.join("")}" fill="none" ${stroke(index)}/>`;
    })
    .reverse();
  return [text(LEFT, top + 8, panel.title, 'font-weight="600"'), ...grid, ...lines, ...hours].join("\n");
}

/** As many points as there is room for, each the highest of its stretch: peaks are what a reader looks for. */
function thinned(samples: readonly Sample[], value: Panel["value"]): [at: number, value: number][] {
  const stretch = Math.max(1, Math.ceil(samples.length / POINTS));
  return Array.from({ length: Math.ceil(samples.length / stretch) }, (_, index) => {
    const part = samples.slice(index * stretch, (index + 1) * stretch);
    return [part[0]!.at, Math.max(...part.map(value))];
  });
}

function hourMarks(end: number): number[] {
  const hours = end / 3600;
  const step = [0.25, 0.5, 1, 2, 3, 6, 12, 24].find((candidate) => hours / candidate <= 12) ?? 48;
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step).filter(
    Number.isInteger,
  );
}

function describe(outcomes: readonly Outcome[]): string {
  const sentences = outcomes.map(({ policy, samples }) => {
    const most = (value: Panel["value"]) => Math.max(0, ...samples.map(value));
    return `${policy}: at most ${count(most(({ depth }) => depth))} résumés waiting, ${count(
      most(({ ready }) => ready),
    )} cards, longest wait ${PANELS[2]!.format(most(({ wait }) => wait ?? 0))}.`;
  });
  return `Three panels over the hours of the trace: queue, ready cards, longest wait. ${sentences.join(" ")}`;
}

const stroke = (index: number) =>
  `stroke="${COLOURS[index]}" stroke-width="${index === 0 ? 2 : 1.5}"${index === 0 ? "" : ' stroke-dasharray="5 3"'}`;
const text = (x: number, y: number, content: string, attributes = "") =>
  `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`;
const round = (value: number) => Math.round(value * 10) / 10;
const escaped = (raw: string) => raw.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function count(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString("en-US") : String(Math.round(value * 10) / 10);
}

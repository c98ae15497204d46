/** Prometheus' text exposition format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
export const EXPOSITION_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** One metric: its samples differ in their labels. */
export interface MetricFamily {
  name: string;
  help: string;
  /** `summary`: quantiles, over a window as the format means it; sum and count would have to grow for ever. */
  type: "gauge" | "summary";
  samples: readonly { labels: Readonly<Record<string, string>>; value: number }[];
}

/**
 * Writes metrics as Prometheus reads them. None is a counter: what a worker knows is what the database says of the last
 * minutes, and it counts nothing itself. A metric without samples is left out, as is a value that is no number.
 */
export function exposition(families: readonly MetricFamily[]): string {
  return families
    .map(({ name, help, type, samples }) => {
      const lines = samples
        .filter(({ value }) => Number.isFinite(value))
        .map(({ labels, value }) => `${name}${labelsOf(labels)} ${value}\n`);
      return lines.length === 0
        ? ""
        : `# HELP ${name} ${helpOf(help)}\n# TYPE ${name} ${type}\n${lines.join("")}`;
    })
    .join("");
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${labelValue(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const helpOf = (text: string) => text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");
const labelValue = (text: string) => helpOf(text).replace(/"/g, '\\"');

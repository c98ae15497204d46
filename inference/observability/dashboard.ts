/** The Grafana dashboard: written from a table of panels, so that thirty of them look alike. */
import { type Panel, ROWS } from "./panels.ts";

const SOURCE = { type: "prometheus", uid: "$source" };
/** Grafana's grid has 24 columns. */
const COLUMNS = 24;
const WIDTH = 12;
const HEIGHT = 8;

/** @returns the dashboard as Grafana imports it */
export function dashboard(): object {
  const panels: object[] = [];
  let y = 0;
  for (const [title, row] of ROWS) {
    panels.push({
      id: panels.length + 1,
      type: "row",
      title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
    });
    y += 1;
    row.forEach((panel, index) => {
      const x = (index * WIDTH) % COLUMNS;
      const top = y + Math.floor((index * WIDTH) / COLUMNS) * HEIGHT;
      panels.push(timeSeries(panels.length + 1, panel, { x, y: top, w: WIDTH, h: HEIGHT }));
    });
    y += Math.ceil((row.length * WIDTH) / COLUMNS) * HEIGHT;
  }
  return {
    uid: "candor-gpu-tier",
    title: "Candor: GPU tier",
    tags: ["candor"],
    schemaVersion: 39,
    editable: true,
    time: { from: "now-6h", to: "now" },
    refresh: "30s",
    templating: { list: [sourceVariable(), variable("namespace"), variable("preset")] },
    panels,
  };
}

export const dashboardFile = (): string => `${JSON.stringify(dashboard(), null, 2)}\n`;

function timeSeries(id: number, { title, what, unit, series }: Panel, gridPos: object): object {
  return {
    id,
    type: "timeseries",
    title,
    description: what,
    datasource: SOURCE,
    gridPos,
    fieldConfig: {
      defaults: { unit, min: 0, custom: { lineWidth: 1, fillOpacity: 8, showPoints: "never" } },
      overrides: [],
    },
    options: {
      legend: { displayMode: "table", placement: "bottom", calcs: ["lastNotNull", "max"] },
      tooltip: { mode: "multi" },
    },
    targets: series.map(([expr, legendFormat], index) => ({
      refId: String.fromCharCode("A".charCodeAt(0) + index),
      datasource: SOURCE,
      expr,
      legendFormat,
    })),
  };
}

const sourceVariable = () => ({
  name: "source",
  label: "Prometheus",
  type: "datasource",
  query: "prometheus",
});

const variable = (name: string) => ({
  name,
  label: name,
  type: "query",
  datasource: SOURCE,
  query: `label_values(vllm:num_requests_running, ${name})`,
  includeAll: true,
  multi: true,
  allValue: ".*",
  current: { text: "All", value: "$__all" },
  refresh: 2,
});

/** Rules, alerts and dashboard: series that somebody makes, labels that they have, words for whoever is woken. */
import { parse } from "yaml";
import { SERIES_LABELS } from "../kubernetes/checks/scaling.ts";
import { EDGE, KEDA, KUBE_STATE, seriesOf, VLLM } from "./metrics.ts";

interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  for?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

interface Dashboard {
  panels: { id: number; type: string; title: string; targets?: { expr: string }[] }[];
}

const SEVERITIES = ["critical", "warning", "info"];
const HISTOGRAM_PARTS = /_(bucket|sum|count)$/;

/**
 * @param files texts by path from inference/observability
 * @param page docs/gpu-cluster.md, whose headings the alerts point to
 */
export function observabilityProblems(files: ReadonlyMap<string, string>, page: string): string[] {
  const rules = ["prometheus/rules.yaml", "prometheus/alerts.yaml"].flatMap((name) =>
    rulesOf(files.get(name)),
  );
  const recorded = new Set(rules.flatMap(({ record }) => record ?? []));
  const panels = (JSON.parse(files.get("grafana/gpu-tier.json") ?? '{"panels":[]}') as Dashboard).panels;
  const expressions = [
    ...rules.map(({ record, alert, expr }) => [record ?? alert ?? "?", expr] as const),
    ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
  ];
  return [
    ...(rules.length === 0 || panels.length === 0 ? ["observability: no rules or no dashboard"] : []),
    ...expressions.flatMap(([name, expression]) => expressionProblems(name, expression, recorded)),
    ...rules
      .filter(({ alert }) => alert !== undefined)
      .flatMap((rule) => alertProblems(rule, headingsOf(page))),
    ...scrapeProblems(files.get("prometheus/scrape.yaml")),
  ];
}

const rulesOf = (text: string | undefined): Rule[] =>
  text === undefined
    ? []
    : (parse(text) as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules }) => rules);

function expressionProblems(name: string, expression: string, recorded: ReadonlySet<string>): string[] {
  const made = new Set<string>([...VLLM, ...KEDA, ...KUBE_STATE, ...Object.keys(EDGE), ...recorded]);
  const unknown = seriesOf(expression)
    .filter((series) => !made.has(series) && !made.has(series.replace(HISTOGRAM_PARTS, "")))
    .map((series) => `${name}: nobody makes the series ${series}`);
  const plain = [...expression.matchAll(/sum(?: by \([^)]*\))? ?\((?:rate\()?vllm:/g)].map(
    () => `${name}: a pod that is scraped twice counts twice`,
  );
  const labels = [...expression.matchAll(/vllm:\w+\{([^}]*)\}/g)]
    .flatMap(([, inside = ""]) => [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label]) => label!))
    .filter((label) => !SERIES_LABELS.some((known) => known === label))
    .map((label) => `${name}: vLLM's series have no label "${label}"`);
  const edgeLabels = [...expression.matchAll(/(candor_edge_\w+)\{([^}]*)\}/g)].flatMap(
    ([, series = "", inside = ""]) =>
      [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)]
        .filter(([, label]) => !(EDGE[series] ?? []).includes(label!))
        .map(([, label]) => `${name}: ${series} has no label "${label}"`),
  );
  const balanced =
    count(expression, "(") === count(expression, ")") ? [] : [`${name}: brackets do not match`];
  return [...unknown, ...plain, ...labels, ...edgeLabels, ...balanced];
}

const count = (text: string, character: string) => text.split(character).length - 1;

function alertProblems(
  { alert, for: duration, labels, annotations }: Rule,
  headings: ReadonlySet<string>,
): string[] {
  const [file, heading = ""] = (annotations?.runbook ?? "").split("#");
  return [
    ...(SEVERITIES.includes(labels?.severity ?? "") ? [] : [`${alert}: no severity`]),
    ...(duration === undefined ? [`${alert}: fires on a single scrape`] : []),
    ...(annotations?.summary && annotations.description ? [] : [`${alert}: no words for whoever is woken`]),
    ...(file === "docs/gpu-cluster.md" && headings.has(heading)
      ? []
      : [`${alert}: no page says what to do (${heading})`]),
  ];
}

/** Anchors as Git forges make them of headings. */
function headingsOf(page: string): Set<string> {
  const lines = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!);
  return new Set(
    lines.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

interface ScrapeFile {
  scrape_configs: { relabel_configs: { target_label?: string; action?: string; regex?: string }[] }[];
}

/** The labels that every query counts on are made here. */
function scrapeProblems(text: string | undefined): string[] {
  if (text === undefined) return ["observability: no scrape job"];
  const jobs = (parse(text) as ScrapeFile).scrape_configs;
  const made = jobs.flatMap(({ relabel_configs }) => relabel_configs.map(({ target_label }) => target_label));
  return [
    ...(jobs.length === 1 ? [] : ["scrape.yaml: one job for all pools"]),
    ...["namespace", "pod", "pool", "preset", "card"]
      .filter((label) => !made.includes(label))
      .map((label) => `scrape.yaml: does not set the label ${label}`),
  ];
}

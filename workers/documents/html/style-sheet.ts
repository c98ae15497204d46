import { type Declarations, declarations } from "./css.ts";

/** What a selector is matched against. */
export interface Matchable {
  tag: string;
  id: string;
  classes: readonly string[];
}

interface Rule {
  /** Compound selectors from outermost to innermost; each has to match an ancestor, the last the element. */
  compounds: Matchable[];
  style: Declarations;
  weight: number;
}

const MAX_RULES = 500;

/** Properties that decide whether something is seen. */
const DECIDES =
  /display|visibility|colou?r|background|font-size|opacity|position|left|top|right|bottom|indent|margin|clip|overflow|width|height|transform/i;

function parseCompound(text: string): Matchable {
  const compound = { tag: "", id: "", classes: [] as string[] };
  for (const [, mark, name] of text.matchAll(/([.#]?)([\w*-]+)/g)) {
    if (mark === ".") compound.classes.push(name!);
    else if (mark === "#") compound.id = name!;
    else if (name !== "*") compound.tag = name!;
  }
  return compound;
}

function matchesCompound(compound: Matchable, element: Matchable): boolean {
  if (compound.tag !== "" && compound.tag !== element.tag) return false;
  if (compound.id !== "" && compound.id !== element.id) return false;
  return compound.classes.every((name) => element.classes.includes(name));
}

function weigh(selector: string): number {
  return (selector.match(/#/g)?.length ?? 0) * 100 + (selector.match(/\./g)?.length ?? 0) * 10 + 1;
}

/** Reads the rules of a style sheet that apply on a screen; selectors with states or attributes are left out. */
export function parseStyleSheet(css: string): Rule[] {
  const rules: Rule[] = [];
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "")
    .replace(/@[\w-]+[^{;]*;/g, "")
    .replace(/@media[^{]*\{/g, "");
  for (const [, head, body] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of head!.split(",")) {
      const trimmed = selector.trim();
      if (trimmed === "" || !DECIDES.test(body!) || /[:[@+~]/.test(trimmed) || rules.length >= MAX_RULES)
        continue;
      const compounds = trimmed
        .split(/[\s>]+/)
        .filter(Boolean)
        .map(parseCompound);
      rules.push({ compounds, style: declarations(body!), weight: weigh(trimmed) });
    }
  }
  return rules.sort((a, b) => a.weight - b.weight);
}

/** The declarations that a sheet gives to the innermost of `path`. */
export function styleOf(rules: readonly Rule[], path: readonly Matchable[]): Declarations {
  const element = path.at(-1)!;
  const result: Record<string, string> = {};
  for (const rule of rules) {
    if (!matchesCompound(rule.compounds.at(-1)!, element)) continue;
    let at = path.length - 2;
    let missing = rule.compounds.length - 1;
    for (; missing > 0 && at >= 0; at--)
      if (matchesCompound(rule.compounds[missing - 1]!, path[at]!)) missing--;
    if (missing === 0) Object.assign(result, rule.style);
  }
  return result;
}

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

/** A sheet without its comments. Loops, since a regular expression would go through the rest again at every start. */
function withoutComments(css: string): string {
  let plain = "";
  let at = 0;
  for (let open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
    plain += css.slice(at, open);
    const close = css.indexOf("*/", open + 2);
    if (close < 0) return plain;
    at = close + 2;
  }
  return plain + css.slice(at);
}

/** Where the block that opens at `open` has closed. */
function blockEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === "{") depth++;
    else if (css[at] === "}" && --depth === 0) return at + 1;
  }
  return css.length;
}

/** Selectors and declarations of the rules that apply on a screen, those inside media queries included. */
function* rulesIn(css: string): Generator<[selectors: string, body: string]> {
  for (let at = 0; ; ) {
    const open = css.indexOf("{", at);
    const close = css.indexOf("}", open);
    if (open < 0 || close < 0) return;
    const before = css.slice(at, open);
    const head = before.slice(Math.max(before.lastIndexOf("}"), before.lastIndexOf(";")) + 1).trim();
    const next = css.indexOf("{", open + 1);
    if (head.startsWith("@") && (!/^@media\b/i.test(head) || /\bprint\b/i.test(head)))
      at = blockEnd(css, open);
    else if (next >= 0 && next < close) at = open + 1;
    else {
      yield [head, css.slice(open + 1, close)];
      at = close + 1;
    }
  }
}

/** Reads the rules of a style sheet that apply on a screen; selectors with states or attributes are left out. */
export function parseStyleSheet(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const [head, body] of rulesIn(withoutComments(css))) {
    for (const selector of head.split(",")) {
      const trimmed = selector.trim();
      if (rules.length >= MAX_RULES) break;
      if (trimmed === "" || !DECIDES.test(body) || /[:[@+~]/.test(trimmed)) continue;
      const compounds = trimmed
        .split(/[\s>]+/)
        .filter(Boolean)
        .map(parseCompound);
      rules.push({ compounds, style: declarations(body), weight: weigh(trimmed) });
    }
  }
  return rules.sort((a, b) => a.weight - b.weight);
}

/**
 * The declarations that a sheet gives to the innermost of `path`.
 * @param count hears how often a selector was held against an element
 */
export function styleOf(
  rules: readonly Rule[],
  path: readonly Matchable[],
  count: (comparisons: number) => void,
): Declarations {
  const element = path.at(-1)!;
  count(rules.length);
  const result: Record<string, string> = {};
  for (const rule of rules) {
    if (!matchesCompound(rule.compounds.at(-1)!, element)) continue;
    let at = path.length - 2;
    const outermost = at;
    let missing = rule.compounds.length - 1;
    for (; missing > 0 && at >= 0; at--)
      if (matchesCompound(rule.compounds[missing - 1]!, path[at]!)) missing--;
    count(outermost - at);
    if (missing === 0) Object.assign(result, rule.style);
  }
  return result;
}

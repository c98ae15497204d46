/** JSON Patch (RFC 6902), as far as overlays use it: add and replace. */

export interface Operation {
  op: string;
  path: string;
  value?: unknown;
}

/**
 * @returns a changed copy
 * @throws Error where a path leads nowhere, as RFC 6902 wants it
 */
export function applyPatch<T>(target: T, operations: readonly Operation[]): T {
  const copy = structuredClone(target);
  for (const operation of operations) applyOne(copy, operation);
  return copy;
}

function applyOne(root: unknown, { op, path, value }: Operation): void {
  if (op !== "add" && op !== "replace") throw new Error(`patch operation "${op}" is not understood here`);
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop();
  if (last === undefined) throw new Error("a patch of the whole object is not understood here");
  const parent = steps.reduce<unknown>((at, step) => entry(at, step, path), root);
  if (Array.isArray(parent)) {
    if (op === "add" && last === "-") parent.push(value);
    else if (op === "replace" && Number(last) < parent.length) parent[Number(last)] = value;
    else throw new Error(`${op} ${path}: no such place in the list`);
  } else if (typeof parent === "object" && parent !== null) {
    if (op === "replace" && !(last in parent)) throw new Error(`replace ${path}: nothing is there`);
    (parent as Record<string, unknown>)[last] = value;
  } else {
    throw new Error(`${op} ${path}: nothing is there`);
  }
}

function entry(at: unknown, step: string, path: string): unknown {
  const found = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  if (found === undefined) throw new Error(`${path}: nothing is at "${step}"`);
  return found;
}

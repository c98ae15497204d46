/** Objects against the schemas of Kubernetes and KEDA (schemas/, written from their Go modules). */
import { Ajv, type ValidateFunction } from "ajv";
import keda from "../schemas/keda.json" with { type: "json" };
import scalers from "../schemas/keda-scalers.json" with { type: "json" };
import kubernetes from "../schemas/kubernetes.json" with { type: "json" };
import { type KubernetesObject, ofKind, titleOf } from "./objects.ts";

const DEFINITIONS = "kubernetes";

/** @returns a check that answers what is wrong with an object, in words */
export function schemaCheck(): (object: KubernetesObject) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: DEFINITIONS, definitions: kubernetes.definitions });
  const sources: Record<string, object> = {
    ...Object.fromEntries(
      Object.entries(kubernetes.kinds).map(([kind, { $ref }]) => [kind, { $ref: DEFINITIONS + $ref }]),
    ),
    ...keda.kinds,
  };
  // Compiled when first met: a kind costs some 100 ms.
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (kind: string) => {
    const source = sources[kind];
    if (source && !compiled.has(kind)) compiled.set(kind, ajv.compile(source));
    return compiled.get(kind);
  };
  return (object) => {
    const validate = validatorOf(`${object.apiVersion}/${object.kind}`);
    if (!validate) return [`${titleOf(object)}: no schema for ${object.apiVersion}/${object.kind}`];
    validate(object);
    return [
      ...(validate.errors ?? []).map(({ instancePath, message, params }) => {
        const named = "additionalProperty" in params ? ` "${params.additionalProperty}"` : "";
        return `${titleOf(object)}: ${instancePath || "/"} ${message}${named}`;
      }),
      ...scalerProblems(object),
    ];
  };
}

/** The resource definition takes any text in a trigger's `metadata`; KEDA reads these names and no others. */
function scalerProblems(object: KubernetesObject): string[] {
  const known: Record<string, string[]> = scalers.scalers;
  return ofKind([object], "ScaledObject").flatMap(({ spec }) =>
    (spec?.triggers ?? []).flatMap(({ type, metadata }) => {
      const names = known[type];
      if (!names) return [`${titleOf(object)}: no scaler "${type}" in schemas/keda-scalers.json`];
      return Object.keys(metadata ?? {})
        .filter((name) => !names.includes(name))
        .map((name) => `${titleOf(object)}: the scaler ${type} reads no "${name}"`);
    }),
  );
}

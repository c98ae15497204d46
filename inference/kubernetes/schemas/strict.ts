/** Schemas of an API server, as JSON Schema that refuses what the server would drop in silence. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-preserve-unknown-fields"?: boolean;
  [keyword: string]: unknown;
}

/** Words for readers, and words that mean something to an API server alone. */
const LEFT_OUT = /^(description|default|example|nullable|x-kubernetes-.*|format)$/;

/**
 * @returns the schema without prose, its references under `#/definitions/`, and closed: a field with a wrong name is
 * an error, where the API server would only warn (`kubectl --validate=strict` refuses it too)
 */
export function strictSchema(schema: Schema): Schema {
  if (schema["x-kubernetes-int-or-string"]) return { type: ["integer", "string"] };
  const closed: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!LEFT_OUT.test(keyword)) closed[keyword] = keywordOf(keyword, value);
  }
  const open = schema.additionalProperties !== undefined || schema["x-kubernetes-preserve-unknown-fields"];
  if (schema.properties && !open) closed.additionalProperties = false;
  // The quantity `1` and the port `"http"`: what is a number in one place and a string in the other is both.
  if (schema.allOf?.length === 1 && Object.keys(closed).length === 1) return closed.allOf![0]!;
  return closed;
}

function keywordOf(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case "$ref":
      return String(value).replace("#/components/schemas/", "#/definitions/");
    case "properties":
      return Object.fromEntries(
        Object.entries(value as Record<string, Schema>).map(([name, one]) => [name, strictSchema(one)]),
      );
    case "items":
      return strictSchema(value as Schema);
    case "additionalProperties":
      return typeof value === "boolean" ? value : strictSchema(value as Schema);
    case "allOf":
    case "anyOf":
    case "oneOf":
      return (value as Schema[]).map(strictSchema);
    default:
      return value;
  }
}

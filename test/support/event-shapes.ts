/** What the events of a stream look like, apart from what they say. */

/** The events of a body, without what says nothing about shape: how many tokens lie between first and last. */
export function shapesOf(body: string): unknown[] {
  const events = body.split("\n\n").filter(Boolean);
  const shapes = events.map((event) => {
    const payload = event.slice("data: ".length);
    return payload === "[DONE]" ? payload : shapeOf(JSON.parse(payload));
  });
  return shapes.filter((shape, i) => JSON.stringify(shape) !== JSON.stringify(shapes[i - 1]));
}

/** Keys in their order and the types of values; words that the protocol fixes stay. */
function shapeOf(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value !== null && typeof value === "object") {
    return Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)]);
  }
  if (key === "finish_reason" || key === "object" || key === "role") return value;
  return value === null ? null : typeof value;
}

import { z } from "@hono/zod-openapi";
import { Problem } from "./problem.ts";

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 200;

export const pageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE)
    .default(DEFAULT_PAGE)
    .openapi({ description: "Rows a page." }),
  cursor: z.string().max(200).optional().openapi({ description: "`next_cursor` of the page before." }),
});

/** `{ items, next_cursor }` of a schema; `next_cursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });

/** An opaque cursor: the key after which the next page begins. */
export const encodeCursor = (key: string): string =>
  btoa(`1:${key}`).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** @throws Problem `validation_failed` for a cursor that was not made here. */
export function decodeCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  try {
    const text = atob(cursor.replace(/-/g, "+").replace(/_/g, "/"));
    if (text.startsWith("1:") && text.length > 2) return text.slice(2);
  } catch {
    // Not base64: the same answer as for any other foreign cursor.
  }
  throw foreignCursor();
}

const foreignCursor = () =>
  new Problem("validation_failed", null, {
    errors: [{ field: "cursor", message: "not a cursor of this API" }],
  });

/** Cuts a page out of `limit + 1` rows. */
export function page<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => string,
): { items: T[]; next_cursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** The `Link` header of a page (RFC 8288), or nothing on the last one. */
export function nextLink(url: string, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const next = new URL(url);
  next.searchParams.set("cursor", cursor);
  return { link: `<${next.toString()}>; rel="next"` };
}

/** A decoded cursor of a feed that is numbered: 0 without one. @throws Problem `validation_failed`. */
export function sequenceOf(key: string | null): number {
  if (key === null) return 0;
  const sequence = Number(key);
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw foreignCursor();
  return sequence;
}

import { insertInto, type Statement } from "../../db/insert.ts";
import { event } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import type { EventInput } from "../events/catalogue.ts";
import { Problem } from "../http/problem.ts";
import { type AuditInput, auditStatements } from "./append.ts";
import type { ChainHead } from "./chain.ts";

const insertEvent = insertInto(event);

export interface Change {
  workspaceId: string;
  /** The rows that change, in order. A statement that fails undoes the whole batch. */
  statements: Statement[];
  audit: AuditInput[];
  events?: EventInput[];
  /** Last audit entry as read before, so that the new ones are linked at once. */
  head?: ChainHead | null;
}

/** A rule of the schema said no: nothing of the batch has happened. */
export class ConstraintViolation extends Error {
  constructor(
    /** As SQLite names it: `UNIQUE constraint failed: idempotency_key.workspace_id, …`, or a trigger's message. */
    readonly constraint: string,
    cause: unknown,
  ) {
    super(constraint, { cause });
    this.name = "ConstraintViolation";
  }
}

/**
 * The one way to change something: rows, audit entries and events in one atomic batch.
 *
 * @throws ConstraintViolation when the schema refuses: nothing has happened.
 * @throws Problem `storage_unavailable` otherwise: it may have happened, so ask again idempotently.
 */
export async function commit(ctx: Ctx, change: Change): Promise<void> {
  const audits = await auditStatements(ctx, change.workspaceId, change.audit, change.head ?? null);
  const events = (change.events ?? []).map(({ type, payload }) =>
    insertEvent({
      id: ctx.id("event"),
      workspace_id: change.workspaceId,
      type,
      payload,
      created_at: ctx.now(),
    }),
  );
  const d1 = ctx.db.$client;
  const statements = [...change.statements, ...events, ...audits].map((statement) => {
    const { sql, params } = statement.toSQL();
    return d1.prepare(sql).bind(...params);
  });
  try {
    await d1.batch(statements);
  } catch (error) {
    throw storageError(error);
  }
}

/** Names what D1 said: a constraint of the schema, or a store that did not answer. */
export function storageError(error: unknown): ConstraintViolation | Problem {
  const message = messagesOf(error);
  const constraint =
    /((?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed[^\n]*|human_required: [^\n]*|immutable: [^\n]*)/.exec(
      message,
    );
  if (constraint) return new ConstraintViolation(constraint[1]!, error);
  return new Problem("storage_unavailable", null, { retryAfterS: 1, cause: error });
}

function messagesOf(error: unknown): string {
  const messages: string[] = [];
  for (let at = error; at instanceof Error && messages.length < 5; at = at.cause) messages.push(at.message);
  return messages.join("\n");
}

import { and, asc, eq, gt } from "drizzle-orm";
import { event } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import type { EventType } from "./catalogue.ts";

/** Events after a sequence number, oldest first: the order in which they were committed. */
export function listEvents(
  ctx: Ctx,
  workspaceId: string,
  input: { after: number; limit: number; type?: EventType | undefined },
) {
  return ctx.db
    .select()
    .from(event)
    .where(
      and(
        eq(event.workspace_id, workspaceId),
        gt(event.seq, input.after),
        input.type === undefined ? undefined : eq(event.type, input.type),
      ),
    )
    .orderBy(asc(event.seq))
    .limit(input.limit);
}
